import { isEmptyText } from '../text/index.ts'
import type { AnnexElement } from './credential-view.ts'
import type { MicroCredentialDraft, Organisation } from './micro-credential.ts'

/** The elements of Annex I that only an award brings: who the learner is, and when. */
export const atAwardElements = ['learner', 'date'] as const

export type DesignElement = Exclude<AnnexElement, (typeof atAwardElements)[number]>

/** The nine that a design has to have, in the order of Annex I. */
export const designElements = [
  'title',
  'country',
  'awarding-body',
  'learning-outcomes',
  'workload',
  'level',
  'assessment',
  'participation',
  'quality-assurance',
] as const satisfies readonly DesignElement[]

// ECTS is asked for "where possible" and a level "where applicable": hours do, and so does "not applicable".
const rules: Readonly<Record<DesignElement, (draft: MicroCredentialDraft) => boolean>> = {
  title: draft => !isEmptyText(draft.title),
  country: draft => (draft.countries?.length ?? 0) > 0,
  'awarding-body': draft => (draft.awardingBodies ?? []).some(isNamed),
  'learning-outcomes': draft => (draft.outcomes?.length ?? 0) > 0,
  workload: draft => (draft.workload?.hours ?? 0) > 0,
  level: draft => draft.level !== undefined,
  assessment: draft =>
    (draft.outcomes?.length ?? 0) > 0 && draft.outcomes!.every(outcome => (outcome.methods?.length ?? 0) > 0),
  participation: draft => draft.participation !== undefined,
  'quality-assurance': draft => !isEmptyText(draft.qualityAssurance?.description),
}

/**
 * How far a design has come with the mandatory elements of Annex I. `present` and `missing` are among the
 * nine of the design; the learner and the date come with the award and complete the eleven.
 */
export function designCompleteness(draft: MicroCredentialDraft): {
  readonly present: readonly AnnexElement[]
  readonly missing: readonly AnnexElement[]
  readonly atAward: typeof atAwardElements
} {
  return {
    present: designElements.filter(element => rules[element](draft)),
    missing: designElements.filter(element => !rules[element](draft)),
    atAward: atAwardElements,
  }
}

/** Whether an organisation has been chosen and has a name. */
export function isNamed(organisation: Organisation | undefined): boolean {
  return organisation !== undefined && !isEmptyText(organisation.legalName)
}
