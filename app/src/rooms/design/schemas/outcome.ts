import { assessmentMethods, type LearningOutcome, outcomeCategories } from '@meritum/kit/elm'
import { lintOutcome } from '@meritum/kit/outcomes'
import { z } from 'zod'
import type { FieldProblem } from '../../../errors.ts'
import { langText, text } from '../../organisation/index.ts'

const partsSchema = z.strictObject({
  introduction: text(300).default(''),
  activity: text(100).default(''),
  content: text(600).default(''),
  contextAndQuality: text(600).default(''),
})

/** Languages in which all four parts are blank are left out. */
const sentences = z
  .strictObject({ sv: partsSchema.optional(), en: partsSchema.optional(), da: partsSchema.optional() })
  .transform(parts =>
    Object.fromEntries(
      Object.entries(parts).filter(
        (entry): entry is [string, z.output<typeof partsSchema>] =>
          entry[1] !== undefined && Object.values(entry[1]).some(part => part !== ''),
      ),
    ),
  )

export const outcomeSchema = z.strictObject({
  id: z.uuid(),
  category: z.enum(outcomeCategories, 'design.category.missing'),
  parts: sentences,
  criterion: langText(4000),
  methods: z
    .array(z.enum(assessmentMethods))
    .max(assessmentMethods.length)
    .transform(methods => [...new Set(methods)]),
}) satisfies z.ZodType<LearningOutcome, unknown>

const startOfIntroduction: Readonly<Record<string, string>> = {
  sv: 'Innehavaren kan',
  en: 'The holder can',
  da: 'Indehaveren kan',
}

/** The guidebook's introduction, which makes the person the one who acts. */
export function usualIntroduction(language: string): string {
  return startOfIntroduction[language] ?? ''
}

/**
 * What stops an outcome from being kept: a sentence that isn't whole. The primary language must have it;
 * another language may be left for later, but not half done. The introduction alone doesn't count as begun.
 */
export function outcomeProblems(
  outcome: Pick<LearningOutcome, 'parts' | 'category'>,
  languages: readonly string[],
): FieldProblem[] {
  return languages.flatMap((language, order) => {
    const parts = outcome.parts[language]
    const isBegun = parts && (parts.activity || parts.content || parts.contextAndQuality)
    if (order > 0 && !isBegun) return []
    return lintOutcome(parts ?? emptyParts, outcome.category, language)
      .filter(finding => finding.severity === 'error')
      .map(finding => ({
        field: `parts.${language}.${finding.part}`,
        key: `design.${finding.code}`,
        params: { part: finding.part ?? '' },
      }))
  })
}

const emptyParts = { introduction: '', activity: '', content: '', contextAndQuality: '' }
