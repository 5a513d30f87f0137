import { isNode, type JsonNode, listOf } from '../reading/json-reader.ts'
import type { Finding } from './finding.ts'
import { coercions, credentialTerms } from './shapes/index.ts'

/** A value of a property: another node, or a literal with its language or datatype. */
export type GraphValue =
  | { readonly node: string }
  | { readonly lexical: string; readonly language?: string; readonly datatype?: string }

export interface GraphNode {
  /** Its id, or a name of our own when it has none. */
  readonly key: string
  readonly hasId: boolean
  /** Where it stands first. */
  readonly path: string
  readonly types: Set<string>
  readonly properties: Map<string, GraphValue[]>
}

export interface NodeGraph {
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly findings: readonly Finding[]
}

/**
 * The document as the nodes and values that JSON-LD expansion with the EDC's context makes of it, for the
 * terms of the application profile: nodes with one id are one node wherever they stand, equal values count
 * once, unknown terms are not there. Works without a stack, for nesting is the writer's choice.
 */
export function collectNodes(root: JsonNode): NodeGraph {
  const nodes = new Map<string, GraphNode>()
  const findings: Finding[] = []
  const waiting: { json: JsonNode; node: GraphNode; path: string }[] = []

  const unreadable = (path: string) => findings.push({ code: 'elm.unreadable_value', path, params: {} })

  const enter = (json: JsonNode, path: string): string => {
    const id = stringAt(json, 'id', '@id')
    const key = id ?? `_:${path}`
    const node = nodes.get(key) ?? {
      key,
      hasId: id !== undefined,
      path,
      types: new Set(),
      properties: new Map(),
    }
    nodes.set(key, node)
    const ids = [json.id, json['@id']].filter(value => value !== undefined)
    const types = [...listOf(json.type), ...listOf(json['@type'])]
    if (ids.some(value => typeof value !== 'string' || !isAbsoluteIri(value))) unreadable(pathOf(path, 'id'))
    if (types.some(type => typeof type !== 'string') || json.type === null) unreadable(pathOf(path, 'type'))
    for (const type of types) if (typeof type === 'string') node.types.add(type)
    waiting.push({ json, node, path })
    return key
  }

  enter(root, '')
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { json, node, path } = next
    for (const [term, raw] of Object.entries(json)) {
      const coercion = coercions.get(term)
      const scoped = credentialTerms.has(term) && !node.types.has('VerifiableCredential')
      if (coercion === undefined || scoped) continue
      const here = pathOf(path, term)
      // Lists in lists mean nothing in an EDC.
      if (Array.isArray(raw) && raw.some(Array.isArray)) unreadable(here)
      const read =
        coercion === 'text'
          ? readTexts(raw, here, findings)
          : listOf(raw).flatMap((value, index) =>
              readValue(value, coercion, Array.isArray(raw) ? `${here}.${index}` : here, enter),
            )
      const values = node.properties.get(term) ?? []
      node.properties.set(term, addNew(values, read))
    }
  }
  return { nodes, findings }
}

/** Few values are compared one by one; many would make that quadratic, so they get a set. */
function addNew(values: GraphValue[], read: readonly GraphValue[]): GraphValue[] {
  if (values.length + read.length <= 8) {
    for (const value of read) if (!values.some(known => isSame(known, value))) values.push(value)
    return values
  }
  return [...new Map([...values, ...read].map(value => [JSON.stringify(value), value])).values()]
}

function isSame(a: GraphValue, b: GraphValue): boolean {
  if ('node' in a || 'node' in b) return 'node' in a && 'node' in b && a.node === b.node
  return a.lexical === b.lexical && a.language === b.language && a.datatype === b.datatype
}

function pathOf(path: string, term: string): string {
  return path === '' ? term : `${path}.${term}`
}

// RFC 3987 §2.2, as far as it takes to tell an address from other text.
function isAbsoluteIri(value: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/.test(value)
}

type Enter = (json: JsonNode, path: string) => string

function readValue(value: unknown, coercion: 'node' | 'literal', path: string, enter: Enter): GraphValue[] {
  if (isNode(value)) return '@value' in value ? readValueObject(value) : [{ node: enter(value, path) }]
  if (coercion === 'node' && typeof value === 'string') {
    // A relative address has nothing to be relative to: JSON-LD drops it.
    return isAbsoluteIri(value) ? [{ node: value }] : []
  }
  const lexical = lexicalOf(value)
  if (lexical === undefined) return []
  return [{ lexical, datatype: coercion === 'literal' ? 'coerced' : 'string' }]
}

/** `{"@value", "@type"?, "@language"?}`; the datatype of XML Schema by its short name. */
function readValueObject(value: JsonNode): GraphValue[] {
  const lexical = lexicalOf(value['@value'])
  if (lexical === undefined) return []
  const language = stringAt(value, '@language')
  if (language !== undefined) return [{ lexical, language: language.toLowerCase() }]
  const datatype = stringAt(value, '@type') ?? 'string'
  return [{ lexical, datatype: datatype.replace(/^(?:http:\/\/www\.w3\.org\/2001\/XMLSchema#|xsd:)/, '') }]
}

/** A language map; anything else stays what it is, which no text property takes. */
function readTexts(raw: unknown, path: string, findings: Finding[]): GraphValue[] {
  return listOf(raw).flatMap((item): GraphValue[] => {
    if (!isNode(item)) {
      const lexical = lexicalOf(item)
      return lexical === undefined ? [] : [{ lexical, datatype: 'string' }]
    }
    if ('@value' in item) return readValueObject(item)
    return Object.entries(item).flatMap(([language, texts]) =>
      listOf(texts).flatMap((text): GraphValue[] => {
        // JSON-LD 1.1 API §5.1.2 step 13.7: a language map holds nothing but strings.
        if (typeof text === 'string') return [{ lexical: text, language: language.toLowerCase() }]
        if (text !== null)
          findings.push({ code: 'elm.unreadable_value', path: `${path}.${language}`, params: {} })
        return []
      }),
    )
  })
}

// JSON-LD 1.1 API §8.2.2: whole numbers as they are, others as xsd:double writes them.
function lexicalOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (typeof value !== 'number') return undefined
  return Number.isInteger(value) ? String(value) : value.toExponential(15).replace(/(\d)0*e\+?/, '$1E')
}

function stringAt(node: JsonNode, ...keys: readonly string[]): string | undefined {
  return keys.map(key => node[key]).find(value => typeof value === 'string')
}
