import type { LintLanguage, LintRule } from '../finding.ts'
import { isLintLanguage } from '../finding.ts'

const joiners: Readonly<Record<LintLanguage, RegExp>> = {
  en: /\s(?:and|or|and\/or)\s|[,/&]/,
  sv: /\s(?:och|eller|samt|och\/eller)\s|[,/&]/,
  da: /\s(?:og|eller|samt|og\/eller)\s|[,/&]/,
}

/** Two activities in one outcome can't be met or not met by themselves. */
export const oneVerb: LintRule = ({ parts, language }) => {
  if (!isLintLanguage(language) || !joiners[language].test(parts.activity.trim().toLowerCase())) return []
  return [
    {
      code: 'outcome.verb_several',
      severity: 'warning',
      part: 'activity',
      params: { verb: parts.activity.trim() },
    },
  ]
}
