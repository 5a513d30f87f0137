import 'reflect-metadata'
import { createHash, X509Certificate as NodeCertificate } from 'node:crypto'
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  type Name,
  X509Certificate,
} from '@peculiar/x509'
import { KitError } from '../errors.ts'
import type { Certificate, CertificateName } from './certificate.ts'
import { readIssuerSerial } from './issuer-serial.ts'
import { readQualifiedStatements } from './qualified-statements.ts'

/** Critical extensions that path validation here takes into account, or that only narrow a use we don't make. */
const knownCritical = new Set([
  '2.5.29.19', // basicConstraints
  '2.5.29.15', // keyUsage
  '2.5.29.37', // extKeyUsage
  '2.5.29.32', // certificatePolicies
  '2.5.29.17', // subjectAltName
  '1.3.6.1.5.5.7.1.3', // qcStatements
])

/** Reads DER bytes. @throws KitError `cert.malformed` */
export function readCertificate(der: Uint8Array): Certificate {
  try {
    return read(der)
  } catch (cause) {
    throw new KitError('cert.malformed', 'Not an X.509 certificate', { cause })
  }
}

function read(der: Uint8Array): Certificate {
  const bytes = Uint8Array.from(der)
  const parsed = new X509Certificate(bytes)
  const node = new NodeCertificate(bytes)
  // Both readers tolerate bytes after the end; two texts of one certificate must not exist.
  if (node.raw.byteLength !== bytes.byteLength) throw new Error('bytes after the certificate')
  const constraints = parsed.getExtension(BasicConstraintsExtension)
  const usages = parsed.getExtension(KeyUsagesExtension)?.usages
  const qualified = readQualifiedStatements(parsed)
  const pathLength = constraints?.pathLength
  return {
    der: bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    subject: readName(parsed.subjectName),
    issuer: readName(parsed.issuerName),
    serial: parsed.serialNumber,
    issuerSerial: readIssuerSerial(bytes),
    notBefore: parsed.notBefore,
    notAfter: parsed.notAfter,
    isAuthority: constraints?.ca === true,
    ...(pathLength === undefined ? {} : { pathLength }),
    ...(usages === undefined
      ? {}
      : {
          keyUsage: {
            signsData: (usages & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) !== 0,
            signsCertificates: (usages & KeyUsageFlags.keyCertSign) !== 0,
          },
        }),
    ...(qualified ? { qualified } : {}),
    unknownCritical: parsed.extensions.filter(e => e.critical && !knownCritical.has(e.type)).map(e => e.type),
    publicKey: node.publicKey,
  }
}

function readName(name: Name): CertificateName {
  const first = (type: string) => name.getField(type)[0]
  const country = first('C')
  const organization = first('O')
  const commonName = first('CN')
  const organizationIdentifier = first('2.5.4.97')
  return {
    ...(country === undefined ? {} : { country }),
    ...(organization === undefined ? {} : { organization }),
    ...(commonName === undefined ? {} : { commonName }),
    ...(organizationIdentifier === undefined ? {} : { organizationIdentifier }),
    text: name.toString(),
  }
}
