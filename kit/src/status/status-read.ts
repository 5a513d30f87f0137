import { KitError } from '../errors.ts'
import type { StatusChange } from './status-list.ts'

/** What a verified list says about one entry; `unclear` with the reason's code when it can't be relied on. */
export type StatusRead =
  | { readonly state: 'clear' }
  | { readonly state: 'revoked'; readonly change?: StatusChange }
  /** Not in force for now: it may come back. */
  | { readonly state: 'suspended'; readonly change?: StatusChange }
  /** A newer version of the credential is there. */
  | { readonly state: 'refreshed' }
  /** Something that the issuer says in words of its own; it takes nothing back. */
  | { readonly state: 'message'; readonly message: string }
  | StatusUnclear

export interface StatusUnclear {
  readonly state: 'unclear'
  readonly code: string
  readonly params?: Readonly<Record<string, string>>
}

/** How old a list may be, and how it came. */
export interface StatusMoment {
  readonly at: Date
  /** When the list was fetched: its time to live counts from then. */
  readonly fetchedAt?: Date
  /** When the newest list was issued that was ever seen at this address; an older one has been put in its place. */
  readonly newestSeen?: Date
}

export function unclear(code: string, params?: StatusUnclear['params']): StatusUnclear {
  return params ? { state: 'unclear', code, params } : { state: 'unclear', code }
}

/** A list that breaks a rule is unclear: it says neither that something was revoked nor that it wasn't. */
export function unclearOnError(read: () => StatusRead): StatusRead {
  try {
    return read()
  } catch (error) {
    if (error instanceof KitError) return unclear(error.code)
    throw error
  }
}

/** Times in milliseconds since 1970; NaN for one that can't be read. */
export interface StatusTimes {
  readonly issued: number | undefined
  readonly ends: number | undefined
  /** Milliseconds. */
  readonly timeToLive: number | undefined
}

/** The furthest that a Date can say, ECMA-262 §21.4.1.1. */
const maxTime = 8.64e15

/** Why a list is too old, not yet, or older than one that was seen; `undefined` when it is none of these. */
export function checkTimes(times: StatusTimes, moment: StatusMoment): StatusUnclear | undefined {
  const { issued, ends, timeToLive } = times
  const isReadable = [issued, ends, timeToLive].every(time => time === undefined || Math.abs(time) <= maxTime)
  if (!isReadable || (timeToLive !== undefined && timeToLive <= 0)) return unclear('status.malformed')
  if (issued !== undefined && moment.newestSeen && issued < moment.newestSeen.getTime()) {
    return unclear('status.rollback', { issued: new Date(issued).toISOString() })
  }
  const livesUntil =
    moment.fetchedAt && timeToLive !== undefined ? moment.fetchedAt.getTime() + timeToLive : undefined
  const until = Math.min(ends ?? Number.POSITIVE_INFINITY, livesUntil ?? Number.POSITIVE_INFINITY)
  if (moment.at.getTime() >= until) return unclear('status.stale', { until: new Date(until).toISOString() })
  return undefined
}
