import type { TrustStore } from './trust-store.ts'

/** What a verification needs from outside. */
export interface VerifyContext {
  /** The moment that the answer is about. */
  readonly at: Date
  readonly trust: TrustStore
  /** Gets a status list. It is called only for a sealed credential whose seal holds and names its issuer. */
  readonly resolveStatusList: (url: string) => Promise<StatusListResolved>
}

export type StatusListResolved =
  | { readonly kind: 'found'; readonly jwt: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
