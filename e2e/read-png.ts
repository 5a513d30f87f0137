import { inflateSync } from 'node:zlib'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue and alpha, row by row. */
  readonly pixels: Uint8ClampedArray
}

/** Reads a PNG as Chromium writes screenshots: 8 bits, RGB or RGBA, not interlaced (PNG, sections 9 and 11). */
export function readPng(png: Buffer): Picture {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : png[25] === 2 ? 3 : 0
  if (png[24] !== 8 || channels === 0 || png[28] !== 0) throw new Error('Not a screenshot')
  const lines = inflateSync(imageData(png))
  const stride = width * channels
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255)
  let above: Uint8Array = new Uint8Array(stride)
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1)
    const line = unfilter(lines[start]!, lines.subarray(start + 1, start + 1 + stride), above, channels)
    for (let x = 0; x < width; x++) {
      pixels.set(line.subarray(x * channels, (x + 1) * channels), (y * width + x) * 4)
    }
    above = line
  }
  return { width, height, pixels }
}

function imageData(png: Buffer): Buffer {
  const chunks: Buffer[] = []
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(data)
  }
  return Buffer.concat(chunks)
}

function unfilter(kind: number, line: Uint8Array, above: Uint8Array, channels: number): Uint8Array {
  const out = new Uint8Array(line.length)
  for (let i = 0; i < line.length; i++) {
    const left = out[i - channels] ?? 0
    const up = above[i]!
    const corner = i < channels ? 0 : above[i - channels]!
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind]!
    out[i] = line[i]! + guess
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [left, up, corner].map(value => Math.abs(left + up - corner - value))
  if (toLeft! <= toUp! && toLeft! <= toCorner!) return left
  return toUp! <= toCorner! ? up : corner
}
