import { KitError } from '../errors.ts'
import type { JsonObject } from '../json/index.ts'
import { canonizeDataset, type HashName } from './canonize-dataset.ts'
import { checkDocument } from './check-document.ts'
import { type ContextRegistry, pinnedContexts } from './contexts/pinned-contexts.ts'
import { toLdError } from './to-ld-error.ts'

export interface CanonizeOptions {
  readonly contexts?: ContextRegistry
  /** SHA-384 for the P-384 suites; the names of blank nodes depend on it (RDFC-1.0 §4.3). */
  readonly hash?: HashName
}

/**
 * A JSON-LD document → its canonical N-Quads (RDFC-1.0): what the rdfc suites sign. Nothing of it may get lost
 * on the way, so a term that no context defines, a relative address, or a value of a kind that RDF doesn't have
 * is refused.
 *
 * @throws KitError `ld.*`, `json.too_deep`, `json.forbidden_key`
 */
export async function canonizeDocument(document: JsonObject, options: CanonizeOptions = {}): Promise<string> {
  const { contexts = pinnedContexts, hash } = options
  checkDocument(document, contexts)
  try {
    return await canonizeDataset(await toDataset(document, contexts), { hash })
  } catch (error) {
    throw toLdError(error)
  }
}

async function toDataset(document: JsonObject, contexts: ContextRegistry): Promise<readonly object[]> {
  const { default: jsonld } = await import('jsonld')
  const documentLoader = async (url: string) => {
    const found = contexts.get(url)
    if (!found) throw new KitError('ld.context_not_allowed', 'A context that is not pinned')
    return { contextUrl: undefined, documentUrl: url, document: found }
  }
  // @types/jsonld knows neither `safe` nor that there may be no base.
  const options = { safe: true, base: null, documentLoader } as object
  return (await jsonld.toRDF(document, options)) as readonly object[]
}
