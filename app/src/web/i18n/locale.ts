/** The languages of every page, in the order in which the header lists them. */
export const locales = ['sv', 'en', 'da'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'sv'

/** Each language's own name, for links that change the language. */
export const languageNames: Readonly<Record<Locale, string>> = { sv: 'Svenska', en: 'English', da: 'Dansk' }

/** The cookie in which a chosen language is kept. */
export const localeCookie = 'meritum-language'

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}

/** Norwegian readers are served Danish: the written languages are close, and we have no other for them. */
const neighbours: Readonly<Record<string, Locale>> = { nb: 'da', nn: 'da', no: 'da', fo: 'da', kl: 'da' }

/**
 * The language to answer in: the one chosen before, else the best of Accept-Language (RFC 9110 §12.5.4),
 * else Swedish where the browser says nothing and English where it asks for languages that we lack.
 */
export function localeOf(wish: {
  cookie?: string | undefined
  acceptLanguage?: string | null | undefined
}): Locale {
  if (isLocale(wish.cookie)) return wish.cookie
  const wanted = parseAcceptLanguage(wish.acceptLanguage ?? '')
  for (const tag of wanted) {
    const primary = tag.split('-')[0] ?? ''
    const match = isLocale(primary) ? primary : neighbours[primary]
    if (match) return match
  }
  return wanted.some(tag => tag !== '*') ? 'en' : defaultLocale
}

function parseAcceptLanguage(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.find(parameter => parameter.trim().startsWith('q='))
      const weight = quality ? Number(quality.trim().slice(2)) : 1
      return { tag: tag.trim(), weight: Number.isFinite(weight) ? weight : 0, order }
    })
    .filter(({ tag, weight }) => /^(\*|[a-z]{1,8}(-[a-z0-9]{1,8})*)$/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .map(({ tag }) => tag)
}
