/** Whose seal a credential carries, as far as the seal itself says. What is known of them is the issuer check's. */
export type SignerFacts =
  | {
      readonly kind: 'certificate'
      readonly name: string
      readonly identifier?: string
      readonly country?: string
      /** SHA-256 of the certificate, hexadecimal. */
      readonly fingerprint: string
      /** Who made the certificate. */
      readonly authority: string
      /** What the certificate says of itself (ETSI EN 319 412-5); a claim until a trusted list bears it out. */
      readonly qualified?: {
        readonly compliance: boolean
        readonly secureDevice: boolean
        readonly types: readonly string[]
      }
    }
  | {
      readonly kind: 'key'
      /** DID or address of who holds the key. */
      readonly controller: string
      /** Whether the controller's own document says so, or only the proof. */
      readonly isConfirmed: boolean
      /** RFC 7638 thumbprint of the key. */
      readonly fingerprint?: string
      /** The host that the controller stands for. */
      readonly domain?: string
    }
