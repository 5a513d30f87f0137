import type { OutcomeCategory, OutcomeParts } from '../elm/index.ts'

/** The languages that the rules know; text in another language is only checked for its parts. */
export type LintLanguage = 'en' | 'sv' | 'da'

export type OutcomePart = keyof OutcomeParts

/**
 * One thing that a rule noticed about an outcome. An error stops the outcome from being kept; a warning
 * is advice that the author may leave.
 */
export interface LintFinding {
  readonly code:
    | 'outcome.part_missing'
    | 'outcome.verb_missing'
    | 'outcome.verb_vague'
    | 'outcome.verb_not_infinitive'
    | 'outcome.verb_several'
    | 'outcome.sentence_long'
  readonly severity: 'error' | 'warning'
  /** The part that it is about; absent when it is about the whole sentence. */
  readonly part?: OutcomePart
  readonly params?: Readonly<Record<string, string | number>>
  /** Verbs to use instead, best first, in the language of the sentence. */
  readonly suggestions?: readonly string[]
}

/** What a rule looks at: one sentence in one language. */
export interface LintInput {
  readonly parts: OutcomeParts
  readonly category: OutcomeCategory
  /** BCP 47 tag. */
  readonly language: string
}

export type LintRule = (input: LintInput) => readonly LintFinding[]

export function isLintLanguage(language: string): language is LintLanguage {
  return language === 'en' || language === 'sv' || language === 'da'
}
