import { KitError, type KitErrorCode } from '../errors.ts'
import type { Failure, Outcome } from './outcome.ts'

/** Rules many levels deep end by throwing; to callers a proof that fails is an outcome like any other. */
export function asOutcome<T extends { readonly ok: true }>(act: () => T): T | Failure {
  try {
    return act()
  } catch (error) {
    if (error instanceof KitError) return { ok: false, code: error.code }
    throw error
  }
}

export function orThrow(outcome: Outcome): void {
  if (!outcome.ok) throw new KitError(outcome.code as KitErrorCode, 'A check did not hold')
}
