import { IntlMessageFormat } from 'intl-messageformat'
import type { Locale } from './locale.ts'
import { type MessageKey, messages } from './messages/index.ts'

/** What fills a message's arguments. Dates are formatted first (`formatDate`), since they need a time zone. */
export type MessageValues = Readonly<Record<string, string | number>>

/** Says a message in the reader's language. */
export type Translate = (key: MessageKey, values?: MessageValues) => string

/** BCP 47 tags with the region whose habits of numbers and dates we follow. */
export const regionTags: Readonly<Record<Locale, string>> = { en: 'en-GB', sv: 'sv-SE', da: 'da-DK' }

const formats = new Map<string, IntlMessageFormat>()

function formatOf(locale: Locale, key: string): IntlMessageFormat | undefined {
  const id = `${locale} ${key}`
  const known = formats.get(id)
  if (known) return known
  // A test refuses a key that is missing in a language; should one slip through, English is better than nothing.
  const own = messages[locale][key]
  const text = own ?? messages.en[key]
  if (text === undefined) return undefined
  const format = new IntlMessageFormat(text, regionTags[own === undefined ? 'en' : locale], undefined, {
    ignoreTag: true,
  })
  formats.set(id, format)
  return format
}

function say(locale: Locale, key: string, values?: MessageValues): string {
  const format = formatOf(locale, key)
  return format ? String(format.format(values)) : key
}

const translators: Readonly<Record<Locale, Translate>> = {
  en: (key, values) => say('en', key, values),
  sv: (key, values) => say('sv', key, values),
  da: (key, values) => say('da', key, values),
}

/** The translator of one language. The same function every time, so that it can be compared and cached. */
export function translator(locale: Locale): Translate {
  return translators[locale]
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(messages.en, key)
}

/** Says a message whose key is data (the code of an error or of a check); an unknown key is shown as it is. */
export function translateCode(t: Translate, key: string, values?: MessageValues): string {
  return isMessageKey(key) ? t(key, values) : key
}
