import type { KeyObject } from 'node:crypto'
import { KitError } from '../errors.ts'
import { isJsonObject, type JsonObject, parseStrictJson } from '../json/index.ts'
import { asOutcome, orThrow } from './as-outcome.ts'
import { checkHeader } from './check-header.ts'
import { type CompactJws, defaultMaxTokenBytes, parseJws } from './jose/parse-jws.ts'
import type { Failure, Outcome } from './outcome.ts'
import { type AllowedAlgorithm, verifySignature } from './verify-signature.ts'

/** A compact JWS of an expected type, taken apart. Nothing of it is believed yet. */
export interface TypedJws extends Omit<CompactJws, 'payload'> {
  readonly ok: true
  /** Enough to find a key with, not to decide anything. */
  readonly claimed: JsonObject
}

export interface TypedJwsLimits {
  /** Values of `typ` that are expected, `undefined` for none: a token that was made for something else is refused (RFC 8725 §3.11). */
  readonly types: readonly (string | undefined)[]
  readonly maxBytes?: number
}

/** Fails with `input.too_large`, `sig.*`, `json.*` or `jwt.wrong_type`. */
export function parseTypedJws(token: string, limits: TypedJwsLimits): TypedJws | Failure {
  return asOutcome(() => readTypedJws(token, limits))
}

/** The signature of a token with the key that the caller found for it. */
export function verifyTypedJws({ header, input, signature }: TypedJws, key: KeyObject): Outcome {
  return verifySignature(header.alg as AllowedAlgorithm, key, input, signature)
}

/** @throws KitError `input.too_large`, `sig.*`, `json.*`, `jwt.wrong_type` */
export function readTypedJws(token: string, limits: TypedJwsLimits): TypedJws {
  const { types, maxBytes = defaultMaxTokenBytes } = limits
  const { header, payload, input, signature } = parseJws(token, maxBytes)
  if (!types.some(type => type === header.typ))
    throw new KitError('jwt.wrong_type', 'Made for something else')
  orThrow(checkHeader(header, []))
  const claimed = parseStrictJson(payload, { maxBytes })
  if (!isJsonObject(claimed)) throw new KitError('json.syntax', 'The payload is not an object')
  return { ok: true, header, claimed, input, signature }
}
