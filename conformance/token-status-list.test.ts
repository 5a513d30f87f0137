import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../kit/src/json/index.ts'
import {
  encodeTokenStatusList,
  parseStatusListToken,
  readTokenStatus,
  readTokenValue,
  type TokenStatusWidth,
} from '../kit/src/status/index.ts'

const shared = process.env.MERITUM_SHARED ?? join(import.meta.dirname, '../../shared')
const folder = join(shared, 'data/vectors/token-status-list')
const present = existsSync(folder)
if (!present)
  console.warn(`SKIPPED: the vectors of Token Status List are not at ${folder}; set MERITUM_SHARED`)

const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

/** The JSON at the end of an example; long texts are broken over lines. */
function listOf(name: string): { bits: TokenStatusWidth; lst: string } {
  const text = read(name)
  return JSON.parse(text.slice(text.indexOf('{')).replace(/\n\s*/g, ''))
}

/** `status[123] = 0b01` of the appendix, by width. */
function valuesOf(bits: number): Map<number, number> {
  const section = read('test-vectors.md')
    .split(/^## /m)
    .find(part => part.startsWith(`${bits}-bit`))!
  const lines = [...section.matchAll(/^status\[(\d+)\] ?= 0b([01]+)$/gm)]
  return new Map(lines.map(([, index, value]) => [Number(index), Number.parseInt(value!, 2)]))
}

/** The short examples, least significant bit first: worked out by hand from their bytes. */
const short = {
  'status_list_encoding_json.md': [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1],
  'status_list_encoding2_json.md': [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3],
}
const entries = 2 ** 20

describe.skipIf(!present)('vectors of Token Status List', () => {
  test.each(Object.entries(short))('%s', (name, expected) => {
    const { bits, lst } = listOf(name)
    const list = inflateSync(Buffer.from(lst, 'base64url'))
    expect(expected.map((_, index) => readTokenValue(list, index, bits))).toEqual(expected)
    expect(encodeTokenStatusList(expected.entries(), { bits, entries: expected.length })).toEqual({
      bits,
      lst,
    })
  })

  test.each<[string, TokenStatusWidth, number]>([
    ['status_list_encoding1_long_json.md', 1, 11],
    ['status_list_encoding2_long_json.md', 2, 11],
    ['status_list_encoding4_json.md', 4, 15],
    ['status_list_encoding8_json.md', 8, 256],
  ])('%s', (name, bits, count) => {
    const values = valuesOf(bits)
    expect(values.size).toBe(count)
    const list = listOf(name)
    expect(list.bits).toBe(bits)
    const bytes = inflateSync(Buffer.from(list.lst, 'base64url'))
    let wrong = 0
    for (let index = 0; index < entries; index++) {
      if (readTokenValue(bytes, index, bits) !== (values.get(index) ?? 0)) wrong++
    }
    expect(wrong).toBe(0)
    // Packers differ in the bytes that they pack into, never in those that come out.
    const again = encodeTokenStatusList(values, { bits, entries })
    expect(inflateSync(Buffer.from(again.lst, 'base64url')).equals(bytes)).toBe(true)
  })

  test('the token of the example is read', () => {
    const parsed = parseStatusListToken(read('status_list_jwt_raw.md').replace(/\s/g, ''))
    if (!parsed.ok) throw new Error(parsed.code)
    const url = 'https://example.com/statuslists/1'
    const states = [0, 1, 2, 3].map(index => {
      const at = new Date('2027-01-01T00:00:00Z')
      return readTokenStatus(parsed.claimed as JsonObject, { url, index, at }).state
    })
    expect(states).toEqual(['revoked', 'clear', 'clear', 'revoked'])
  })
})
