import type { KeyObject } from 'node:crypto'
import { isJsonObject, type JsonValue } from '../json/index.ts'
import { type KeyFailure, noKey } from './key-outcome.ts'
import { inspectJwk } from './read-jwk.ts'

export interface SetKey {
  readonly key: KeyObject
  readonly kid?: string
  /** What the key is for, as far as the set or its kind says. */
  readonly algorithm?: string
}

const maxKeys = 100

/**
 * The signature keys of a JWK Set (RFC 7517 §5). Keys for other things are passed over; a set that gives away a
 * private key, holds a weak one, or gives two keys one name can't be relied on as a whole.
 *
 * Codes: `key.malformed`, `key.private_material`, `key.weak`.
 */
export function readJwkSet(
  document: JsonValue,
): { readonly ok: true; readonly keys: readonly SetKey[] } | KeyFailure {
  const entries = isJsonObject(document) ? document.keys : undefined
  if (!Array.isArray(entries) || entries.length > maxKeys) return noKey('key.malformed')
  const names = entries.filter(isJsonObject).flatMap(({ kid }) => (kid === undefined ? [] : [kid]))
  if (new Set(names).size !== names.length) return noKey('key.malformed')
  const keys: SetKey[] = []
  for (const entry of entries) {
    const read = isJsonObject(entry) ? inspectJwk(entry) : noKey('key.malformed')
    if (read.ok) {
      const kid = isJsonObject(entry) && typeof entry.kid === 'string' ? { kid: entry.kid } : {}
      keys.push({ key: read.key, ...kid, ...(read.algorithm ? { algorithm: read.algorithm } : {}) })
    } else if (read.code === 'key.private_material' || read.code === 'key.weak') {
      return read
    }
  }
  return { ok: true, keys }
}
