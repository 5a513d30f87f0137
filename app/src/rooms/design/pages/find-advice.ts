import type { LearningOutcome, OutcomeCategory } from '@meritum/kit/elm'
import { type LintFinding, lintOutcome } from '@meritum/kit/outcomes'

type AdviceCode = Exclude<LintFinding['code'], 'outcome.part_missing' | 'outcome.verb_missing'>

export interface Advice extends LintFinding {
  readonly code: AdviceCode
  readonly language: string
  /** Names the advice on this wording, without blanks: a form says with it what its author has seen. */
  readonly key: string
}

/** What the linter advises on an outcome, in each language that it has a sentence in. Errors are the form's own. */
export function findAdvice(
  outcome: Pick<LearningOutcome, 'parts'> & { readonly category?: OutcomeCategory | undefined },
  languages: readonly string[],
): Advice[] {
  return languages.flatMap(language => {
    const parts = outcome.parts[language]
    if (!parts?.activity) return []
    return lintOutcome(parts, outcome.category ?? 'skill', language)
      .filter((finding): finding is LintFinding & { code: AdviceCode } => finding.severity === 'warning')
      .map(finding => ({
        ...finding,
        language,
        key: `${language}/${finding.code}/${encodeURIComponent(String(finding.params?.verb ?? ''))}`,
      }))
  })
}
