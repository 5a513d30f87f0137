import { gunzipSync, gzipSync } from 'node:zlib'
import { KitError } from '../errors.ts'
import { decodeBase64url } from '../proofs/index.ts'

/** Entries that a list has at least, so that one entry can hide among many (Bitstring Status List 1.0 §6.1). */
export const minimumEntries = 131_072
/** A list unpacks to at most this many bytes, whatever its sender says. */
const maxBytes = 8 * 1024 * 1024

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

/** @throws KitError `status.malformed`, `status.too_large`, `status.too_short` */
export function decodeBitstring(encoded: string): Uint8Array {
  if (!encoded.startsWith('u')) throw new KitError('status.malformed', 'Not multibase base64url')
  const bits = unpack(encoded.slice(1))
  if (bits.length * 8 < minimumEntries)
    throw new KitError('status.too_short', `Fewer than ${minimumEntries} entries`)
  return bits
}

function unpack(base64url: string): Uint8Array {
  try {
    return Uint8Array.from(gunzipSync(decodeBase64url(base64url), { maxOutputLength: maxBytes }))
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new KitError('status.too_large', `A list of more than ${maxBytes} bytes`, { cause })
    }
    throw new KitError('status.malformed', 'Not a packed list', { cause })
  }
}

/** Whether an entry is set. @throws KitError `status.index_range` */
export function readStatus(bits: Uint8Array, index: number): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= bits.length * 8) {
    throw new KitError('status.index_range', 'An entry outside the list')
  }
  return (bits[Math.floor(index / 8)]! & (0x80 >> (index % 8))) !== 0
}
