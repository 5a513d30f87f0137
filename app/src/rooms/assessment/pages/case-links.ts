import type { OutcomeProgress } from '../outcome-progress.ts'

export const casePath = (caseId: string) => `/assessment/${caseId}`
export const outcomePath = (caseId: string, outcomeId: string) =>
  `/assessment/${caseId}/outcomes/${outcomeId}`

/**
 * Where to go after an outcome: the next that nobody has decided, round the corner if need be, else the summary.
 * What was found not yet met has been decided: nobody is led back to it.
 */
export function nextPath(
  caseId: string,
  progress: readonly OutcomeProgress[],
  fromOutcomeId: string,
): string {
  const at = progress.findIndex(({ outcome }) => outcome.id === fromOutcomeId)
  const following = [...progress.slice(at + 1), ...progress.slice(0, Math.max(at, 0))]
  const next = following.find(({ state }) => state === 'not-assessed')
  return next ? outcomePath(caseId, next.outcome.id) : casePath(caseId)
}
