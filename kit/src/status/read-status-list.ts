import { asList, isJsonObject, type JsonObject } from '../json/index.ts'
import { decodeBitstring, maxStatusSize, readStatus } from './bitstring.ts'
import { readStatusChange } from './status-list.ts'
import { checkTimes, type StatusMoment, type StatusRead, unclear, unclearOnError } from './status-read.ts'

export const statusPurposes = ['revocation', 'suspension', 'refresh', 'message'] as const
export type StatusPurpose = (typeof statusPurposes)[number]

export interface StatusQuestion extends StatusMoment {
  readonly url: string
  readonly index: number
  /** `revocation` unless told. */
  readonly purpose?: StatusPurpose
  /** Bits of an entry; 1 unless told. */
  readonly size?: number
  /** What each value means, for purpose `message`. */
  readonly messages?: ReadonlyMap<number, string>
}

/** Bitstring Status List 1.0 §2.2: five minutes, when the list doesn't say. Milliseconds. */
const defaultTimeToLive = 300_000

/**
 * Reads one entry of a status list credential whose proof the caller has verified
 * (Bitstring Status List 1.0 §3.2, the steps after the proof). Never throws for a bad list.
 */
export function readStatusList(list: JsonObject, question: StatusQuestion): StatusRead {
  const { purpose = 'revocation', size = 1 } = question
  const subject = list.credentialSubject
  // §3.2 step 5: the list must be the one that was asked for, or an old or foreign one could be put in its place.
  if (!asList(list.type).includes('BitstringStatusListCredential') || list.id !== question.url) {
    return unclear('status.unverified')
  }
  if (!isJsonObject(subject) || subject.type !== 'BitstringStatusList') return unclear('status.malformed')
  // A list that has a status of its own would need another list, and so on: refused.
  if (list.credentialStatus !== undefined) return unclear('status.malformed')
  if (!asList(subject.statusPurpose).includes(purpose)) return unclear('status.purpose_mismatch')
  // The width is said by the entry; a list that says another one would be read at other places.
  if (
    (subject.statusSize ?? size) !== size ||
    !(Number.isInteger(size) && size >= 1 && size <= maxStatusSize)
  ) {
    return unclear('status.malformed')
  }
  const doubt = checkTimes(timesOf(list, subject), question)
  return doubt ?? unclearOnError(() => readEntry(subject, question, purpose, size))
}

function readEntry(
  subject: JsonObject,
  { index, messages }: StatusQuestion,
  purpose: StatusPurpose,
  size: number,
): StatusRead {
  const encoded = typeof subject.encodedList === 'string' ? subject.encodedList : ''
  const value = readStatus(decodeBitstring(encoded, size), index, size)
  if (purpose === 'message') {
    const message = messages?.get(value)
    return message === undefined ? unclear('status.malformed') : { state: 'message', message }
  }
  if (value === 0) return { state: 'clear' }
  if (purpose === 'refresh') return { state: 'refreshed' }
  const state = purpose === 'revocation' ? 'revoked' : 'suspended'
  const change = readStatusChange(subject, index)
  return change ? { state, change } : { state }
}

function timesOf(
  { validFrom, validUntil }: JsonObject,
  { ttl }: JsonObject,
): Parameters<typeof checkTimes>[0] {
  return {
    issued: timeOf(validFrom),
    ends: timeOf(validUntil),
    timeToLive: ttl === undefined ? defaultTimeToLive : typeof ttl === 'number' ? ttl : Number.NaN,
  }
}

/** Milliseconds; `undefined` when absent, NaN when it is no time. */
function timeOf(value: unknown): number | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? Date.parse(value) : Number.NaN
}
