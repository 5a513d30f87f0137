import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonLd, RemoteDocument } from 'jsonld/jsonld-spec.js'
import { edcContexts } from '../../kit/src/elm/index.ts'

/** A JSON-LD document loader that knows the two contexts of an EDC and refuses everything else. */
export function createStaticLoader(elmFolder: string) {
  const files = ['w3c-credentials-v1.jsonld', 'edc-ap-context.jsonld']
  const contexts = new Map<string, JsonLd>(
    edcContexts.map((url, index) => [
      url,
      JSON.parse(readFileSync(join(elmFolder, 'context', files[index]!), 'utf8')) as JsonLd,
    ]),
  )
  return async (url: string): Promise<RemoteDocument> => {
    const document = contexts.get(url)
    if (!document) throw new Error(`Context that isn't pinned: ${url}`)
    return { documentUrl: url, document }
  }
}
