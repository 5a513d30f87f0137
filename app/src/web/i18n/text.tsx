import { type LangString, pickText } from '@meritum/kit/text'
import { createContext, Fragment, useContext } from 'hono/jsx'
import { useLanguage } from './use-language.ts'

/** Whether long words may break after a stroke, as titles in large type need on phones. */
export const BreakableContext = createContext(false)

/** Text that exists in one or several languages: the reader's own if there, and marked when it is another. */
export function Text({ value, fallback = '' }: { value: LangString | undefined; fallback?: string }) {
  const { locale } = useLanguage()
  const breakable = useContext(BreakableContext)
  const picked = pickText(value, locale)
  const text = picked?.text ?? fallback
  const content = breakable ? fitLargeType(text) : text
  return picked && picked.language !== locale ? <span lang={picked.language}>{content}</span> : <>{content}</>
}

/** From here on a word is wider than a phone, or a narrow column, when it is set in a title's size. */
const longWord = /[\p{L}\p{N}]{22,}/u

/** A title may break after strokes, and is set smaller when one of its words is very long. */
export function fitLargeType(text: string) {
  const content = breakAfterStrokes(text)
  return longWord.test(text) ? <span class="m-long-words">{content}</span> : content
}

/** Lets a browser break `felsökning/lagning/mätning` after each stroke; what is copied stays the same. */
function breakAfterStrokes(text: string) {
  const pieces = text.split(/(?<=\/)(?=\p{L})/u)
  return pieces.map((piece, i) => (
    <Fragment key={String(i)}>
      {i > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
}
