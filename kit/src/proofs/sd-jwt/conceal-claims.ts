import { KitError } from '../../errors.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'
import { type ClaimPath, samePath } from './claim-path.ts'
import { buildDisclosure, type Disclosure, refuseReservedName } from './disclosure.ts'
import { type SdHash, sdDigest } from './sd-hash.ts'

export interface Concealment {
  /** Claims that the holder may keep back: members of objects and elements of arrays, within each other too. */
  readonly paths: readonly ClaimPath[]
  /** Base64url of at least 128 random bits, a new one at each call. */
  readonly nextSalt: () => string
  /** Digests of nothing beside those of each object, so that their number says less. */
  readonly decoys?: number
  readonly hash?: SdHash
}

/** 128 bits in base64url (RFC 9901 §9.3). */
const minSaltLength = 22

/**
 * Replaces claims by digests (RFC 9901 §4.2), the inner ones first.
 *
 * @throws KitError `sd.no_such_claim`, `sd.reserved_name`, `sd.weak_salt`
 */
export function concealClaims(
  claims: JsonObject,
  concealment: Concealment,
): { readonly payload: JsonObject; readonly disclosures: readonly Disclosure[] } {
  const concealer = new Concealer(concealment)
  const payload = concealer.conceal(claims)
  return { payload, disclosures: concealer.disclosures }
}

class Concealer {
  readonly disclosures: Disclosure[] = []
  readonly #concealment: Concealment
  readonly #hash: SdHash
  readonly #salts = new Set<string>()

  constructor(concealment: Concealment) {
    this.#concealment = concealment
    this.#hash = concealment.hash ?? 'sha-256'
  }

  conceal(claims: JsonObject): JsonObject {
    const payload = this.#object(claims, [])
    // A path that leads nowhere would leave a claim in the open that somebody meant to conceal.
    if (this.disclosures.length !== this.#concealment.paths.length) {
      throw new KitError('sd.no_such_claim', 'A path leads to no claim, or two lead to one')
    }
    return this.disclosures.length > 0 ? { ...payload, _sd_alg: this.#hash } : payload
  }

  #value(value: JsonValue, path: ClaimPath): JsonValue {
    if (Array.isArray(value)) return this.#array(value, path)
    return isJsonObject(value) ? this.#object(value, path) : value
  }

  #array(array: JsonValue[], path: ClaimPath): JsonValue[] {
    return array.map((element, index) => {
      const place = [...path, index]
      const value = this.#value(element, place)
      return this.#isConcealed(place) ? { '...': this.#disclose(undefined, value) } : value
    })
  }

  #object(object: JsonObject, path: ClaimPath): JsonObject {
    const plain: JsonObject = {}
    const digests: string[] = []
    for (const [name, member] of Object.entries(object)) {
      refuseReservedName(name)
      const place = [...path, name]
      const value = this.#value(member, place)
      if (this.#isConcealed(place)) digests.push(this.#disclose(name, value))
      else plain[name] = value
    }
    if (digests.length === 0) return plain
    for (let i = 0; i < (this.#concealment.decoys ?? 0); i++) digests.push(sdDigest(this.#salt(), this.#hash))
    // §4.2.4.1: the order must not tell which claim is which.
    return { ...plain, _sd: digests.sort() }
  }

  #isConcealed(path: ClaimPath): boolean {
    return this.#concealment.paths.some(concealed => samePath(concealed, path))
  }

  #disclose(name: string | undefined, value: JsonValue): string {
    const disclosure = buildDisclosure(this.#salt(), name, value, this.#hash)
    this.disclosures.push(disclosure)
    return disclosure.digest
  }

  #salt(): string {
    const salt = this.#concealment.nextSalt()
    if (salt.length < minSaltLength || this.#salts.has(salt)) {
      throw new KitError('sd.weak_salt', 'A salt is new and has 128 bits')
    }
    this.#salts.add(salt)
    return salt
  }
}
