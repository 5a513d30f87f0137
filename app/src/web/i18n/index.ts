export {
  defaultTimeZone,
  formatCode,
  formatDate,
  formatDateTime,
  formatNumber,
  formatWeekday,
} from './format.ts'
export {
  defaultLocale,
  isLocale,
  type Locale,
  languageNames,
  localeCookie,
  localeOf,
  locales,
} from './locale.ts'
export { type MessageKey, messages } from './messages/index.ts'
export { BreakableContext, fitLargeType, Text } from './text.tsx'
export { isMessageKey, type MessageValues, type Translate, translateCode, translator } from './translate.ts'
export { LanguageContext, useLanguage } from './use-language.ts'
