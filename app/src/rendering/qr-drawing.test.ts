import { Resvg } from '@resvg/resvg-js'
import jsqr from 'jsqr'
import { describe, expect, it } from 'vitest'
import { drawQr } from './qr-drawing.ts'

const readQr = jsqr as unknown as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null

describe('drawQr', () => {
  it.each([
    'https://meritum.example/m/7KQ4-M2XP-9TRD',
    'http://localhost:3000/s/ÅÄÖ',
    'x'.repeat(300),
  ])('is read back by a reader: %s', text => {
    const { size, path } = drawQr(text)
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 6}" height="${size * 6}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
    const image = new Resvg(svg).render()
    expect(readQr(new Uint8ClampedArray(image.pixels), image.width, image.height)?.data).toBe(text)
  })

  it('keeps four modules free on every side', () => {
    const { size, path } = drawQr('https://meritum.example/m/7KQ4-M2XP-9TRD')
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(match => match.slice(1).map(Number))
    for (const [x, y, run] of starts as [number, number, number][]) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(4)
      expect(Math.max(x + run, y + 1)).toBeLessThanOrEqual(size - 4)
    }
  })
})
