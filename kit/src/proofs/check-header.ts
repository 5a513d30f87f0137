import type { JsonObject } from '../json/index.ts'
import { fails, holds, type Outcome } from './outcome.ts'
import { isAllowedAlgorithm } from './verify-signature.ts'

/** Members that would let a proof bring or name its own key (RFC 8725 §3.10). */
const keyBringers = ['jwk', 'jku', 'x5u']

/** `alg` is allowed, no key is brought along, and every critical member is understood (RFC 7515 §4.1.11). */
export function checkHeader(header: JsonObject, understood: readonly string[]): Outcome {
  if (!isAllowedAlgorithm(header.alg)) return fails('sig.alg_not_allowed')
  if (keyBringers.some(name => Object.hasOwn(header, name))) return fails('sig.header_not_allowed')
  return checkCritical(header, understood)
}

function checkCritical(header: JsonObject, understood: readonly string[]): Outcome {
  const { crit } = header
  if (crit === undefined) return holds
  const isList = Array.isArray(crit) && crit.length > 0 && new Set(crit).size === crit.length
  const isUnderstood =
    isList &&
    crit.every(name => typeof name === 'string' && understood.includes(name) && Object.hasOwn(header, name))
  return isUnderstood ? holds : fails('sig.crit_unsupported')
}
