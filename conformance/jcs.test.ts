import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { canonicalizeJson } from '../kit/src/canonical/index.ts'
import { parseStrictJson } from '../kit/src/json/index.ts'
import { sharedVectors } from './shared-vectors.test-support.ts'

const vectors = sharedVectors('jcs')

describe.skipIf(!vectors.present)('JSON Canonicalization Scheme (RFC 8785)', () => {
  const names = vectors.present ? readdirSync(vectors.path('testdata/input')) : []

  test('has all its files', () => {
    expect(names).toHaveLength(6)
  })

  test.each(names)('%s', name => {
    const canonical = canonicalizeJson(parseStrictJson(vectors.text(`testdata/input/${name}`)))
    expect(canonical).toBe(vectors.text(`testdata/output/${name}`))
    const hex = vectors.text(`testdata/outhex/${name.replace('.json', '.txt')}`).replaceAll(/\s/g, '')
    expect(Buffer.from(canonical, 'utf8').toString('hex')).toBe(hex)
  })
})
