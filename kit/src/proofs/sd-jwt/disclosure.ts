import { KitError } from '../../errors.ts'
import { type JsonValue, parseStrictJson } from '../../json/index.ts'
import { decodeBase64url, encodeBase64url } from '../base64.ts'
import { type SdHash, sdDigest } from './sd-hash.ts'

/** One claim that the holder may show or keep (RFC 9901 §4.2). */
export interface Disclosure {
  /** As it is sent. */
  readonly encoded: string
  readonly digest: string
  /** Of an object's member; absent for an element of an array. */
  readonly name?: string
  readonly value: JsonValue
}

/** Names that mean something to SD-JWT itself (§4.1), or reach an object's prototype. */
const reservedNames = new Set(['_sd', '...', '_sd_alg', '__proto__', 'constructor', 'prototype'])

export function refuseReservedName(name: string): void {
  if (reservedNames.has(name)) throw new KitError('sd.reserved_name', `A claim must not be named ${name}`)
}

/** @throws KitError `sd.malformed`, `sd.reserved_name`, `sig.bad_base64url`, `json.*` */
export function parseDisclosure(encoded: string, hash: SdHash): Disclosure {
  const parts = parseStrictJson(decodeBase64url(encoded))
  const digest = sdDigest(encoded, hash)
  if (!Array.isArray(parts) || typeof parts[0] !== 'string') throw malformed()
  if (parts.length === 2) return { encoded, digest, value: parts[1]! }
  const [, name, value] = parts
  if (parts.length !== 3 || typeof name !== 'string') throw malformed()
  refuseReservedName(name)
  return { encoded, digest, name, value: value! }
}

export function buildDisclosure(
  salt: string,
  name: string | undefined,
  value: JsonValue,
  hash: SdHash,
): Disclosure {
  const encoded = encodeBase64url(JSON.stringify(name === undefined ? [salt, value] : [salt, name, value]))
  const digest = sdDigest(encoded, hash)
  return name === undefined ? { encoded, digest, value } : { encoded, digest, name, value }
}

function malformed(): KitError {
  return new KitError('sd.malformed', 'A disclosure is salt, name and value, or salt and value')
}
