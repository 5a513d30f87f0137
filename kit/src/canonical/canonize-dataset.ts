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
 * own tests needs less than half of the most; since a comparison costs more in a large graph, there may be fewer
 * there. A bound on the work, unlike one on time, gives one document one answer on every machine.
 */
const maxComparisons = { least: 100, most: 1000, timesStatements: 200_000 }
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
  const statements = typeof input === 'string' ? input.split('\n').length : input.length
  if (statements > maxStatements) {
    throw new KitError('ld.too_complex', `More than ${maxStatements} statements`)
  }
  const { default: rdfCanonize } = await import('rdf-canonize')
  try {
    return await rdfCanonize.canonize(input, {
      algorithm: 'RDFC-1.0',
      messageDigestAlgorithm: hash,
      maxDeepIterations: boundComparisons(statements),
      ...(typeof input === 'string' ? { inputFormat: 'application/n-quads' } : {}),
      ...(names ? { canonicalIdMap: names } : {}),
    })
  } catch (error) {
    throw toLdError(error)
  }
}

function boundComparisons(statements: number): number {
  const { least, most, timesStatements } = maxComparisons
  return Math.max(least, Math.min(most, Math.floor(timesStatements / statements)))
}
