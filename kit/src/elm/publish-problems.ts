import { isLanguageTag } from '../text/index.ts'
import { designCompleteness, isNamed } from './completeness.ts'
import type { AnnexElement } from './credential-view.ts'
import {
  type LearningOutcome,
  type MicroCredentialDraft,
  type OutcomeParts,
  outcomeCategories,
} from './micro-credential.ts'
import { canDecide, findCountry } from './vocabularies/index.ts'

export type PublishProblemCode =
  | 'missing'
  | 'outcome_part_missing'
  | 'outcome_verb_missing'
  | 'outcome_category_missing'
  | 'outcome_criterion_missing'
  | 'outcome_method_missing'
  | 'outcome_method_cannot_decide'
  | 'too_many_outcomes'
  | 'country_unknown'
  | 'level_out_of_range'
  | 'workload_out_of_range'
  | 'validity_out_of_range'

/** One thing that stops a draft from being published. */
export interface PublishProblem {
  readonly code: PublishProblemCode
  /** Where it is in the content: `title`, `outcomes.0.parts.sv.activity`. */
  readonly field: string
  /** The Annex I element that it belongs to. */
  readonly element?: AnnexElement
  readonly params?: Readonly<Record<string, string | number>>
}

/** More outcomes than this are a qualification, not something small. */
export const outcomeLimit = 10

/**
 * What is missing before a draft may be frozen as a version: the nine design elements of Annex I in the
 * primary language, every outcome assessable, a steward and a validity. Empty when nothing is.
 */
export function publishProblems(draft: MicroCredentialDraft): readonly PublishProblem[] {
  const primary = draft.languages?.[0]
  if (primary === undefined || !isLanguageTag(primary)) return [{ code: 'missing', field: 'languages' }]
  return [
    ...elementProblems(draft, primary),
    ...(draft.outcomes ?? []).flatMap((outcome, index) =>
      outcomeProblems(outcome, `outcomes.${index}`, primary),
    ),
    ...rangeProblems(draft),
    ...(isNamed(draft.steward) ? [] : [{ code: 'missing', field: 'steward' } as const]),
    ...(draft.validity ? [] : [{ code: 'missing', field: 'validity' } as const]),
  ]
}

const elementFields: Readonly<Partial<Record<AnnexElement, string>>> = {
  country: 'countries',
  'awarding-body': 'awardingBodies',
  'learning-outcomes': 'outcomes',
  workload: 'workload',
  level: 'level',
  participation: 'participation',
}

function elementProblems(draft: MicroCredentialDraft, primary: string): PublishProblem[] {
  // Title and quality assurance are asked for in the primary language below; assessment with each outcome.
  const missing = designCompleteness(draft).missing.flatMap((element): PublishProblem[] => {
    const field = elementFields[element]
    return field === undefined ? [] : [{ code: 'missing', field, element }]
  })
  const texts = [
    [draft.title, 'title', 'title'],
    [draft.qualityAssurance?.description, 'qualityAssurance.description', 'quality-assurance'],
  ] as const
  const untitled = texts.flatMap(([text, field, element]): PublishProblem[] =>
    isBlank(text?.[primary]) ? [{ code: 'missing', field, element }] : [],
  )
  return [...untitled, ...missing]
}

const parts = [
  'introduction',
  'activity',
  'content',
  'contextAndQuality',
] as const satisfies (keyof OutcomeParts)[]

function outcomeProblems(outcome: LearningOutcome, field: string, primary: string): PublishProblem[] {
  const element = 'learning-outcomes'
  const written = outcome.parts?.[primary]
  const methods = outcome.methods ?? []
  return [
    ...parts
      .filter(part => isBlank(written?.[part]))
      .map(
        (part): PublishProblem => ({
          code: part === 'activity' ? 'outcome_verb_missing' : 'outcome_part_missing',
          field: `${field}.parts.${primary}.${part}`,
          element,
        }),
      ),
    ...problemIf(!outcomeCategories.includes(outcome.category), {
      code: 'outcome_category_missing',
      field: `${field}.category`,
      element,
    }),
    ...problemIf(isBlank(outcome.criterion?.[primary]), {
      code: 'outcome_criterion_missing',
      field: `${field}.criterion.${primary}`,
      element: 'assessment',
    }),
    ...problemIf(!methods.some(canDecide), {
      code: methods.length === 0 ? 'outcome_method_missing' : 'outcome_method_cannot_decide',
      field: `${field}.methods`,
      element: 'assessment',
    }),
  ]
}

function rangeProblems(draft: MicroCredentialDraft): PublishProblem[] {
  const { outcomes = [], countries = [], workload, level, validity } = draft
  const badLevel = level?.kind === 'estimate' && !isWhole(level.level, 1, 8)
  const badHours = workload !== undefined && !(workload.hours > 0 && workload.hours <= 10_000)
  const badCredits = workload?.ects !== undefined && !(workload.ects > 0 && workload.ects <= 300)
  return [
    ...problemIf(outcomes.length > outcomeLimit, {
      code: 'too_many_outcomes',
      field: 'outcomes',
      element: 'learning-outcomes',
      params: { limit: outcomeLimit, count: outcomes.length },
    }),
    ...countries.flatMap((code, index) =>
      problemIf(findCountry(code) === undefined, {
        code: 'country_unknown',
        field: `countries.${index}`,
        element: 'country',
      }),
    ),
    ...problemIf(badLevel, { code: 'level_out_of_range', field: 'level.level', element: 'level' }),
    // No hours at all is a missing element, said once.
    ...problemIf(badHours && workload.hours > 0, {
      code: 'workload_out_of_range',
      field: 'workload.hours',
      element: 'workload',
    }),
    ...problemIf(badCredits, { code: 'workload_out_of_range', field: 'workload.ects', element: 'workload' }),
    ...problemIf(validity?.kind === 'months' && !isWhole(validity.months, 1, 600), {
      code: 'validity_out_of_range',
      field: 'validity.months',
    }),
  ]
}

function problemIf(condition: boolean, problem: PublishProblem): PublishProblem[] {
  return condition ? [problem] : []
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

function isWhole(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to
}
