import { contexts as citizenship } from '@digitalbazaar/citizenship-context'
import { extendContexts } from '../kit/src/canonical/index.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../kit/src/json/index.ts'
import { type DataIntegrityQuestion, verifyDataIntegrity } from '../kit/src/proofs/index.ts'

/** The contexts of the W3C's examples, which nothing of ours trusts. */
const citizenshipUrl = 'https://w3id.org/citizenship/v4rc1'
export const vectorContexts = extendContexts({
  'https://www.w3.org/ns/credentials/examples/v2': {
    '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' },
  },
  [citizenshipUrl]: citizenship.get(citizenshipUrl) as JsonObject,
})

const question: DataIntegrityQuestion = {
  at: new Date('2026-01-01T00:00:00Z'),
  purpose: 'assertionMethod',
  contexts: vectorContexts,
  fetchDidDocument: () => {
    throw new Error('nothing may be fetched for these vectors')
  },
}

/** `valid`, or the code of what is wrong. */
export async function decide(
  document: JsonObject,
  other: Partial<DataIntegrityQuestion> = {},
): Promise<string> {
  const { outcome } = await verifyDataIntegrity(document, { ...question, ...other })
  if (outcome.ok) return 'valid'
  return outcome.undecided ? `undecided ${outcome.code}` : outcome.code
}

export interface Mutant {
  readonly path: string
  readonly document: JsonObject
}

/** The document with one character of one member changed, for every member; and with every member left out. */
export function mutantsOf(document: JsonObject): Mutant[] {
  const mutants: Mutant[] = []
  const put = (path: readonly (string | number)[], edit: (holder: JsonObject, key: string) => void) => {
    const copy = structuredClone(document)
    const holder = path.slice(0, -1).reduce<JsonValue>((at, key) => (at as JsonObject)[key]!, copy)
    edit(holder as JsonObject, String(path.at(-1)))
    mutants.push({ path: path.join('/'), document: copy })
  }
  const walk = (value: JsonValue, path: readonly (string | number)[]) => {
    if (path.length > 0) {
      if (typeof value === 'string') {
        put(path, (holder, key) => {
          holder[key] = changeOneCharacter(value)
        })
      }
      put(path, (holder, key) => {
        if (Array.isArray(holder)) holder.splice(Number(key), 1)
        else delete holder[key]
      })
    }
    if (Array.isArray(value)) for (const [index, item] of value.entries()) walk(item, [...path, index])
    else if (isJsonObject(value)) for (const [key, item] of Object.entries(value)) walk(item, [...path, key])
  }
  walk(document, [])
  return mutants
}

function changeOneCharacter(text: string): string {
  const middle = text.length >> 1
  const changed = text[middle] === 'x' ? 'y' : 'x'
  return text.slice(0, middle) + changed + text.slice(middle + 1)
}
