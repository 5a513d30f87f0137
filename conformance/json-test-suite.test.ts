import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { KitError } from '../kit/src/errors.ts'
import { parseStrictJson } from '../kit/src/json/index.ts'

const shared = process.env.MERITUM_SHARED ?? join(import.meta.dirname, '../../shared')
const folder = join(shared, 'data/vectors/json-test-suite/test_parsing')
const present = existsSync(folder)
if (!present) console.warn(`SKIPPED: JSONTestSuite is not at ${folder}; set MERITUM_SHARED`)

// RFC 8259 §4 lets a parser refuse repeated names; ours has to.
const refusedOnPurpose = new Map([
  ['y_object_duplicated_key.json', 'json.duplicate_key'],
  ['y_object_duplicated_key_and_value.json', 'json.duplicate_key'],
])

/** `undefined` when it parses, else the code; anything but a KitError is a defect of ours. */
function outcomeOf(bytes: Uint8Array): string | undefined {
  try {
    parseStrictJson(bytes)
    return undefined
  } catch (error) {
    if (error instanceof KitError) return error.code
    throw error
  }
}

describe.skipIf(!present)('JSONTestSuite', () => {
  const names = present ? readdirSync(folder).filter(name => name.endsWith('.json')) : []
  const read = (name: string) => readFileSync(join(folder, name))

  test('has all its files', () => {
    expect(names.length).toBe(318)
  })

  test.each(names.filter(name => name.startsWith('y_')))('%s is read', name => {
    const outcome = outcomeOf(read(name))
    expect(outcome).toBe(refusedOnPurpose.get(name))
    if (outcome === undefined) {
      expect(parseStrictJson(read(name))).toEqual(JSON.parse(read(name).toString('utf8')))
    }
  })

  test.each(names.filter(name => name.startsWith('n_')))('%s is refused', name => {
    expect(outcomeOf(read(name))).toMatch(/^json\.(syntax|encoding|too_deep)$/)
  })

  test.each(names.filter(name => name.startsWith('i_')))('%s is decided', name => {
    const outcome = outcomeOf(read(name))
    if (outcome !== undefined) expect(outcome).toMatch(/^json\.(syntax|encoding|too_deep|number_range)$/)
  })
})
