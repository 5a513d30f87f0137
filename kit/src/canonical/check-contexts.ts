import { KitError } from '../errors.ts'
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts'
import type { ContextRegistry } from './contexts/pinned-contexts.ts'

const baseContexts = ['https://www.w3.org/2018/credentials/v1', 'https://www.w3.org/ns/credentials/v2']

/**
 * A credential's or presentation's `@context`: one base context first (VCDM 2.0 §4.3, 1.1 §4.1), then only
 * contexts that are pinned. Other data models' words can't be smuggled in, and none is fetched.
 *
 * @throws KitError `ld.context_order`, `ld.context_not_allowed`, `ld.protected_term`
 */
export function checkContexts(document: JsonObject, registry: ContextRegistry): void {
  const contexts = asList(document['@context'])
  const bases = contexts.filter(context => baseContexts.includes(context as string))
  for (const context of contexts) checkContext(context, registry)
  if (bases.length !== 1 || contexts[0] !== bases[0]) {
    throw new KitError('ld.context_order', 'Not exactly one base context, in the first place')
  }
}

/** @throws KitError `ld.context_not_allowed`, `ld.protected_term` */
export function checkContext(context: JsonValue, registry: ContextRegistry): void {
  if (typeof context === 'string' && registry.has(context)) return
  if (isJsonObject(context)) {
    const term = Object.keys(context).find(name => baseTermsOf(registry).has(name))
    if (term) throw new KitError('ld.protected_term', 'A base term is defined anew', { params: { term } })
  }
  const named = typeof context === 'string' ? context.slice(0, 200) : 'inline'
  throw new KitError('ld.context_not_allowed', 'A context that is not pinned', { params: { context: named } })
}

function baseTermsOf(registry: ContextRegistry): Set<string> {
  const terms = new Set<string>()
  for (const url of baseContexts) {
    const definitions = registry.get(url)?.['@context']
    if (!isJsonObject(definitions)) continue
    for (const [term, definition] of Object.entries(definitions)) {
      terms.add(term)
      const scoped = isJsonObject(definition) ? definition['@context'] : undefined
      if (isJsonObject(scoped)) for (const inner of Object.keys(scoped)) terms.add(inner)
    }
  }
  return new Set([...terms].filter(term => !term.startsWith('@')))
}
