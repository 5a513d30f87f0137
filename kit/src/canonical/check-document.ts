import { KitError } from '../errors.ts'
import { asList, type JsonObject, type JsonValue } from '../json/index.ts'
import { checkContext } from './check-contexts.ts'
import type { ContextRegistry } from './contexts/pinned-contexts.ts'

const maxDepth = 32
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])
/** Properties of the credential itself that a reader decides by (VCDM 2.0 §4, 1.1 §4). */
const decisiveProperties = new Set([
  'credentialSchema',
  'credentialStatus',
  'credentialSubject',
  'evidence',
  'expirationDate',
  'holder',
  'issuanceDate',
  'issuer',
  'relatedResource',
  'termsOfUse',
  'validFrom',
  'validUntil',
  'verifiableCredential',
])
const valueKeywords = new Set(['@value', '@type', '@language', '@direction'])

/**
 * What must hold of a document before a JSON-LD processor may see it, and before its JSON may be read as if it
 * were the graph that is signed. One graph has many JSON forms: were full addresses allowed as keys, a
 * `credentialStatus` could be written so that it is still signed but nobody finds it. So only the compact form
 * is taken, in which a property has one name and one place.
 *
 * @throws KitError `json.too_deep`, `json.forbidden_key`, `ld.context_not_allowed`, `ld.protected_term`,
 * `ld.not_compact`, `ld.relative_iri`
 */
export function checkDocument(document: JsonObject, registry: ContextRegistry): void {
  new DocumentCheck(registry, document).checkObject(document, 1)
}

class DocumentCheck {
  private readonly registry: ContextRegistry
  private readonly root: JsonObject

  constructor(registry: ContextRegistry, root: JsonObject) {
    this.registry = registry
    this.root = root
  }

  checkObject(object: JsonObject, depth: number): void {
    if (depth > maxDepth) throw new KitError('json.too_deep', `More than ${maxDepth} levels`)
    const isValue = Object.hasOwn(object, '@value')
    for (const key of Object.keys(object)) {
      const value = object[key]!
      if (forbiddenKeys.has(key)) throw new KitError('json.forbidden_key', `The key ${key} is not allowed`)
      if (key === '@context') {
        for (const context of asList(value)) checkContext(context, this.registry)
        continue
      }
      if (key.includes(':') || (key.startsWith('@') && !(isValue && valueKeywords.has(key)))) refuseForm(key)
      if (key === 'id' || key === 'type') for (const name of asList(value)) checkName(name)
      this.checkValue(value, depth)
    }
    this.checkIsOnlyRoot(object)
  }

  private checkValue(value: JsonValue, depth: number): void {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value)) {
      this.checkObject(value, depth + 1)
      return
    }
    if (depth >= maxDepth) throw new KitError('json.too_deep', `More than ${maxDepth} levels`)
    for (const item of value) this.checkValue(item, depth + 1)
  }

  /** Objects with one id are one node, so what decides about the credential must not stand in another of them. */
  private checkIsOnlyRoot(object: JsonObject): void {
    if (object === this.root || typeof object.id !== 'string' || object.id !== this.root.id) return
    const moved = Object.keys(object).find(key => decisiveProperties.has(key))
    if (moved !== undefined) refuseForm(moved)
  }
}

/** A blank node's name is nobody's, and a name that reaches an object's prototype upsets processors. */
function checkName(name: JsonValue): void {
  if (typeof name !== 'string') return
  if (name.startsWith('_:') || forbiddenKeys.has(name)) {
    throw new KitError('ld.relative_iri', 'Not an absolute IRI', { params: { value: name.slice(0, 200) } })
  }
}

function refuseForm(key: string): never {
  throw new KitError('ld.not_compact', 'Not in compact form', { params: { term: key.slice(0, 200) } })
}

/** Whether a text is an absolute IRI as far as signing cares: it has a scheme and no blanks (RFC 3987 §2.2). */
export function isAbsoluteIri(text: JsonValue | undefined): text is string {
  return typeof text === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/.test(text)
}
