import type { JsonObject, JsonValue } from '../../json/index.ts'
import { type Failure, fails } from '../outcome.ts'

/** When a token was made and holds, as it says itself (RFC 7519 §4.1.4–4.1.6). */
export interface JwtTimes {
  readonly ok: true
  readonly expires?: Date
  readonly notBefore?: Date
  readonly issuedAt?: Date
}

const clockSkew = 60_000
/** No token is older than the idea of it; an earlier time is milliseconds, zero, or a slip. */
const earliestIssue = Date.UTC(2000, 0, 1)
const latestSecond = 253_402_300_799 // 31 December 9999

/**
 * `exp`, `nbf` and `iat` as times that can be: finite numbers within four-digit years, in an order that makes
 * sense, and none made in the future. Whether the token is in force is left to who reads its dates.
 *
 * Codes: `time.malformed`, `time.inconsistent`, `time.not_yet_valid`.
 */
export function readJwtTimes({ exp, nbf, iat }: JsonObject, at: Date): JwtTimes | Failure {
  const [expires, notBefore, issuedAt] = [exp, nbf, iat].map(readTime)
  const malformed = Object.entries({ exp: expires, nbf: notBefore, iat: issuedAt }).find(
    ([, time]) => time === null,
  )
  if (malformed) return fails('time.malformed', { member: malformed[0] })
  if (issuedAt && issuedAt.getTime() < earliestIssue) return fails('time.inconsistent', { member: 'iat' })
  if (expires && [issuedAt, notBefore].some(start => start && start >= expires)) {
    return fails('time.inconsistent', { member: 'exp' })
  }
  if (issuedAt && issuedAt.getTime() > at.getTime() + clockSkew)
    return fails('time.not_yet_valid', { member: 'iat' })
  return {
    ok: true,
    ...(expires ? { expires } : {}),
    ...(notBefore ? { notBefore } : {}),
    ...(issuedAt ? { issuedAt } : {}),
  }
}

function readTime(value: JsonValue | undefined): Date | null | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > latestSecond) return null
  return new Date(value * 1000)
}
