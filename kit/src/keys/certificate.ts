import type { KeyObject } from 'node:crypto'

/** The parts of a distinguished name (X.520) that say who somebody is; `text` is the whole name. */
export interface CertificateName {
  readonly country?: string
  readonly organization?: string
  readonly commonName?: string
  /** 2.5.4.97, e.g. `NTRSE-5599990001` or `VATES-A00000000` (ETSI EN 319 412-1 §5.1.4). */
  readonly organizationIdentifier?: string
  readonly text: string
}

/** What a certificate says of itself about its qualification (ETSI EN 319 412-5); a claim, not a proof. */
export interface QualifiedStatements {
  readonly compliance: boolean
  readonly secureDevice: boolean
  /** `esign`, `eseal`, `web`. */
  readonly types: readonly string[]
}

/** An X.509 certificate, read. */
export interface Certificate {
  readonly der: Uint8Array
  /** SHA-256 of the DER bytes, hexadecimal. */
  readonly sha256: string
  readonly subject: CertificateName
  readonly issuer: CertificateName
  /** Hexadecimal. */
  readonly serial: string
  /** DER IssuerSerial (RFC 5035), base64: the `kid` of a JAdES header. */
  readonly issuerSerial: string
  readonly notBefore: Date
  readonly notAfter: Date
  readonly isAuthority: boolean
  /** How many authorities may follow it in a chain. */
  readonly pathLength?: number
  /** Absent when the certificate doesn't limit the use of its key. */
  readonly keyUsage?: { readonly signsData: boolean; readonly signsCertificates: boolean }
  readonly qualified?: QualifiedStatements
  /** Critical extensions that this code doesn't know (RFC 5280 §4.2: then it must not be relied on). */
  readonly unknownCritical: readonly string[]
  /** OID of the algorithm that its issuer signed it with. */
  readonly signatureAlgorithm: string
  readonly publicKey: KeyObject
}
