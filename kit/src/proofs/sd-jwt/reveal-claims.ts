import { KitError } from '../../errors.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'
import type { ClaimPath } from './claim-path.ts'
import type { Disclosure } from './disclosure.ts'

const maxDepth = 32

export interface RevealedClaims {
  readonly claims: JsonObject
  /** Digests that nothing was shown for: kept back, or decoys. */
  readonly hidden: number
  /** Those of them that stand at the top. */
  readonly hiddenAtTop: number
  /** Which disclosure stands where. Places in arrays count what is shown only. */
  readonly disclosed: ReadonlyMap<Disclosure, ClaimPath>
}

/**
 * Puts disclosures in the places that the signed payload has for them (RFC 9901 §7.1 steps 3 to 5). Nothing is
 * dropped silently: a disclosure without a place is a reason to refuse the whole.
 *
 * @throws KitError `sd.*`, `json.too_deep`
 */
export function revealClaims(payload: JsonObject, disclosures: readonly Disclosure[]): RevealedClaims {
  return new Revealer(disclosures).run(payload)
}

class Revealer {
  readonly #disclosures: readonly Disclosure[]
  readonly #byDigest: ReadonlyMap<string, Disclosure>
  readonly #seen = new Set<string>()
  readonly #disclosed = new Map<Disclosure, ClaimPath>()
  #hidden = 0
  #hiddenAtTop = 0

  constructor(disclosures: readonly Disclosure[]) {
    this.#disclosures = disclosures
    this.#byDigest = new Map(disclosures.map(disclosure => [disclosure.digest, disclosure]))
  }

  run(payload: JsonObject): RevealedClaims {
    const claims = this.#object(payload, [])
    this.#refuseWithoutPlace()
    return { claims, hidden: this.#hidden, hiddenAtTop: this.#hiddenAtTop, disclosed: this.#disclosed }
  }

  /** An altered disclosure leaves its place empty; one too many never had a place. */
  #refuseWithoutPlace(): void {
    if (this.#disclosures.every(disclosure => this.#disclosed.has(disclosure))) return
    if (this.#byDigest.size < this.#disclosures.length)
      throw new KitError('sd.unreferenced', 'A disclosure occurs twice')
    const code = this.#hidden > 0 ? 'sd.digest_mismatch' : 'sd.unreferenced'
    throw new KitError(code, 'A disclosure fits none of the digests that were signed')
  }

  #value(value: JsonValue, path: ClaimPath): JsonValue {
    if (path.length > maxDepth) throw new KitError('json.too_deep', `More than ${maxDepth} levels`)
    if (Array.isArray(value)) return this.#array(value, path)
    return isJsonObject(value) ? this.#object(value, path) : value
  }

  #object(object: JsonObject, path: ClaimPath): JsonObject {
    const result: JsonObject = {}
    for (const name of Object.keys(object)) {
      if (name === '_sd') continue
      if (name === '...') throw new KitError('sd.reserved_name', 'A claim must not be named ...')
      if (name !== '_sd_alg') result[name] = this.#value(object[name]!, [...path, name])
      else if (path.length > 0)
        throw new KitError('sd.hash_not_allowed', 'A hash function is named at the top only')
    }
    if (Object.hasOwn(object, '_sd')) this.#addMembers(object._sd!, result, path)
    return result
  }

  #addMembers(digests: JsonValue, result: JsonObject, path: ClaimPath): void {
    if (!Array.isArray(digests)) throw malformed('_sd is not a list')
    for (const digest of digests) {
      const disclosure = this.#take(digest, path)
      if (!disclosure) continue
      const { name, value } = disclosure
      if (name === undefined) throw malformed('An element of an array stands in an object')
      if (Object.hasOwn(result, name)) throw new KitError('sd.claim_collision', 'A claim is given twice')
      result[name] = this.#place(disclosure, value, [...path, name])
    }
  }

  #array(array: JsonValue[], path: ClaimPath): JsonValue[] {
    const result: JsonValue[] = []
    for (const element of array) {
      const place = [...path, result.length]
      if (!isJsonObject(element) || !Object.hasOwn(element, '...')) {
        result.push(this.#value(element, place))
        continue
      }
      if (Object.keys(element).length !== 1) throw malformed('A digest of an element has company')
      const disclosure = this.#take(element['...']!, path)
      if (!disclosure) continue
      if (disclosure.name !== undefined) throw malformed('A member of an object stands in an array')
      result.push(this.#place(disclosure, disclosure.value, place))
    }
    return result
  }

  #place(disclosure: Disclosure, value: JsonValue, path: ClaimPath): JsonValue {
    this.#disclosed.set(disclosure, path)
    return this.#value(value, path)
  }

  /** The disclosure of a digest; `undefined` when it is kept back. */
  #take(digest: JsonValue, path: ClaimPath): Disclosure | undefined {
    if (typeof digest !== 'string') throw malformed('A digest is not text')
    if (this.#seen.has(digest)) throw new KitError('sd.duplicate_digest', 'A digest stands in two places')
    this.#seen.add(digest)
    const disclosure = this.#byDigest.get(digest)
    if (disclosure) return disclosure
    this.#hidden++
    if (path.length === 0) this.#hiddenAtTop++
    return undefined
  }
}

function malformed(message: string): KitError {
  return new KitError('sd.malformed', message)
}
