import type { MicroCredentialDraft } from '@meritum/kit/elm'

/**
 * The content without texts in languages that it isn't offered in. A draft keeps them, so that a language
 * can be left out and taken back; a version doesn't. Names of organisations are as they are.
 */
export function onlyLanguages<T extends MicroCredentialDraft>(content: T): T {
  return filter(content, new Set(content.languages)) as T
}

const languageTag = /^[a-z]{2}$/

function filter(value: unknown, languages: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map(inner => filter(inner, languages))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const isByLanguage = entries.length > 0 && entries.every(([key]) => languageTag.test(key))
  return Object.fromEntries(
    entries
      .filter(([key]) => !isByLanguage || languages.has(key))
      .map(([key, inner]) => [key, key === 'legalName' ? inner : filter(inner, languages)]),
  )
}
