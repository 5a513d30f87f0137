import type { MicroCredentialDraft } from '@meritum/kit/elm'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import { invalidInput } from '../../../errors.ts'
import type { Services } from '../../services.ts'
import { changeDraft, type DraftPlace } from '../change-draft.ts'
import { draftProblems } from '../schemas/draft.ts'
import { type SectionName, sectionKeys } from '../schemas/sections.ts'

export interface SectionChange extends DraftPlace {
  readonly section: SectionName
  /** Parsed with `sectionSchemas[section]`; what it leaves out is removed from the draft. */
  readonly values: MicroCredentialDraft
}

/** Replaces one section of a draft. */
export async function saveSection(
  services: Services,
  actor: Actor,
  change: SectionChange,
): Promise<{ revision: number }> {
  const staff = requireStaff(actor, 'design.write')
  const keys = sectionKeys(change.section)
  return changeDraft(services, staff, change, draft => {
    const rest = Object.entries(draft).filter(([key]) => !keys.includes(key as keyof MicroCredentialDraft))
    const next = { ...Object.fromEntries(rest), ...change.values }
    const problems = draftProblems(next).filter(problem => keys.some(key => isWithin(problem.field, key)))
    if (problems.length > 0) throw invalidInput(...problems)
    return next
  })
}

const isWithin = (field: string, key: string) => field === key || field.startsWith(`${key}.`)
