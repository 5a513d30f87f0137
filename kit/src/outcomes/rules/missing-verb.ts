import type { LintRule } from '../finding.ts'
import { isLintLanguage } from '../finding.ts'
import { observableVerbs } from '../verbs.ts'

/** Without an active verb there is nothing to assess. */
export const missingVerb: LintRule = ({ parts, category, language }) => {
  if (parts.activity.trim() !== '') return []
  const suggestions = isLintLanguage(language) ? observableVerbs[language][category] : []
  return [{ code: 'outcome.verb_missing', severity: 'error', part: 'activity', suggestions }]
}
