import type { MicroCredentialDraft } from '@meritum/kit/elm'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import { invalidInput } from '../../../errors.ts'
import type { Services } from '../../services.ts'
import { changeDraft, type DraftPlace } from '../change-draft.ts'
import { draftProblems } from '../schemas/draft.ts'

/** Replaces the whole draft with one parsed with `draftSchema`. */
export async function replaceDraft(
  services: Services,
  actor: Actor,
  { draft, ...place }: DraftPlace & { readonly draft: MicroCredentialDraft },
): Promise<{ revision: number }> {
  const staff = requireStaff(actor, 'design.write')
  const problems = draftProblems(draft)
  if (problems.length > 0) throw invalidInput(...problems)
  return changeDraft(services, staff, place, () => draft)
}
