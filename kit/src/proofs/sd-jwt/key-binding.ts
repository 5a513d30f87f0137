import { KitError, type KitErrorCode } from '../../errors.ts'
import { isJsonObject, type JsonObject } from '../../json/index.ts'
import { readJwk } from '../../keys/index.ts'
import { parseTypedJws, type TypedJws, verifyTypedJws } from '../typed-jws.ts'
import { type SdHash, sdDigest } from './sd-hash.ts'

/** What a verifier asked the holder for: who is asking, and a value that was never used before. */
export interface KeyBindingDemand {
  readonly audience: string
  readonly nonce: string
  /** How old the holder's signature may be; 300 unless told. */
  readonly maxAgeSeconds?: number
}

/** How far the holder's clock may be ahead of ours. */
const maxSkewSeconds = 60
const defaultMaxAgeSeconds = 300

/** A demand without audience or nonce would let any old answer through, so it is a mistake of the program. */
export function checkDemand({ audience, nonce }: KeyBindingDemand): void {
  if (!audience || !nonce) throw new TypeError('Key binding needs an audience and a nonce')
}

export interface KeyBindingQuestion {
  readonly token: string
  /** Claims of the credential, verified. */
  readonly claims: JsonObject
  /** The text that was presented, and the hash that the credential works with. */
  readonly presentation: string
  readonly hash: SdHash
  readonly at: Date
  /** Absent when nobody asked: then it isn't known whom it was made for, only that it fits. */
  readonly demand?: KeyBindingDemand | undefined
}

/**
 * A Key Binding JWT (RFC 9901 §4.3 and §7.3): the holder of the key in `cnf` signed exactly this presentation.
 *
 * @throws KitError `kb.*`, `key.*`, `json.*`
 */
export function verifyKeyBinding(question: KeyBindingQuestion): void {
  const { claims, at, demand } = question
  const jws = read(question.token)
  if (!isJsonObject(claims.cnf) || claims.cnf.jwk === undefined) {
    throw new KitError('kb.no_key', 'The credential is bound to no key that we read')
  }
  if (!verifyTypedJws(jws, readJwk(claims.cnf.jwk)).ok)
    throw new KitError('kb.sig', 'Not signed by the holder of the key')
  const payload = jws.claimed
  checkTimes(payload, at, demand)
  checkAnswer(payload, demand)
  if (payload.sd_hash !== sdDigest(question.presentation, question.hash)) {
    throw new KitError('kb.sd_hash', 'Made for another presentation')
  }
}

/** A header that brings a key, or says how to check in another way, is no signature by the key that counts. */
function read(token: string): TypedJws {
  const parsed = parseTypedJws(token, { types: ['kb+jwt'] })
  if (parsed.ok) return parsed
  if (parsed.code.startsWith('json.')) throw new KitError(parsed.code as KitErrorCode, 'Not strict JSON')
  if (parsed.code === 'jwt.wrong_type') throw new KitError('kb.typ', 'Not a key binding')
  const isUnreadable = ['sig.serialization', 'sig.expected_jws', 'sig.bad_base64url'].includes(parsed.code)
  throw new KitError(isUnreadable ? 'kb.malformed' : 'kb.sig', 'Not signed in a way that is allowed')
}

function checkTimes({ iat, exp, nbf }: JsonObject, at: Date, demand: KeyBindingDemand | undefined): void {
  const now = at.getTime() / 1000
  const isTime = [iat, exp ?? 0, nbf ?? 0].every(time => typeof time === 'number' && time >= 0)
  if (!isTime) throw new KitError('kb.iat', 'No time of signing')
  if (!demand) return
  const age = now - (iat as number)
  const isFresh = age <= (demand.maxAgeSeconds ?? defaultMaxAgeSeconds) && age >= -maxSkewSeconds
  const isInForce =
    now < ((exp as number | undefined) ?? Number.POSITIVE_INFINITY) &&
    now + maxSkewSeconds >= Number(nbf ?? 0)
  if (!isFresh || !isInForce) throw new KitError('kb.iat', 'Signed too long ago, or in the future')
}

function checkAnswer({ aud, nonce }: JsonObject, demand: KeyBindingDemand | undefined): void {
  if (typeof aud !== 'string' || (demand && aud !== demand.audience)) {
    throw new KitError('kb.aud', 'Made for somebody else')
  }
  if (typeof nonce !== 'string' || (demand && nonce !== demand.nonce)) {
    throw new KitError('kb.nonce', 'Made for another question')
  }
}
