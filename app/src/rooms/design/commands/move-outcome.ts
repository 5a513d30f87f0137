import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import type { Services } from '../../services.ts'
import { changeDraft, type DraftPlace } from '../change-draft.ts'

export interface OutcomeMove extends DraftPlace {
  readonly outcomeId: string
  readonly direction: 'up' | 'down'
}

/** Changes places with the neighbour; at the end of the list nothing moves. */
export async function moveOutcome(
  services: Services,
  actor: Actor,
  { outcomeId, direction, ...place }: OutcomeMove,
): Promise<{ revision: number }> {
  const staff = requireStaff(actor, 'design.write')
  return changeDraft(services, staff, place, draft => {
    const outcomes = [...(draft.outcomes ?? [])]
    const from = outcomes.findIndex(({ id }) => id === outcomeId)
    const to = direction === 'up' ? from - 1 : from + 1
    const [moved, neighbour] = [outcomes[from], outcomes[to]]
    if (!moved || !neighbour) return draft
    outcomes[to] = moved
    outcomes[from] = neighbour
    return { ...draft, outcomes }
  })
}
