import type { Check, Report, Verdict } from './report.ts'

/**
 * What a receipt says: that these bytes were checked then, with that result. It names nobody who holds the
 * credential: whoever keeps the receipt keeps the file beside it, and the digest ties them together.
 */
export interface Receipt {
  /** SHA-256 of the bytes that were checked, hexadecimal. */
  readonly digest: string
  readonly format: Report['format']
  readonly verdict: Verdict
  /** ISO 8601. */
  readonly checkedAt: string
  readonly checks: readonly Check[]
}
