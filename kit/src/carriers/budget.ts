import { inflateRawSync, inflateSync } from 'node:zlib'
import { KitError, type KitErrorCode } from '../errors.ts'

const mebibyte = 1024 * 1024
/** What everything in one carrier may unpack to. */
export const maxUnpackedBytes = 64 * mebibyte
/** Below this, packing too well is no sign of a bomb: small repetitive text does. */
const ratioFreeBytes = mebibyte
const maxRatio = 200

/** Counts what one carrier unpacks to, over all of its parts, so that many small bombs are as harmless as one. */
export class Budget {
  #left: number
  readonly #code: KitErrorCode

  constructor(code: KitErrorCode, bytes: number = maxUnpackedBytes) {
    this.#left = bytes
    this.#code = code
  }

  /** @throws KitError the code of the budget when it is used up */
  spend(bytes: number): void {
    this.#left -= bytes
    if (this.#left < 0) throw new KitError(this.#code, 'The parts are larger than the limit')
  }

  /** zlib (RFC 1950) or bare deflate (RFC 1951). @throws KitError `upload.malformed`, the code of the budget */
  inflate(packed: Uint8Array, form: 'zlib' | 'deflate'): Uint8Array {
    const maxOutputLength = Math.max(
      1,
      Math.min(this.#left, Math.max(ratioFreeBytes, packed.length * maxRatio)),
    )
    let unpacked: Uint8Array
    try {
      const buffer = (form === 'zlib' ? inflateSync : inflateRawSync)(packed, { maxOutputLength })
      unpacked = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    } catch (cause) {
      if ((cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') {
        throw new KitError(this.#code, 'A part unpacks to more than the limit', { cause })
      }
      throw new KitError('upload.malformed', 'A packed part is damaged', { cause })
    }
    this.spend(unpacked.length)
    return unpacked
  }
}
