import { crc32 } from 'node:zlib'
import { KitError } from '../errors.ts'

export interface PngChunk {
  /** Four letters. */
  readonly type: string
  readonly data: Uint8Array
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const maxChunks = 10_000
/** Pixels of a picture that somebody may have to unpack; 40 million are 160 MiB as RGBA. */
const maxPixels = 40_000_000

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/**
 * The chunks up to and with IEND (PNG, third edition §5), each with its checksum checked. Pixels stay packed.
 *
 * @throws KitError `upload.malformed`, `upload.too_large` for too many chunks or pixels
 */
export function readPngChunks(bytes: Uint8Array): PngChunk[] {
  const chunks: PngChunk[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let position = signature.length
  while (chunks.at(-1)?.type !== 'IEND') {
    if (chunks.length === maxChunks) throw new KitError('upload.too_large', `More than ${maxChunks} chunks`)
    if (position + 12 > bytes.length) throw malformed('The picture ends early')
    const length = view.getUint32(position)
    const end = position + 8 + length
    if (end + 4 > bytes.length) throw malformed('A chunk is longer than the picture')
    const type = String.fromCharCode(...bytes.subarray(position + 4, position + 8))
    if (crc32(bytes.subarray(position + 4, end)) !== view.getUint32(end))
      throw malformed('A checksum is wrong')
    const chunk = { type, data: bytes.subarray(position + 8, end) }
    if (chunks.length === 0) checkPictureHeader(chunk)
    chunks.push(chunk)
    position = end + 4
  }
  return chunks
}

export function writePngChunks(chunks: readonly PngChunk[]): Uint8Array {
  return Uint8Array.from(Buffer.concat([signature, ...chunks.map(writeChunk)]))
}

function writeChunk({ type, data }: PngChunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

function checkPictureHeader({ type, data }: PngChunk): void {
  if (type !== 'IHDR' || data.length !== 13) throw malformed('The picture does not begin with its header')
  const view = new DataView(data.buffer, data.byteOffset)
  if (view.getUint32(0) * view.getUint32(4) > maxPixels) {
    throw new KitError('upload.too_large', `More than ${maxPixels} pixels`)
  }
}

function malformed(message: string): KitError {
  return new KitError('upload.malformed', message)
}
