import { createJsonReader } from '../../elm/index.ts'
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'
import type { StatusPointer } from '../../status/index.ts'

const maxEntries = 4

/**
 * Where an EDC says that its status is published. The format's own `credentialStatus` can't be written so that both
 * shapes and parsers accept it; we write an `identifier` with this scheme name instead, and report what we can't read.
 * A pointer counts in whatever way JSON-LD lets it be written: one that is overlooked would hide a revocation.
 */
export function readStatusEntries(document: JsonObject): StatusPointer[] {
  const written = asList(document.identifier).filter(isJsonObject)
  const joined = createJsonReader(document).all(document.identifier) as readonly JsonObject[]
  const pointers = [...written, ...joined].filter(({ schemeName }) => names(schemeName))
  const entries = pointers.flatMap(({ notation }) => {
    const notations = asList(notation)
    return notations.length > 0 ? notations.map(readEntry) : [malformed]
  })
  const foreign = asList(document.credentialStatus).map(() => malformed)
  const all = [...new Map([...entries, ...foreign].map(entry => [JSON.stringify(entry), entry])).values()]
  return all.length > maxEntries ? [...all.slice(0, maxEntries), malformed] : all
}

const malformed: StatusPointer = { kind: 'unreadable', code: 'status.malformed' }

/** Whether the scheme name is ours, bare or within a list, a language map or a value object. */
function names(value: JsonValue | undefined): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(names)
  return value === 'BitstringStatusListEntry'
}

function readEntry(notation: unknown): StatusPointer {
  const match =
    typeof notation === 'string' ? /^(https?:\/\/[^#\s]+)#(0|[1-9]\d{0,14})$/.exec(notation) : null
  if (!match?.[1]) return malformed
  return { kind: 'bitstring', url: match[1], index: Number(match[2]), purpose: 'revocation', size: 1 }
}
