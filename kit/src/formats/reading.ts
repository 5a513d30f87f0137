import { asList, isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts'
import { isLanguageTag, type LangString } from '../text/index.ts'

/** The first object of a property. */
export function objectOf(value: JsonValue | undefined): JsonObject | undefined {
  return objectsOf(value)[0]
}

export function objectsOf(value: JsonValue | undefined): JsonObject[] {
  return asList(value).filter(isJsonObject)
}

/** The first text of a property, or number as it is written; a value object is opened. */
export function stringOf(value: JsonValue | undefined): string | undefined {
  const [first] = asList(value)
  const bare = isJsonObject(first) ? first['@value'] : first
  if (typeof bare === 'number') return String(bare)
  return typeof bare === 'string' && bare.trim() !== '' ? bare : undefined
}

/** The id of a thing that is written in full or only named. */
export function idOf(value: JsonValue | undefined): string | undefined {
  const [first] = asList(value)
  return stringOf(isJsonObject(first) ? first.id : first)
}

/** Texts by language; one without has that of the document, `und` when it says none. */
export function textOf(value: JsonValue | undefined, language = 'und'): LangString | undefined {
  const texts = asList(value).flatMap((item): [string, string][] => {
    if (typeof item === 'string') return [[language, item]]
    if (!isJsonObject(item) || typeof item['@value'] !== 'string') return []
    const tag = item['@language']
    return [[typeof tag === 'string' && isLanguageTag(tag) ? tag : language, item['@value']]]
  })
  const written = texts.filter(([, text]) => text.trim() !== '').reverse()
  return written.length === 0 ? undefined : Object.fromEntries(written)
}

/** The properties that have a value. */
export function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
