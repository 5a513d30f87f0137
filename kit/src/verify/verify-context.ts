import type { TrustStore } from './trust-store.ts'

/** What a verification needs from outside. */
export interface VerifyContext {
  /** The moment that the answer is about. */
  readonly at: Date
  readonly trust: TrustStore
  /** Gets a status list. It is called only for a sealed credential whose seal holds and names its issuer. */
  readonly resolveStatusList: (url: string) => Promise<StatusListResolved>
  /** What whoever shows the credential was asked to prove; nothing when left out. */
  readonly presentation?: PresentationRequest
}

/** The verifier's own words that a proof of possession must repeat (RFC 9901 §7.3, VCDM 2.0 §4.13). */
export interface PresentationRequest {
  readonly audience?: string
  readonly nonce?: string
  /** `required`: a credential without a proof of possession is not enough. */
  readonly keyBinding: 'required' | 'optional'
}

export type StatusListResolved =
  | { readonly kind: 'found'; readonly jwt: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
