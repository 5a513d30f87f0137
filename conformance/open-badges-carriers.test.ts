import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bakePng, bakeSvg, extractCredentials } from '../kit/src/carriers/index.ts'

const shared = process.env.MERITUM_SHARED ?? join(import.meta.dirname, '../../shared')
const folder = join(shared, 'data/vectors/open-badges-3.0')
const present = existsSync(folder)
if (!present) console.warn(`SKIPPED: the Open Badges 3.0 fixtures are not at ${folder}; set MERITUM_SHARED`)

const read = (name: string): Uint8Array => Uint8Array.from(readFileSync(join(folder, name)))
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

describe.skipIf(!present)('baked badges of 1EdTech', () => {
  test('the PNG carries a credential as JSON', () => {
    const { kind, items, problems } = extractCredentials(read('simple-json.png'))
    expect({ kind, problems, count: items.length }).toEqual({ kind: 'png', problems: [], count: 1 })
    expect(JSON.parse(text(items[0]?.bytes)).type).toContain('OpenBadgeCredential')
  })

  test('the SVG carries a credential as a token', () => {
    const { kind, items, problems } = extractCredentials(read('simple-jwt.svg'))
    expect({ kind, problems, count: items.length }).toEqual({ kind: 'svg', problems: [], count: 1 })
    expect(extractCredentials(items[0]!.bytes).kind).toBe('jwt')
    const payload = Buffer.from(text(items[0]!.bytes).split('.')[1]!, 'base64url').toString()
    expect(JSON.parse(payload).type).toContain('OpenBadgeCredential')
  })

  test('our own baking goes round with their picture and their credentials', () => {
    for (const name of ['simple.json', 'complete.json', 'simple.jwt']) {
      const credential = text(read(name)).trim()
      const baked = bakePng(read('simple-json.png'), credential)
      expect(text(extractCredentials(baked).items[0]?.bytes)).toBe(credential)
      const drawing = new TextEncoder().encode(
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
      )
      expect(text(extractCredentials(bakeSvg(drawing, credential)).items[0]?.bytes)).toBe(credential)
    }
  })

  test.each(['simple.json', 'simple-err-context.json', 'complete.json'])('%s is JSON', name => {
    expect(extractCredentials(read(name)).kind).toBe('json')
  })

  test('simple.jwt is a token', () => {
    expect(extractCredentials(read('simple.jwt')).kind).toBe('jwt')
  })
})
