import { KitError } from '../errors.ts'
import { asList, isJsonObject, type JsonObject } from '../json/index.ts'
import { decodeBitstring, readStatus } from './bitstring.ts'
import { readStatusChange, type StatusChange } from './status-list.ts'

/** What a verified list says about one entry; `unclear` with the reason's code when it can't be relied on. */
export type StatusRead =
  | { readonly state: 'clear' }
  | { readonly state: 'revoked'; readonly change?: StatusChange }
  | { readonly state: 'unclear'; readonly code: string; readonly params?: Readonly<Record<string, string>> }

export interface StatusQuestion {
  readonly url: string
  readonly index: number
  readonly at: Date
}

/**
 * Reads one entry of a status list credential whose proof the caller has verified
 * (Bitstring Status List 1.0 §3.2, the steps after the proof). Never throws for a bad list.
 */
export function readStatusList(list: JsonObject, question: StatusQuestion): StatusRead {
  const subject = list.credentialSubject
  // §3.2 step 5: the list must be the one that was asked for, or an old or foreign one could be put in its place.
  if (!asList(list.type).includes('BitstringStatusListCredential') || list.id !== question.url) {
    return unclear('status.unverified')
  }
  if (!isJsonObject(subject) || subject.type !== 'BitstringStatusList') return unclear('status.malformed')
  // A list that has a status of its own would need another list, and so on: refused.
  if (list.credentialStatus !== undefined) return unclear('status.malformed')
  if (!asList(subject.statusPurpose).includes('revocation')) return unclear('status.purpose_mismatch')
  // §2.2 statusSize: more than one bit per entry means messages, which revocation never needs.
  if (subject.statusSize !== undefined && subject.statusSize !== 1) return unclear('status.malformed')
  const freshness = checkFreshness(list, question.at)
  if (freshness) return freshness
  return readEntry(subject, question.index)
}

function readEntry(subject: JsonObject, index: number): StatusRead {
  try {
    const bits = decodeBitstring(typeof subject.encodedList === 'string' ? subject.encodedList : '')
    if (!readStatus(bits, index)) return { state: 'clear' }
    const change = readStatusChange(subject, index)
    return change ? { state: 'revoked', change } : { state: 'revoked' }
  } catch (error) {
    if (error instanceof KitError) return unclear(error.code)
    throw error
  }
}

function checkFreshness({ validFrom, validUntil }: JsonObject, at: Date): StatusRead | undefined {
  const start = timeOf(validFrom)
  const end = timeOf(validUntil)
  if (Number.isNaN(start) || Number.isNaN(end)) return unclear('status.malformed')
  if (at.getTime() >= (end ?? Number.POSITIVE_INFINITY)) {
    return { state: 'unclear', code: 'status.stale', params: { until: String(validUntil) } }
  }
  return undefined
}

/** Milliseconds; `undefined` when absent, NaN when it is no time. */
function timeOf(value: unknown): number | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? Date.parse(value) : Number.NaN
}

function unclear(code: string): StatusRead {
  return { state: 'unclear', code }
}
