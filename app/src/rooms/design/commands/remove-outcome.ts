import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import type { Services } from '../../services.ts'
import { changeDraft, type DraftPlace } from '../change-draft.ts'

/** Takes an outcome out of a draft; one that is gone already stays gone. */
export async function removeOutcome(
  services: Services,
  actor: Actor,
  { outcomeId, ...place }: DraftPlace & { readonly outcomeId: string },
): Promise<{ revision: number }> {
  const staff = requireStaff(actor, 'design.write')
  return changeDraft(services, staff, place, draft => ({
    ...draft,
    outcomes: (draft.outcomes ?? []).filter(({ id }) => id !== outcomeId),
  }))
}
