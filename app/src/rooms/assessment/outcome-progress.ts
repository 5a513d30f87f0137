import type { AssessmentMethod, LearningOutcome, SupervisionCode } from '@meritum/kit/elm'

/** Where an outcome stands: the latest decision counts, earlier ones are history. */
export type OutcomeState = 'met' | 'not-yet-met' | 'not-assessed'

/** One decision as it was recorded. Decisions are only ever added. */
export interface RecordedResult {
  readonly id: string
  readonly outcomeId: string
  readonly result: 'met' | 'not-yet-met'
  readonly method: AssessmentMethod
  readonly supervision: SupervisionCode
  readonly assessorId: string
  readonly assessedAt: Date
}

export interface OutcomeProgress<R extends RecordedResult = RecordedResult> {
  readonly outcome: LearningOutcome
  readonly state: OutcomeState
  readonly latest?: R
  /** All decisions, newest first. */
  readonly history: readonly R[]
}

/** Every outcome of the version, in its order, with its decisions. `results` are newest first. */
export function progressOf<R extends RecordedResult>(
  outcomes: readonly LearningOutcome[],
  results: readonly R[],
): OutcomeProgress<R>[] {
  return outcomes.map(outcome => {
    const history = results.filter(result => result.outcomeId === outcome.id)
    const latest = history[0]
    return { outcome, state: latest?.result ?? 'not-assessed', history, ...(latest && { latest }) }
  })
}

/** Whether every outcome is met, so that an award may be decided. */
export function allMet(progress: readonly OutcomeProgress[]): boolean {
  return progress.length > 0 && progress.every(({ state }) => state === 'met')
}
