import { createHash, X509Certificate } from 'node:crypto'
import { KitError } from '../errors.ts'
import type { Certificate } from './certificate.ts'
import {
  childrenOf,
  type DerNode,
  derTags,
  readDer,
  readObjectIdentifier,
  readTime,
  writeDer,
} from './der.ts'
import { readExtensions } from './read-extensions.ts'
import { readName } from './read-name.ts'

/** Reads DER bytes. @throws KitError `cert.malformed` */
export function readCertificate(der: Uint8Array): Certificate {
  try {
    return read(Uint8Array.from(der))
  } catch (cause) {
    throw new KitError('cert.malformed', 'Not an X.509 certificate', { cause })
  }
}

function read(der: Uint8Array): Certificate {
  // RFC 5280 §4.1: TBSCertificate { [0] version, serialNumber, signature, issuer, validity, subject, key, … }
  const [tbs, signatureAlgorithm] = childrenOf(readDer(der))
  const parts = childrenOf(tbs)
  if (parts[0]?.tag === 0xa0) parts.shift()
  const [serial, , issuer, validity, subject] = parts
  if (!issuer || serial?.tag !== derTags.integer) throw new Error('no serial number or issuer')
  const [notBefore, notAfter] = childrenOf(validity)
  return {
    der,
    sha256: createHash('sha256').update(der).digest('hex'),
    subject: readName(subject),
    issuer: readName(issuer),
    serial: Buffer.from(serial.content).toString('hex'),
    issuerSerial: writeIssuerSerial(issuer, serial),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    ...readExtensions(parts.find(({ tag }) => tag === 0xa3)),
    signatureAlgorithm: readObjectIdentifier(childrenOf(signatureAlgorithm)[0]),
    publicKey: new X509Certificate(der).publicKey,
  }
}

// RFC 5035 §4: IssuerSerial { GeneralNames { [4] Name }, INTEGER }; both parts are copied byte by byte.
function writeIssuerSerial(issuer: DerNode, serial: DerNode): string {
  const names = writeDer(derTags.sequence, writeDer(0xa4, issuer.raw))
  return Buffer.from(writeDer(derTags.sequence, names, serial.raw)).toString('base64')
}
