import type { OutcomeCategory, OutcomeParts } from '../elm/index.ts'
import type { LintFinding, LintRule } from './finding.ts'
import { infinitive } from './rules/infinitive.ts'
import { longSentence } from './rules/long-sentence.ts'
import { missingPart } from './rules/missing-part.ts'
import { missingVerb } from './rules/missing-verb.ts'
import { oneVerb } from './rules/one-verb.ts'
import { vagueVerb } from './rules/vague-verb.ts'

/** The rules in the order in which their findings are shown. */
const rules: readonly LintRule[] = [missingVerb, missingPart, vagueVerb, infinitive, oneVerb, longSentence]

/**
 * Advice on one outcome in one language, after the guidebook's grammar: an introduction that makes the
 * person act, one active verb in the infinitive that can be observed, content, context and quality.
 */
export function lintOutcome(
  parts: OutcomeParts,
  category: OutcomeCategory,
  language: string,
): readonly LintFinding[] {
  return rules.flatMap(rule => rule({ parts, category, language }))
}
