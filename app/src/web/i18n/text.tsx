import { type LangString, pickText } from '@meritum/kit/text'
import { useLanguage } from './use-language.ts'

/** Text that exists in one or several languages: the reader's own if there, and marked when it is another. */
export function Text({ value, fallback = '' }: { value: LangString | undefined; fallback?: string }) {
  const { locale } = useLanguage()
  const picked = pickText(value, locale)
  if (!picked) return <>{fallback}</>
  return picked.language === locale ? <>{picked.text}</> : <span lang={picked.language}>{picked.text}</span>
}
