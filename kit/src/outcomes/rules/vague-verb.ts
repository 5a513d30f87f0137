import type { LintRule } from '../finding.ts'
import { isLintLanguage } from '../finding.ts'
import { observableVerbs, vagueVerbs } from '../verbs.ts'

const plain = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')

/**
 * "Understand" can't be observed. The verb is often split over two parts ("känna" + "till kabeltyper"),
 * so the phrase is looked for at the start of activity and content together.
 */
export const vagueVerb: LintRule = ({ parts, category, language }) => {
  if (!isLintLanguage(language) || parts.activity.trim() === '') return []
  const start = `${plain(parts.activity)} ${plain(parts.content)} `
  const found = vagueVerbs[language].find(verb => start.startsWith(`${verb} `))
  if (!found) return []
  return [
    {
      code: 'outcome.verb_vague',
      severity: 'warning',
      part: 'activity',
      params: { verb: found },
      suggestions: observableVerbs[language][category],
    },
  ]
}
