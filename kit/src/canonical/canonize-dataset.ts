import { KitError } from '../errors.ts'
import { toLdError } from './to-ld-error.ts'

export type HashName = 'sha256' | 'sha384'

export interface DatasetOptions {
  readonly hash?: HashName | undefined
  /** Is filled with the canonical name of each blank node. */
  readonly names?: Map<string, string>
}

/**
 * How many times blank nodes that look alike may be compared (RDFC-1.0 §4.8). The hardest of the specification's
 * own tests needs less than half of it; a graph made to be hard is given up in a tenth of a second. A bound on
 * the work, unlike one on time, gives one document one answer on every machine.
 */
const maxDeepIterations = 1000
const maxStatements = 20_000

/**
 * An RDF dataset, as N-Quads or as statements → canonical N-Quads (RDFC-1.0).
 *
 * @throws KitError `ld.too_complex`, `ld.malformed`
 */
export async function canonizeDataset(
  input: string | readonly object[],
  options: DatasetOptions = {},
): Promise<string> {
  const { hash = 'sha256', names } = options
  if (typeof input !== 'string' && input.length > maxStatements) {
    throw new KitError('ld.too_complex', `More than ${maxStatements} statements`)
  }
  const { default: rdfCanonize } = await import('rdf-canonize')
  try {
    return await rdfCanonize.canonize(input, {
      algorithm: 'RDFC-1.0',
      messageDigestAlgorithm: hash,
      maxDeepIterations,
      ...(typeof input === 'string' ? { inputFormat: 'application/n-quads' } : {}),
      ...(names ? { canonicalIdMap: names } : {}),
    })
  } catch (error) {
    throw toLdError(error)
  }
}
