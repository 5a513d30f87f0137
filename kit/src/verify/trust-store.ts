import { type Certificate, type ListedName, readCertificate } from '../keys/index.ts'

/** Whom the verifier trusts, and whose names nobody else may wear. */
export interface TrustStore {
  readonly anchors: readonly Certificate[]
  readonly listedNames: readonly ListedName[]
}

export interface TrustInput {
  /** DER: roots, or seals that are trusted themselves. */
  readonly certificates: readonly Uint8Array[]
  /** Names of listed issuers beside those in the certificates. */
  readonly names?: readonly ListedName[]
}

/** Reads the certificates once for many verifications. @throws KitError `cert.malformed` */
export function createTrustStore({ certificates, names = [] }: TrustInput): TrustStore {
  return { anchors: certificates.map(readCertificate), listedNames: names }
}
