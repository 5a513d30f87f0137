/** Text in several languages: BCP 47 tag → text (`{ sv: 'Mikromerit', en: 'Micro-credential' }`). */
export type LangString = Readonly<Record<string, string>>

/** One language's text together with its tag, so that a page can mark text in another language. */
export interface TaggedText {
  readonly text: string
  readonly language: string
}

/** Languages to try when the reader's own is missing. */
const fallbackOrder = ['en', 'sv', 'da']

/** The text to show to a reader: the first of `preferred` that exists, else English, Swedish, Danish, any. */
export function pickText(value: LangString | undefined, ...preferred: string[]): TaggedText | undefined {
  if (!value) return undefined
  for (const language of [...preferred, ...fallbackOrder, ...Object.keys(value)]) {
    const text = value[language]
    if (text !== undefined && text.trim() !== '') return { text, language }
  }
  return undefined
}

/** Whether no language has any text. */
export function isEmptyText(value: LangString | undefined): boolean {
  return !value || Object.values(value).every(text => text.trim() === '')
}
