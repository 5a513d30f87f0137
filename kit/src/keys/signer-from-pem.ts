import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { KitError } from '../errors.ts'
import { readPemCertificates } from './pem.ts'
import { readCertificate } from './read-certificate.ts'
import type { Signer, SignerAlgorithm } from './signer.ts'

export interface PemSeal {
  /** PKCS #8. */
  readonly privateKey: string
  /** Leaf first. */
  readonly certificateChain: string
}

/** @throws KitError `key.unsupported`, `key.mismatch` when the key isn't the certificate's, `cert.malformed` */
export function signerFromPem(pem: PemSeal): Signer {
  const certificateChain = readPemCertificates(pem.certificateChain)
  const key = readPrivateKey(pem.privateKey)
  const algorithm = algorithmOf(key)
  if (!createPublicKey(key).equals(readCertificate(certificateChain[0]!).publicKey)) {
    throw new KitError('key.mismatch', 'The private key does not belong to the first certificate')
  }
  return {
    algorithm,
    certificateChain,
    sign: async data => Uint8Array.from(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })),
  }
}

function readPrivateKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    // The cause stays out of the message: it may quote the key.
    throw new KitError('key.unsupported', 'The private key can not be read')
  }
}

function algorithmOf(key: KeyObject): SignerAlgorithm {
  const details = key.asymmetricKeyDetails
  if (key.asymmetricKeyType === 'ec' && details?.namedCurve === 'prime256v1') return 'ES256'
  if (key.asymmetricKeyType === 'rsa' && (details?.modulusLength ?? 0) >= 2048) return 'RS256'
  throw new KitError('key.unsupported', 'A seal key is P-256, or RSA of at least 2048 bits')
}
