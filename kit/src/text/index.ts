export type { LangString, TaggedText } from './lang-string.ts'
export { isEmptyText, pickText } from './lang-string.ts'
export { isLanguageTag } from './language-tag.ts'
export { inLanguages, joinTexts, languagesOf, mapText } from './map-text.ts'
