import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { codeOf, decode, encode, png, pngHeader } from './carriers.test-support.ts'
import { bakePng, readPng } from './png.ts'
import { type PngChunk, writePngChunks } from './png-chunks.ts'

const end: PngChunk = { type: 'IEND', data: new Uint8Array() }
const text = (keyword: string, body: string | Uint8Array, packed = false): PngChunk => ({
  type: 'iTXt',
  data: Uint8Array.from(
    Buffer.concat([
      Buffer.from(`${keyword}\0${packed ? '\x01' : '\0'}\0sv\0nyckel\0`, 'latin1'),
      packed ? deflateSync(Buffer.from(body as Uint8Array)) : Buffer.from(body as Uint8Array),
    ]),
  ),
})

describe('png', () => {
  test('goes round, and baking again replaces', () => {
    const baked = bakePng(png(), '{"name":"Björn"}')
    expect(readPng(baked)).toEqual({ name: 'openbadgecredential', bytes: encode('{"name":"Björn"}') })
    expect(decode(readPng(bakePng(baked, 'eyJ.eyJ.c2ln'))?.bytes)).toBe('eyJ.eyJ.c2ln')
  })

  test.each<[string, PngChunk]>([
    ['plain', text('openbadgecredential', 'x')],
    ['packed', text('openbadgecredential', 'x', true)],
    ['of Open Badges 2', text('openbadges', 'x')],
    ['of Open Badges 1', { type: 'tEXt', data: encode('openbadges\0x') }],
    [
      'zTXt',
      { type: 'zTXt', data: Uint8Array.from([...encode('openbadges\0\0'), ...deflateSync(encode('x'))]) },
    ],
  ])('reads text %s', (_, chunk) => {
    expect(decode(readPng(png(chunk))?.bytes)).toBe('x')
  })

  test('other texts are not credentials', () => {
    expect(readPng(png(text('Comment', '{}'), { type: 'tEXt', data: encode('no zero') }))).toBeUndefined()
  })

  test.each<[string, Uint8Array, string]>([
    ['two credentials', png(text('openbadges', 'a'), text('openbadgecredential', 'b')), 'upload.ambiguous'],
    ['a flood of pixels', writePngChunks([pngHeader(30_000, 30_000), end]), 'upload.too_large'],
    ['a bomb', png(text('openbadges', new Uint8Array(256 * 1024 * 1024), true)), 'upload.too_large'],
    ['100,000 chunks', png(...Array.from({ length: 100_000 }, () => text('a', ''))), 'upload.too_large'],
    ['no header', writePngChunks([end]), 'upload.malformed'],
    ['no end', writePngChunks([pngHeader()]), 'upload.malformed'],
    [
      'text that is not packed',
      png({ type: 'iTXt', data: encode('openbadges\0\x01\0\0\0zz') }),
      'upload.malformed',
    ],
    ['text that ends early', png({ type: 'iTXt', data: encode('openbadges\0\0\0') }), 'upload.malformed'],
    ['nothing but the signature', png().subarray(0, 8), 'upload.malformed'],
  ])('refuses %s', (_, bytes, code) => {
    const start = performance.now()
    expect(codeOf(() => readPng(bytes))).toBe(code)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('a change of any byte of the text, or an early end, is refused or changes no credential', () => {
    const baked = bakePng(png(), '{"a":1}')
    for (let at = 8; at < baked.length; at++) {
      const changed = Uint8Array.from(baked)
      changed[at]! ^= 1
      expect(
        codeOf(() => readPng(changed)),
        `byte ${at}`,
      ).toMatch(/^upload\./)
      expect(
        codeOf(() => readPng(baked.subarray(0, at))),
        `first ${at}`,
      ).toBe('upload.malformed')
    }
  })
})
