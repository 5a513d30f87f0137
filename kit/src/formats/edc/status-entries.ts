import { asList, isJsonObject, type JsonObject } from '../../json/index.ts'
import type { StatusEntry } from '../format.ts'

const maxEntries = 4

/**
 * Where an EDC says that its status is published. The format's own `credentialStatus` can't be written so that both
 * shapes and parsers accept it; we write an `identifier` with this scheme name instead, and report what we can't read.
 */
export function readStatusEntries(document: JsonObject): StatusEntry[] {
  const identifiers = asList(document.identifier).filter(
    node => isJsonObject(node) && node.schemeName === 'BitstringStatusListEntry',
  ) as JsonObject[]
  const entries = identifiers.map(({ notation }) => readEntry(notation))
  const foreign = asList(document.credentialStatus).map((): StatusEntry => ({ kind: 'malformed' }))
  return [...entries, ...foreign].slice(0, maxEntries)
}

function readEntry(notation: unknown): StatusEntry {
  const match =
    typeof notation === 'string' ? /^(https?:\/\/[^#\s]+)#(0|[1-9]\d{0,14})$/.exec(notation) : null
  if (!match?.[1]) return { kind: 'malformed' }
  return { kind: 'entry', listUrl: match[1], index: Number(match[2]) }
}
