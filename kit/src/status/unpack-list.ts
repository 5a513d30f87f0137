import { gunzipSync, inflateSync } from 'node:zlib'
import { KitError } from '../errors.ts'
import { decodeBase64url } from '../proofs/index.ts'

/** A list unpacks to at most this many bytes, whatever its sender says. */
const maxBytes = 8 * 1024 * 1024

/** Base64url of packed bytes, as both kinds of list have it. @throws KitError `status.malformed`, `status.too_large` */
export function unpackList(base64url: string, form: 'gzip' | 'zlib'): Uint8Array {
  const unpack = form === 'gzip' ? gunzipSync : inflateSync
  try {
    const unpacked = unpack(decodeBase64url(base64url), { maxOutputLength: maxBytes })
    return new Uint8Array(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength)
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new KitError('status.too_large', `A list of more than ${maxBytes} bytes`, { cause })
    }
    throw new KitError('status.malformed', 'Not a packed list', { cause })
  }
}
