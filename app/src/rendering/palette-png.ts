import { crc32, deflateSync } from 'node:zlib'

/** A colour as 0xRRGGBB. */
export type Colour = number

/**
 * A PNG of indexed colours (PNG 3rd edition §11.2): four bits a pixel for at most 16 colours, else eight.
 * @param indexes one palette index per pixel, row by row
 */
export function encodePalettePng(
  width: number,
  height: number,
  indexes: Uint8Array,
  palette: readonly Colour[],
): Uint8Array {
  const depth = palette.length <= 16 ? 4 : 8
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Bit depth, colour type 3 (indexed), deflate, adaptive filters, not interlaced.
  header.set([depth, 3, 0, 0, 0], 8)
  const colours = Buffer.from(palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(scanlines(width, height, indexes, depth), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Each row behind its filter byte. §12.7: indexed pictures compress best with filter 0. */
function scanlines(width: number, height: number, indexes: Uint8Array, depth: 4 | 8): Buffer {
  const rowLength = 1 + Math.ceil((width * depth) / 8)
  const rows = Buffer.alloc(rowLength * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = indexes[y * width + x]!
      if (depth === 8) rows[y * rowLength + 1 + x] = index
      else rows[y * rowLength + 1 + (x >> 1)]! |= x & 1 ? index : index << 4
    }
  }
  return rows
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(typed.length + 8)
  framed.writeUInt32BE(data.length, 0)
  typed.copy(framed, 4)
  framed.writeUInt32BE(crc32(typed), typed.length + 4)
  return framed
}
