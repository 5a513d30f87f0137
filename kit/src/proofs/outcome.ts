/** What one part of a proof's verification found. `code` is stable (docs/codes.md). */
export type Outcome = { readonly ok: true } | Failure

export interface Failure {
  readonly ok: false
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  /** It could not be checked; that proves nothing, neither for nor against. */
  readonly undecided?: true
}

export const holds: Outcome = { ok: true }

export function fails(code: string, params?: Failure['params']): Failure {
  return params ? { ok: false, code, params } : { ok: false, code }
}

export function undecided(code: string, params?: Failure['params']): Failure {
  return { ...fails(code, params), undecided: true }
}

/** What several parts come to when all must hold: the first that is disproved, else the first that is open. */
export function combineOutcomes(outcomes: readonly Outcome[]): Outcome {
  const failures = outcomes.filter((outcome): outcome is Failure => !outcome.ok)
  return failures.find(failure => !failure.undecided) ?? failures[0] ?? holds
}
