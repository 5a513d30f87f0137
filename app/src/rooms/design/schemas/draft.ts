import { isDeepStrictEqual } from 'node:util'
import type { MicroCredentialDraft } from '@meritum/kit/elm'
import { z } from 'zod'
import type { FieldProblem } from '../../../errors.ts'
import { outcomeProblems, outcomeSchema } from './outcome.ts'
import { languagesSchema, sectionSchemas, titleText } from './sections.ts'

/** The whole draft, as the API takes it. Anything but languages and title may still be missing. */
export const draftSchema = z.strictObject({
  ...sectionSchemas.awarding.partial().shape,
  ...sectionSchemas.basics.partial().shape,
  languages: languagesSchema,
  title: titleText,
  outcomes: z.array(outcomeSchema).max(30).optional(),
  ...sectionSchemas.workload.partial().shape,
  ...sectionSchemas.level.partial().shape,
  ...sectionSchemas.assessment.shape,
  ...sectionSchemas.participation.partial().shape,
  ...sectionSchemas.quality.partial().shape,
  ...sectionSchemas.validity.partial().shape,
  ...sectionSchemas.optional.shape,
  ...sectionSchemas.kompetenspasset.shape,
}) satisfies z.ZodType<MicroCredentialDraft, unknown>

/** What the shape alone can't say: a title, whole sentences, each outcome once. */
export function draftProblems(draft: MicroCredentialDraft): FieldProblem[] {
  const languages = draft.languages ?? []
  const outcomes = draft.outcomes ?? []
  const ids = outcomes.map(outcome => outcome.id)
  return [
    ...titleProblems(draft),
    ...organisationProblems(draft),
    ...outcomes.flatMap((outcome, index) => [
      ...(ids.indexOf(outcome.id) < index
        ? [{ field: `outcomes.${index}.id`, key: 'design.problem.outcome_twice' }]
        : []),
      ...outcomeProblems(outcome, languages).map(problem => ({
        ...problem,
        field: `outcomes.${index}.${problem.field}`,
      })),
    ]),
  ]
}

/** A credential can only say one thing of each id: two organisations under one would be merged. */
function organisationProblems({ awardingBodies = [], steward }: MicroCredentialDraft): FieldProblem[] {
  const placed = [
    ...awardingBodies.map((organisation, index) => ({ field: `awardingBodies.${index}.id`, organisation })),
    ...(steward ? [{ field: 'steward.id', organisation: steward }] : []),
  ]
  return placed
    .filter(({ organisation }, index) => {
      const first = placed.findIndex(other => other.organisation.id === organisation.id)
      return first < index && !isDeepStrictEqual(placed[first]!.organisation, organisation)
    })
    .map(({ field }) => ({ field, key: 'design.problem.organisation_twice' }))
}

/** A micro-credential can't be found again without a title in its primary language. */
export function titleProblems(draft: MicroCredentialDraft): FieldProblem[] {
  const primary = draft.languages?.[0]
  if (!primary || draft.title?.[primary]) return []
  return [{ field: `title.${primary}`, key: 'design.title.missing' }]
}
