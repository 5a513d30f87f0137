import type { LintLanguage, LintRule } from '../finding.ts'
import { isLintLanguage } from '../finding.ts'

/**
 * What shows, from the form of the first word alone, that it is no infinitive: the infinitive marker
 * (the introduction already says "can"), the present tense, the passive, a noun made of a verb.
 * Only decidable forms: a form that could be an infinitive passes.
 */
const otherForms: Readonly<
  Record<LintLanguage, { marker: string; form: RegExp; infinitives: ReadonlySet<string> }>
> = {
  en: {
    marker: 'to',
    form: /(?:[^s]s|ing)$/,
    infinitives: new Set(['bring', 'sing', 'ring', 'string', 'swing', 'focus']),
  },
  sv: {
    marker: 'att',
    form: /(?:[aeiouyåäö]r|as|ning|ande)$/,
    infinitives: new Set(['andas', 'samsas', 'umgås']),
  },
  // "-ende" is left alone: anvende and genkende are infinitives.
  da: { marker: 'at', form: /(?:[aeiouyæøå]r|es|ning)$/, infinitives: new Set(['enes']) },
}

export const infinitive: LintRule = ({ parts, language }) => {
  const word = parts.activity.trim().toLowerCase().split(/\s+/)[0] ?? ''
  if (!isLintLanguage(language) || word === '') return []
  const { marker, form, infinitives } = otherForms[language]
  const isOther = word === marker || (form.test(word) && !infinitives.has(word))
  if (!isOther) return []
  return [
    { code: 'outcome.verb_not_infinitive', severity: 'warning', part: 'activity', params: { verb: word } },
  ]
}
