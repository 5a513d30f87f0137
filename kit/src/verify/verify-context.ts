import type { ContextRegistry } from '../canonical/index.ts'
import type { FetchDocument, PresentationRequest } from '../formats/index.ts'
import type { TrustStore } from './trust-store.ts'

/** What a verification needs from outside. What it can't fetch it can't tell; that is never a pass. */
export interface VerifyContext {
  /** The moment that the answer is about. */
  readonly at: Date
  readonly trust: TrustStore
  /** Gets a status list. It is called only for a credential whose seal holds and is its issuer's. */
  readonly resolveStatusList?: FetchDocument
  /** Gets a DID document, or another that says whose a key is. */
  readonly fetchDidDocument?: FetchDocument
  /** Gets metadata of issuers, and badges that their issuers host. */
  readonly fetchJson?: FetchDocument
  /** What whoever shows the credential was asked to prove; nothing when left out. */
  readonly presentation?: PresentationRequest
  /** JSON-LD contexts; the pinned ones unless told. */
  readonly contexts?: ContextRegistry
}

export type { FetchDocument, PresentationRequest } from '../formats/index.ts'
export type Fetched = Awaited<ReturnType<FetchDocument>>
