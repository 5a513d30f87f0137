import { gzipSync } from 'node:zlib'
import { KitError } from '../errors.ts'
import { unpackList } from './unpack-list.ts'

/** Entries that a list has at least, so that one entry can hide among many (Bitstring Status List 1.0 §6.1). */
export const minimumEntries = 131_072
/** Bits of one entry at most; a table of messages grows as their power of two. */
export const maxStatusSize = 8

/** Bits, most significant first: entry 0 is the left-most bit of byte 0 (§6.1). */
export function createBitstring(setBits: Iterable<number>, entries: number = minimumEntries): Uint8Array {
  if (entries < minimumEntries) throw new KitError('status.too_short', `Fewer than ${minimumEntries} entries`)
  const bits = new Uint8Array(Math.ceil(entries / 8))
  for (const index of setBits) {
    if (!Number.isSafeInteger(index) || index < 0 || index >= entries) {
      throw new KitError('status.index_range', 'An entry outside the list')
    }
    bits[index >> 3]! |= 0x80 >> (index & 7)
  }
  return bits
}

/** Multibase base64url (`u`) over gzip (§3.2). */
export function encodeBitstring(bits: Uint8Array): string {
  return `u${gzipSync(bits, { level: 9 }).toString('base64url')}`
}

/** @param size bits of one entry. @throws KitError `status.malformed`, `status.too_large`, `status.too_short` */
export function decodeBitstring(encoded: string, size: number = 1): Uint8Array {
  if (!encoded.startsWith('u')) throw new KitError('status.malformed', 'Not multibase base64url')
  const bits = unpackList(encoded.slice(1), 'gzip')
  if (entriesOf(bits, size) < minimumEntries)
    throw new KitError('status.too_short', `Fewer than ${minimumEntries} entries`)
  return bits
}

/**
 * The value of an entry, its first bit the most significant (§3.2 step 9).
 *
 * @param size bits of one entry, 1 to 8
 * @throws KitError `status.index_range`
 */
export function readStatus(bits: Uint8Array, index: number, size: number = 1): number {
  if (!Number.isSafeInteger(index) || index < 0 || index >= entriesOf(bits, size)) {
    throw new KitError('status.index_range', 'An entry outside the list')
  }
  let value = 0
  for (let bit = index * size; bit < (index + 1) * size; bit++) {
    value = value * 2 + ((bits[Math.floor(bit / 8)]! >> (7 - (bit % 8))) & 1)
  }
  return value
}

function entriesOf(bits: Uint8Array, size: number): number {
  return Math.floor((bits.length * 8) / size)
}
