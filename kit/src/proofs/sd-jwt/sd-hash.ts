import { hash } from 'node:crypto'
import { KitError } from '../../errors.ts'
import type { JsonValue } from '../../json/index.ts'

/** Hash functions of `_sd_alg` (RFC 9901 §4.1.1) that resist a second preimage, and nothing weaker. */
export const sdHashes = ['sha-256', 'sha-384', 'sha-512'] as const
export type SdHash = (typeof sdHashes)[number]

const nodeNames = { 'sha-256': 'sha256', 'sha-384': 'sha384', 'sha-512': 'sha512' } as const

/** The hash that a payload names; SHA-256 when it names none. @throws KitError `sd.hash_not_allowed` */
export function readSdHash(value: JsonValue | undefined): SdHash {
  const found = value === undefined ? 'sha-256' : sdHashes.find(name => name === value)
  if (!found)
    throw new KitError('sd.hash_not_allowed', 'Another hash function than SHA-256, SHA-384 or SHA-512')
  return found
}

/** Base64url of the hash over the characters as they are sent (§4.2.3). */
export function sdDigest(text: string, name: SdHash): string {
  return hash(nodeNames[name], text, 'base64url')
}
