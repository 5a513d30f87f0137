import { KitError } from '../errors.ts'
import { isJsonObject, type JsonObject, type JsonValue, parseStrictJson } from '../json/index.ts'
import {
  type Certificate,
  inspectJwk,
  readCertificate,
  readPemCertificates,
  type SetKey,
} from '../keys/index.ts'
import { jwkThumbprint } from './jwk-thumbprint.ts'
import { readMoment } from './read-moment.ts'
import type { ListedIssuer } from './trust-source.ts'

/** A registry of issuers as its keeper writes it down. */
export interface IssuerList {
  readonly name?: string
  readonly issued?: Date
  readonly nextUpdate?: Date
  readonly issuers: readonly ListedIssuer[]
}

const maxBytes = 20 * 1024 * 1024

/**
 * `{"issuers": [{"id", "name", "jwks"?, "dids"?, "certificates"?}], "name"?, "issued"?, "nextUpdate"?}`. Keys are a
 * JWK Set or an array of JWKs, certificates a PEM text or an array of them, times RFC 3339 or dates. Other members
 * are passed over. An error names its place, as in `issuers[3].jwks[0]`.
 *
 * @throws KitError `json.*`, `list.malformed`, `cert.malformed`, `key.private_material`
 */
export function parseIssuerList(bytes: Uint8Array): IssuerList {
  const list = parseStrictJson(bytes, { maxBytes })
  if (!isJsonObject(list)) throw malformed('the list', 'is not an object')
  if (!Array.isArray(list.issuers)) throw malformed('issuers', 'is not an array')
  const issued = readOptionalMoment(list, 'issued')
  const nextUpdate = readOptionalMoment(list, 'nextUpdate')
  return {
    ...(list.name === undefined ? {} : { name: readText(list.name, 'name') }),
    ...(issued ? { issued } : {}),
    ...(nextUpdate ? { nextUpdate } : {}),
    issuers: list.issuers.map((issuer, index) => readIssuer(issuer, `issuers[${index}]`)),
  }
}

function readIssuer(issuer: JsonValue, place: string): ListedIssuer {
  if (!isJsonObject(issuer)) throw malformed(place, 'is not an object')
  const id = readText(issuer.id, `${place}.id`)
  const dids = readArray(issuer.dids, `${place}.dids`).map((did, index) => {
    const text = readText(did, `${place}.dids[${index}]`)
    if (!/^did:[a-z0-9]+:./.test(text)) throw malformed(`${place}.dids[${index}]`, 'is not a DID')
    return text
  })
  return {
    names: readNames(issuer.name, `${place}.name`),
    organizationIdentifiers: [id],
    ids: [id, ...dids],
    ...readKeys(issuer.jwks, `${place}.jwks`),
    certificates: readCertificates(issuer.certificates, `${place}.certificates`),
    authorityFor: 'itself',
    isNameReserved: true,
  }
}

/** A text, or texts by language. */
function readNames(name: JsonValue | undefined, place: string): string[] {
  if (!isJsonObject(name)) return [readText(name, place)]
  const names = Object.entries(name).map(([language, text]) => readText(text, `${place}.${language}`))
  if (names.length === 0) throw malformed(place, 'is empty')
  return names
}

function readKeys(
  jwks: JsonValue | undefined,
  place: string,
): Required<Pick<ListedIssuer, 'jwkThumbprints' | 'keys'>> {
  const isSet = isJsonObject(jwks)
  const keysPlace = isSet ? `${place}.keys` : place
  const keys = readArray(isSet ? (jwks.keys ?? null) : jwks, keysPlace)
  const read = keys.flatMap((key, index) => readKey(key, `${keysPlace}[${index}]`))
  return {
    jwkThumbprints: read.map(({ thumbprint }) => thumbprint),
    keys: read.flatMap(({ key }) => key ?? []),
  }
}

const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** A key for encryption is nobody's mistake; it only proves nothing. */
function readKey(jwk: JsonValue, place: string): { thumbprint: string; key?: SetKey }[] {
  if (!isJsonObject(jwk)) throw malformed(place, 'is not an object')
  // A list goes to many readers: a private key in it is lost, and whoever has it can sign.
  if (privateMembers.some(member => Object.hasOwn(jwk, member))) {
    throw new KitError('key.private_material', `${place} holds a private or shared key`)
  }
  if (jwk.use !== undefined && jwk.use !== 'sig') return []
  const thumbprint = jwkThumbprint(jwk)
  if (!thumbprint) throw malformed(place, 'is not a public key of type EC, OKP or RSA')
  const read = inspectJwk(jwk)
  if (!read.ok) return [{ thumbprint }]
  const { key, algorithm } = read
  const kid = typeof jwk.kid === 'string' ? { kid: jwk.kid } : {}
  return [{ thumbprint, key: { key, ...kid, ...(algorithm ? { algorithm } : {}) } }]
}

function readCertificates(certificates: JsonValue | undefined, place: string): Certificate[] {
  const texts = typeof certificates === 'string' ? [certificates] : readArray(certificates, place)
  return texts.flatMap((text, index) => {
    const textPlace = `${place}[${index}]`
    try {
      return readPemCertificates(readText(text, textPlace)).map(readCertificate)
    } catch (cause) {
      if (cause instanceof KitError && cause.code === 'list.malformed') throw cause
      throw new KitError('cert.malformed', `${textPlace} is not a certificate in PEM`, { cause })
    }
  })
}

function readOptionalMoment(list: JsonObject, member: 'issued' | 'nextUpdate'): Date | undefined {
  if (list[member] === undefined) return undefined
  const moment = readMoment(readText(list[member], member))
  if (!moment) throw malformed(member, 'is not a date or a time with its zone')
  return moment
}

function readArray(value: JsonValue | undefined, place: string): JsonValue[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw malformed(place, 'is not an array')
  return value
}

function readText(value: JsonValue | undefined, place: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw malformed(place, 'is not a text')
  return value.trim()
}

function malformed(place: string, problem: string): KitError {
  return new KitError('list.malformed', `${place} ${problem}`)
}
