import { describe, expect, test } from 'vitest'
import { KitError } from '../errors.ts'
import { parseStrictJson } from './parse-strict-json.ts'

function codeOf(input: Uint8Array | string, limits = {}): string | undefined {
  try {
    parseStrictJson(input, limits)
    return undefined
  } catch (error) {
    if (error instanceof KitError) return error.code
    throw error
  }
}

describe('parseStrictJson', () => {
  test('reads what JSON.parse reads', () => {
    const text = '{"a":[1,-0.5,1e3,"å\\u00e5\\n\\ud83d\\ude00",true,false,null,{}],"b":{"c":[]}}'
    expect(parseStrictJson(text)).toEqual(JSON.parse(text))
    expect(parseStrictJson(new TextEncoder().encode(` ${text}\n`))).toEqual(JSON.parse(text))
  })

  test.each([
    ['{"a":1,"a":2}', 'json.duplicate_key'],
    ['{"a":1,"\\u0061":2}', 'json.duplicate_key'],
    ['{"__proto__":{"admin":true}}', 'json.forbidden_key'],
    ['{"constr\\u0075ctor":1}', 'json.forbidden_key'],
    ['{"prototype":1}', 'json.forbidden_key'],
    ['1e400', 'json.number_range'],
    ['9007199254740993', 'json.number_range'],
    ['"\\ud800"', 'json.encoding'],
    ['"\ud800"', 'json.encoding'],
    ['\ufeff{}', 'json.syntax'],
    ['{"a":1,}', 'json.syntax'],
    ['[1] 2', 'json.syntax'],
    ['', 'json.syntax'],
    ["{'a':1}", 'json.syntax'],
    ['"\\constructor"', 'json.syntax'],
    ['"a\nb"', 'json.syntax'],
    ['01', 'json.syntax'],
  ])('%j is refused with %s', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  test('is strict about bytes', () => {
    expect(codeOf(Uint8Array.of(0x22, 0xff, 0x22))).toBe('json.encoding')
    expect(codeOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toBe('json.encoding')
    expect(codeOf(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBe('json.encoding')
  })

  test('stops at the limits and not before', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
    expect(codeOf(nested(32))).toBeUndefined()
    expect(codeOf(nested(33))).toBe('json.too_deep')
    expect(codeOf('['.repeat(100_000))).toBe('json.too_deep')
    expect(codeOf('"1234567"', { maxBytes: 9 })).toBeUndefined()
    expect(codeOf('"12345678"', { maxBytes: 9 })).toBe('input.too_large')
  })

  test('leaves the prototype of every object alone', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(parseStrictJson('{"toString":1,"hasOwnProperty":2}')).toEqual({ toString: 1, hasOwnProperty: 2 })
  })

  test('reads 4 MiB with many escapes without trouble', () => {
    const inner = JSON.stringify({
      list: Array.from({ length: 40_000 }, (_, i) => ({ id: `urn:${i}`, text: 'å"\n' })),
    })
    const text = JSON.stringify({ payload: inner })
    expect(parseStrictJson(text)).toEqual({ payload: inner })
    expect(parseStrictJson(inner)).toEqual(JSON.parse(inner))
  })
})
