import { outcomeSentence } from '../../elm/index.ts'
import type { LintRule } from '../finding.ts'

/** Longest sentence, in words, that a reader can be expected to take in at once. */
export const longestSentence = 35

export const longSentence: LintRule = ({ parts }) => {
  const words = outcomeSentence(parts).split(/\s+/).filter(Boolean).length
  if (words <= longestSentence) return []
  return [{ code: 'outcome.sentence_long', severity: 'warning', params: { words, longest: longestSentence } }]
}
