import { type LearningOutcome, outcomeSentence } from '@meritum/kit/elm'
import type { LangString } from '@meritum/kit/text'

/** The outcome as one sentence in each of its languages. */
export function outcomeSentences(outcome: Pick<LearningOutcome, 'parts'>): LangString {
  return Object.fromEntries(
    Object.entries(outcome.parts).map(([language, parts]) => [language, outcomeSentence(parts)]),
  )
}
