/** Algorithms that we seal with; more are accepted when verifying. */
export type SignerAlgorithm = 'ES256' | 'RS256'

/**
 * A seal key behind a port, so that a key file and a hardware module look alike.
 * `sign` returns the signature as JWS wants it: r‖s for ES256 (RFC 7518 §3.4), PKCS #1 v1.5 for RS256.
 */
export interface Signer {
  readonly algorithm: SignerAlgorithm
  /** DER, leaf first. */
  readonly certificateChain: readonly Uint8Array[]
  sign(data: Uint8Array): Promise<Uint8Array>
}
