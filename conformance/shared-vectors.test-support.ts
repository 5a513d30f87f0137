import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A folder of published vectors, read where it stands. */
export interface SharedVectors {
  readonly present: boolean
  readonly path: (name: string) => string
  readonly text: (name: string) => string
  // biome-ignore lint/suspicious/noExplicitAny: foreign files, whose shape each test knows
  readonly json: (name: string) => any
}

/** Says loudly when the set isn't there; a set that is there but can't be read fails its test. */
export function sharedVectors(folder: string): SharedVectors {
  const shared = process.env.MERITUM_SHARED ?? join(import.meta.dirname, '../../shared')
  const root = join(shared, 'data/vectors', folder)
  const present = existsSync(root)
  // biome-ignore lint/suspicious/noConsole: a skipped set must be seen
  if (!present) console.warn(`SKIPPED: ${folder} is not at ${root}; set MERITUM_SHARED`)
  const path = (name: string) => join(root, name)
  const text = (name: string) => readFileSync(path(name), 'utf8')
  return { present, path, text, json: name => JSON.parse(text(name)) }
}
