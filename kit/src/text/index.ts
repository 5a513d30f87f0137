export type { LangString, TaggedText } from './lang-string.ts'
export { isEmptyText, pickText } from './lang-string.ts'
