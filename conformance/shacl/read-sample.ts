import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { edcContexts } from '../../kit/src/elm/index.ts'
import { elmFolder } from './elm-folder.ts'

/** Names of the JSON samples in a folder of `samples/`. */
export function listSamples(folder: string): string[] {
  return readdirSync(join(elmFolder, 'samples', folder)).filter(
    name => /\.json(ld)?$/.test(name) && name !== 'expected.json',
  )
}

/** The credential in a sample: the sealed payload, or out of the upload form, as the file has it. */
export function readSample(folder: string, name: string): Record<string, unknown> {
  const file = JSON.parse(readFileSync(join(elmFolder, 'samples', folder, name), 'utf8'))
  const document = typeof file.payload === 'string' ? JSON.parse(file.payload) : file
  return document.credential ?? document
}

/** The upload form leaves the context out, for the issuer adds it; shapes can't be tried without. */
export function withContext(document: Record<string, unknown>): Record<string, unknown> {
  return { '@context': [...edcContexts], ...document }
}
