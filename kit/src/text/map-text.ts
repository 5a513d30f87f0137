import type { LangString } from './lang-string.ts'

/** The same languages, with each text changed; texts that become empty are left out. */
export function mapText(value: LangString, change: (text: string, language: string) => string): LangString {
  return Object.fromEntries(
    Object.entries(value)
      .map(([language, text]) => [language, change(text, language)] as const)
      .filter(([, text]) => text.trim() !== ''),
  )
}

/**
 * The texts in the languages asked for, in that order. When none of them has a text, everything that there
 * is: a fact in the wrong language is better than none.
 */
export function inLanguages(value: LangString, languages: readonly string[]): LangString {
  const wanted = languages.flatMap(language => {
    const text = value[language]
    return text !== undefined && text.trim() !== '' ? [[language, text] as const] : []
  })
  return wanted.length > 0 ? Object.fromEntries(wanted) : mapText(value, text => text)
}

/** The languages that have a text. */
export function languagesOf(value: LangString | undefined): string[] {
  return Object.entries(value ?? {}).flatMap(([language, text]) => (text.trim() === '' ? [] : [language]))
}

/** Several texts as one, language by language. */
export function joinTexts(values: readonly LangString[], separator: string): LangString {
  const languages = [...new Set(values.flatMap(languagesOf))]
  return Object.fromEntries(
    languages.map(language => [
      language,
      values
        .map(value => value[language] ?? '')
        .filter(text => text.trim() !== '')
        .join(separator),
    ]),
  )
}
