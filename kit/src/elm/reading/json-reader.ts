import { isLanguageTag, type LangString } from '../../text/index.ts'

/** A JSON object in a credential. */
export type JsonNode = Readonly<Record<string, unknown>>

/**
 * Reads a credential whoever has written it: one value or a list, a node in full or by its id, texts as
 * strings or lists of strings. Asks never throw: what isn't there, or isn't what it should be, is absent.
 */
export interface JsonReader {
  readonly root: JsonNode
  /** All nodes that a property holds. */
  readonly all: (value: unknown) => readonly JsonNode[]
  readonly first: (value: unknown) => JsonNode | undefined
}

export function createJsonReader(document: unknown): JsonReader {
  const root = unwrapUploadForm(document)
  const byId = indexNodes(root)
  const all = (value: unknown): JsonNode[] => {
    const nodes = listOf(value).flatMap((item): readonly JsonNode[] => {
      const id = typeof item === 'string' ? item : idOf(item)
      const known = byId.get(id ?? '') ?? (isNode(item) ? item : undefined)
      return known ? [known] : []
    })
    // Each once: a list of references to one node would multiply the work.
    return [...new Set(nodes)]
  }
  return { root: all(root)[0] ?? {}, all, first: value => all(value)[0] }
}

/** The Commission's upload form is `{ credential, deliveryDetails }`; a credential is never taken for one. */
function unwrapUploadForm(document: unknown): unknown {
  if (!isNode(document)) return {}
  const isForm = isNode(document.credential) && !typesOf(document).includes('EuropeanDigitalCredential')
  return isForm ? document.credential : document
}

/** Every node by its id; what is said of it in several places is put together, the first place counts. */
function indexNodes(root: unknown): Map<string, JsonNode> {
  const byId = new Map<string, Record<string, unknown>>()
  const seen = new Set<object>()
  // A list instead of recursion: depth is the writer's to choose.
  const waiting: unknown[] = [root]
  while (waiting.length > 0) {
    const item = waiting.pop()
    if (typeof item !== 'object' || item === null || seen.has(item)) continue
    seen.add(item)
    const values = Array.isArray(item) ? item : Object.values(item)
    for (let index = values.length - 1; index >= 0; index--) waiting.push(values[index])
    const id = idOf(item)
    if (id !== undefined) byId.set(id, addMissing(byId.get(id) ?? Object.create(null), item as JsonNode))
  }
  return byId
}

function addMissing(target: Record<string, unknown>, source: JsonNode): Record<string, unknown> {
  for (const [name, value] of Object.entries(source)) if (!(name in target)) target[name] = value
  return target
}

/** A value as a list: nothing is none, one is one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function idOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  return stringOf(value.id) ?? stringOf(value['@id'])
}

export function typesOf(node: JsonNode): readonly string[] {
  return [...listOf(node.type), ...listOf(node['@type'])].filter(type => typeof type === 'string')
}

/** The first string of a property; numbers as they are written, `{"@value": …}` opened. */
export function stringOf(value: unknown): string | undefined {
  const first = listOf(value)[0]
  const bare = isNode(first) ? first['@value'] : first
  if (typeof bare === 'number') return String(bare)
  return typeof bare === 'string' && bare !== '' ? bare : undefined
}

/** A language map; a string without language is kept as undetermined. Absent when no language has a text. */
export function textOf(value: unknown): LangString | undefined {
  const texts = listOf(value).flatMap((item): [string, string][] => {
    if (typeof item === 'string') return [['und', item]]
    if (!isNode(item)) return []
    const tagged =
      item['@value'] === undefined ? Object.entries(item) : [[item['@language'] ?? 'und', item['@value']]]
    return tagged.flatMap(([language, text]): [string, string][] => {
      const first = listOf(text)[0]
      return typeof language === 'string' && typeof first === 'string' && isLanguageTag(language)
        ? [[language, first]]
        : []
    })
  })
  const written = new Map<string, string>()
  for (const [language, text] of texts) {
    if (text.trim() !== '' && !written.has(language)) written.set(language, text)
  }
  return written.size === 0 ? undefined : Object.fromEntries(written)
}
