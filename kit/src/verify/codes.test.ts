import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const folders = [
  'kit/src',
  'app/src/sandbox',
  'app/src/rooms/verifying/uploads',
  'app/src/rooms/verifying/receipts',
]
const sources = folders
  .flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`),
  )
  // Rules for the wording of outcomes are advice to a writer and live with their rules.
  .filter(name => /^(?!kit\/src\/outcomes).*(?<!\.test|\.test-support)\.ts$/.test(name))

const areas =
  'badge|cert|check|completeness|dates|did|elm|format|holder|image|input|issuer|jades|json|jwt|kb|key|ld|list|presentation|proof|receipt|sd|seal|sig|status|time|trust|upload|vc|vct|xml'
const codePattern = new RegExp(`'((?:${areas})\\.[a-z0-9_]+)'`, 'g')
const used = new Set(
  sources.flatMap(name =>
    [...readFileSync(join(root, name), 'utf8').matchAll(codePattern)].map(([, code]) => code!),
  ),
)
const rows = [...readFileSync(join(root, 'docs/codes.md'), 'utf8').matchAll(/^\| `([a-z0-9_.]+)` \|/gm)]
const documented = rows.map(([, code]) => code!)

test('every code in the sources is documented, and no other', () => {
  expect(used.size).toBeGreaterThan(50)
  expect([...used].filter(code => !documented.includes(code)).sort()).toEqual([])
  expect(documented.filter(code => !used.has(code))).toEqual([])
})

test('the list is sorted and says everything once', () => {
  expect(documented).toEqual([...new Set(documented)].sort())
})
