import { deflateSync } from 'node:zlib'
import { KitError } from '../errors.ts'
import { isJsonObject, type JsonObject } from '../json/index.ts'
import { type Failure, parseTypedJws, type TypedJws } from '../proofs/index.ts'
import { checkTimes, type StatusMoment, type StatusRead, unclear, unclearOnError } from './status-read.ts'
import { unpackList } from './unpack-list.ts'

/** Bits of an entry (Token Status List §4.1). */
export const tokenStatusWidths = [1, 2, 4, 8] as const
export type TokenStatusWidth = (typeof tokenStatusWidths)[number]

export interface TokenStatusQuestion extends StatusMoment {
  readonly url: string
  readonly index: number
}

const maxTokenBytes = 8 * 1024 * 1024
/** How far the clock of the list's issuer may be ahead of ours. */
const maxSkew = 60_000

/** A Status List Token in JWT form (§5.1), taken apart. Its key is the caller's to find, and to trust. */
export function parseStatusListToken(token: string): TypedJws | Failure {
  return parseTypedJws(token, { types: ['statuslist+jwt'], maxBytes: maxTokenBytes })
}

/**
 * Reads one entry of a Status List Token whose signature the caller has verified (§8.3, the steps after the
 * signature). Never throws for a bad list.
 */
export function readTokenStatus(payload: JsonObject, question: TokenStatusQuestion): StatusRead {
  // §8.3 step 4a: the list must be the one that the credential points at.
  if (payload.sub !== question.url) return unclear('status.unverified')
  const { iat, exp, ttl } = payload
  if (typeof iat !== 'number' || iat * 1000 > question.at.getTime() + maxSkew)
    return unclear('status.malformed')
  // A list that has a status of its own would need another list, and so on: refused.
  if (payload.status !== undefined) return unclear('status.malformed')
  const times = { issued: milliseconds(iat), ends: milliseconds(exp), timeToLive: milliseconds(ttl) }
  return checkTimes(times, question) ?? unclearOnError(() => readEntry(payload, question.index))
}

function readEntry({ status_list: list }: JsonObject, index: number): StatusRead {
  if (!isJsonObject(list) || typeof list.lst !== 'string') return unclear('status.malformed')
  const bits = tokenStatusWidths.find(width => width === list.bits)
  if (!bits) return unclear('status.malformed')
  const value = readTokenValue(unpackList(list.lst, 'zlib'), index, bits)
  switch (value) {
    // §7.1: VALID, INVALID, SUSPENDED; the others mean something to one application only, or nothing yet.
    case 0x00:
      return { state: 'clear' }
    case 0x01:
      return { state: 'revoked' }
    case 0x02:
      return { state: 'suspended' }
    default:
      return unclear('status.unknown_value', { value: `0x${value.toString(16).padStart(2, '0')}` })
  }
}

/** Entries fill each byte from its least significant bit (§4.1). @throws KitError `status.index_range` */
export function readTokenValue(list: Uint8Array, index: number, bits: TokenStatusWidth): number {
  const perByte = 8 / bits
  if (!Number.isSafeInteger(index) || index < 0 || index >= list.length * perByte) {
    throw new KitError('status.index_range', 'An entry outside the list')
  }
  return (list[Math.floor(index / perByte)]! >> ((index % perByte) * bits)) & (2 ** bits - 1)
}

/**
 * The claim `status_list` (§4.2) with the values given, and 0 for all others.
 *
 * @throws KitError `status.index_range`, also for a value that doesn't fit in `bits`
 */
export function encodeTokenStatusList(
  values: Iterable<readonly [index: number, value: number]>,
  { bits, entries }: { readonly bits: TokenStatusWidth; readonly entries: number },
): { readonly bits: TokenStatusWidth; readonly lst: string } {
  const perByte = 8 / bits
  const list = new Uint8Array(Math.ceil(entries / perByte))
  for (const [index, value] of values) {
    const fits = Number.isInteger(value) && value >= 0 && value < 2 ** bits
    if (!fits || !Number.isSafeInteger(index) || index < 0 || index >= entries) {
      throw new KitError('status.index_range', 'An entry outside the list')
    }
    const shift = (index % perByte) * bits
    const at = Math.floor(index / perByte)
    list[at] = (list[at]! & ~((2 ** bits - 1) << shift)) | (value << shift)
  }
  return { bits, lst: deflateSync(list, { level: 9 }).toString('base64url') }
}

/** Seconds as a token has them → milliseconds; NaN when it is no number. */
function milliseconds(value: unknown): number | undefined {
  if (value === undefined) return undefined
  return typeof value === 'number' ? value * 1000 : Number.NaN
}
