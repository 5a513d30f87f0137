import { Resvg } from '@resvg/resvg-js'
import { describe, expect, it } from 'vitest'
import { indexPixels, palettes } from './palette.ts'
import { encodePalettePng } from './palette-png.ts'

/** Another decoder's view of the picture. */
function decode(png: Uint8Array, width: number, height: number): number[] {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image width="${width}" height="${height}" style="image-rendering:optimizeSpeed" xlink:href="${href}"/></svg>`
  const { pixels } = new Resvg(svg).render()
  return Array.from({ length: width * height }, (_, i) => pixels.readUIntBE(i * 4, 3))
}

describe('encodePalettePng', () => {
  it.each([2, 5, 16, 17, 40])('round-trips %i colours, odd widths too', count => {
    const palette = Array.from({ length: count }, (_, i) => (i * 0x060504) % 0x1000000)
    for (const width of [1, 7, 8]) {
      const indexes = Uint8Array.from({ length: width * 6 }, (_, i) => i % count)
      const png = encodePalettePng(width, 6, indexes, palette)
      expect(decode(png, width, 6)).toEqual(Array.from(indexes, index => palette[index]))
    }
  })
})

describe('indexPixels', () => {
  it('finds each palette colour itself and the nearest of others', () => {
    for (const palette of palettes) {
      const rgb = Uint8Array.from(
        palette.flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]),
      )
      const found = Array.from(indexPixels(rgb, palette), index => palette[index])
      expect(found).toEqual([...palette])
      expect(indexPixels(Uint8Array.of(254, 255, 253), palette)).toEqual(Uint8Array.of(0))
    }
  })
})
