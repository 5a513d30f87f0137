import { createContext, useContext } from 'hono/jsx'
import { defaultLocale, type Locale } from './locale.ts'
import { type Translate, translator } from './translate.ts'

/** The reader's language of the page that is being rendered; the layout sets it. */
export const LanguageContext = createContext<Locale>(defaultLocale)

/** Inside a component: the language and the words of the page. */
export function useLanguage(): { locale: Locale; t: Translate } {
  const locale = useContext(LanguageContext)
  return { locale, t: translator(locale) }
}
