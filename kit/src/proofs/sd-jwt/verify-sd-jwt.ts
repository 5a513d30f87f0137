import type { KeyObject } from 'node:crypto'
import { KitError } from '../../errors.ts'
import type { JsonObject } from '../../json/index.ts'
import { asOutcome, orThrow } from '../as-outcome.ts'
import type { Failure } from '../outcome.ts'
import { verifyTypedJws } from '../typed-jws.ts'
import { parseDisclosure } from './disclosure.ts'
import { checkDemand, type KeyBindingDemand, verifyKeyBinding } from './key-binding.ts'
import type { ParsedSdJwt } from './parse-sd-jwt.ts'
import { type RevealedClaims, revealClaims } from './reveal-claims.ts'
import { readSdHash } from './sd-hash.ts'

export interface SdJwtQuestion {
  readonly at: Date
  /** Present when the holder was asked to prove the key: then an answer is required, and has to fit. */
  readonly keyBinding?: KeyBindingDemand
  /** Claims that have to be shown beside those of the format, such as `exp` or `status`. */
  readonly requiredClaims?: readonly string[]
}

export type SdJwtVerification = SdJwtVerified | Failure

export interface SdJwtVerified {
  readonly ok: true
  /** What the issuer signed and the holder shows, without digests. */
  readonly claims: JsonObject
  /** Parts kept back or decoys: nobody but the holder knows how many are which. */
  readonly hidden: number
  /** `unasked`: the holder's signature fits, but it isn't known whom it was made for. */
  readonly keyBinding: 'proven' | 'unasked' | 'absent'
}

/**
 * Claims that must be plain (SD-JWT VC §3.2.2.2): kept back, they would hide an end, a revocation or a holder.
 */
export const alwaysVisible: readonly string[] = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status']

/**
 * Verifies an SD-JWT (RFC 9901 §7.1 and §7.3) with the issuer's key, which the caller has bound to the issuer
 * (`x5c`, or the keys that the issuer publishes). Dates and status are checks of their own. Claims are returned
 * only from signed bytes.
 *
 * @throws TypeError for key binding without audience or nonce
 */
export function verifySdJwt(parsed: ParsedSdJwt, key: KeyObject, question: SdJwtQuestion): SdJwtVerification {
  if (question.keyBinding) checkDemand(question.keyBinding)
  return asOutcome(() => verify(parsed, key, question))
}

function verify(parsed: ParsedSdJwt, key: KeyObject, question: SdJwtQuestion): SdJwtVerified {
  orThrow(verifyTypedJws(parsed, key))
  const hash = readSdHash(parsed.claimed._sd_alg)
  const disclosures = parsed.disclosures.map(encoded => parseDisclosure(encoded, hash))
  const revealed = revealClaims(parsed.claimed, disclosures)
  checkVisible(parsed, revealed, question.requiredClaims ?? [])
  const { claims, hidden } = revealed
  const { keyBinding: token, presentation } = parsed
  const { at, keyBinding: demand } = question
  if (demand && token === undefined) throw new KitError('kb.missing', 'No proof of the key')
  if (token === undefined) return { ok: true, claims, hidden, keyBinding: 'absent' }
  verifyKeyBinding({ token, claims, presentation, hash, at, demand })
  return { ok: true, claims, hidden, keyBinding: demand ? 'proven' : 'unasked' }
}

function checkVisible(parsed: ParsedSdJwt, revealed: RevealedClaims, required: readonly string[]): void {
  const { claims, hiddenAtTop, disclosed } = revealed
  for (const [{ name = '' }, path] of disclosed) {
    if (path.length === 1 && alwaysVisible.includes(name)) throw hiddenClaim(name)
  }
  const missing = [...namesOf(parsed), ...required].find(name => !Object.hasOwn(claims, name))
  if (missing === undefined && hasType(claims)) return
  // Nobody can tell a claim that is kept back from one that never was, unless nothing is kept back.
  if (missing === undefined || (hiddenAtTop === 0 && !required.includes(missing))) {
    throw new KitError('sd.malformed', 'A credential without type or issuer')
  }
  throw hiddenClaim(missing)
}

/** A credential of VCDM 2.0 in `vc+sd-jwt` (VC-JOSE-COSE §3.2.1) has no `vct`; others have (SD-JWT VC §3.2.2.1). */
function namesOf({ type, header, claimed }: ParsedSdJwt): readonly string[] {
  if (type === 'vc+sd-jwt' && Object.hasOwn(claimed, '@context')) return ['type', 'issuer']
  return Object.hasOwn(header, 'x5c') ? ['vct'] : ['vct', 'iss']
}

function hasType({ vct, type }: JsonObject): boolean {
  return vct === undefined
    ? Array.isArray(type) || typeof type === 'string'
    : typeof vct === 'string' && vct !== ''
}

function hiddenClaim(name: string): KitError {
  return new KitError('sd.required_claim_hidden', `The claim ${name} has to be plain`, { params: { name } })
}
