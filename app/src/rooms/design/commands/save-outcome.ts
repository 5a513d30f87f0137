import type { LearningOutcome } from '@meritum/kit/elm'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import { AppError, invalidInput } from '../../../errors.ts'
import type { Services } from '../../services.ts'
import { changeDraft, type DraftPlace } from '../change-draft.ts'
import { outcomeProblems } from '../schemas/outcome.ts'

export interface OutcomeChange extends DraftPlace {
  /** Parsed with `outcomeSchema`. An id that the draft lacks adds the outcome last. */
  readonly outcome: LearningOutcome
}

/** Most outcomes that a draft may hold at all; the guidebook advises ten. */
const mostOutcomes = 30

/** Adds an outcome or replaces one. Refused at the field when a sentence isn't whole. */
export async function saveOutcome(
  services: Services,
  actor: Actor,
  { outcome, ...place }: OutcomeChange,
): Promise<{ revision: number }> {
  const staff = requireStaff(actor, 'design.write')
  return changeDraft(services, staff, place, draft => {
    const problems = outcomeProblems(outcome, draft.languages ?? [])
    if (problems.length > 0) throw invalidInput(...problems)
    const outcomes = draft.outcomes ?? []
    const known = outcomes.some(({ id }) => id === outcome.id)
    if (!known && outcomes.length >= mostOutcomes) throw new AppError('input.too_large')
    return {
      ...draft,
      outcomes: known
        ? outcomes.map(other => (other.id === outcome.id ? outcome : other))
        : [...outcomes, outcome],
    }
  })
}
