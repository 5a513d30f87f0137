import type { CredentialView } from '../elm/index.ts'
import type { ConsultedList } from './consulted-list.ts'
import type { HolderFacts } from './holder-facts.ts'
import type { Receipt } from './receipt.ts'
import type { SignerFacts } from './signer-facts.ts'

/** What one check found. `unknown` means that it could not be made; that is never a pass. */
export type CheckState = 'passed' | 'failed' | 'unknown' | 'warning' | 'skipped'

export type CheckId =
  | 'format'
  | 'seal'
  | 'issuer'
  | 'dates'
  | 'status'
  | 'holder'
  | 'completeness'
  /** Of a presentation: what the credentials in it came to. */
  | 'contents'

/** One check of a credential. `code` is stable (docs/codes.md); `params` fill the code's message. */
export interface Check {
  readonly id: CheckId
  readonly state: CheckState
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

export type Verdict = 'valid' | 'invalid' | 'indeterminate'

/** The answer to "is this genuine and in force?": same for page, API and command line. */
export interface Report {
  readonly verdict: Verdict
  /** What the bytes were recognised as; `unknown` when nothing fits. */
  readonly format:
    | 'edc'
    | 'edc-unsealed'
    | 'open-badges-3'
    | 'open-badges-2'
    | 'w3c-vc'
    | 'w3c-vc-jwt'
    | 'sd-jwt-vc'
    | 'presentation'
    | 'unknown'
    | 'receipt'
  /** The moment that the answer is about (ISO 8601). */
  readonly checkedAt: string
  readonly checks: readonly Check[]
  /** Where the issuer was looked for, when it was. */
  readonly lists?: readonly ConsultedList[]
  /** What the sealed bytes say. Absent when they can't be read or the seal is broken. */
  readonly credential?: CredentialView
  /** Whose seals it carries, the issuer's first. Absent when no seal holds. */
  readonly signers?: readonly SignerFacts[]
  /** What ties it to a person, never more than it shows. */
  readonly holder?: HolderFacts
  /** Of a presentation: a report of each credential in it. */
  readonly credentials?: readonly Report[]
  /** What a receipt says, for the format `receipt`; then there is no credential. */
  readonly receipt?: Receipt
  /** SHA-256 of the bytes that were checked, hexadecimal. */
  readonly digest: string
}
