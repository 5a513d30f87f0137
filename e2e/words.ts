import { translator } from '../app/src/web/i18n/translate.ts'

export const languages = ['sv', 'en', 'da'] as const
export type Language = (typeof languages)[number]

/** The product's own words in a language, so that one script serves three. */
export const wordsIn = (language: Language) => translator(language)

const regions: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB', da: 'da-DK' }

/** What the browser says that its reader prefers. */
export const localeOf = (language: Language) => regions[language]

/** The name of a language in another one, as the forms write it. */
export const languageName = (reader: Language, language: Language) =>
  new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language
