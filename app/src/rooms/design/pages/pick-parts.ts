import type { LearningOutcome, OutcomeParts } from '@meritum/kit/elm'

/** The sentence to show to a reader: in her language, else in the first that it is written in. */
export function pickParts(
  outcome: Pick<LearningOutcome, 'parts'>,
  ...preferred: readonly string[]
): { parts: OutcomeParts; language: string } | undefined {
  for (const language of [...preferred, 'en', 'sv', 'da', ...Object.keys(outcome.parts)]) {
    const parts = outcome.parts[language]
    if (parts) return { parts, language }
  }
  return undefined
}
