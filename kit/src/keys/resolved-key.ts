import type { KeyObject } from 'node:crypto'

/** A key and whose it is. */
export interface ResolvedKey {
  readonly ok: true
  readonly key: KeyObject
  /** The DID or address of who holds the key, as far as `assurance` goes. */
  readonly controller: string
  /**
   * `document`: the controller's own document (or the identifier itself) says so. `self-named`: the key only
   * stands in the name that the proof gives it; who holds it is open.
   */
  readonly assurance: 'document' | 'self-named'
}

/** What a key is used for; a controller lists its keys by purpose (VC Data Integrity §2.1). */
export type ProofPurpose = 'assertionMethod' | 'authentication'
