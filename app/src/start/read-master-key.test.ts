import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { systemIds } from '../ids.ts'
import { demonstrationKeyPath, readMasterKey } from './read-master-key.ts'

let dataFolder: string

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'meritum-key-'))
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

const read = (environment: Record<string, string>) =>
  readMasterKey(readConfig({ MERITUM_DATA: dataFolder, ...environment }), systemIds)

test('demonstration mode makes a key once, for its owner alone', () => {
  const key = read({})
  expect(key.length).toBe(32)
  expect(read({})).toEqual(key)
  expect(statSync(demonstrationKeyPath(dataFolder)).mode & 0o777).toBe(0o600)
})

test('the variable goes before the file', () => {
  const key = Buffer.alloc(32, 7)
  expect(read({ MERITUM_MASTER_KEY: key.toString('base64') })).toEqual(key)
})

test.each([
  'short',
  'A'.repeat(43),
  `${Buffer.alloc(32).toString('base64')} `,
  Buffer.alloc(33).toString('base64'),
])('what is not the base64 of 32 bytes is refused: %j', value => {
  expect(() => read({ MERITUM_MASTER_KEY: value })).toThrow('MERITUM_MASTER_KEY has to be the base64')
})

test('production makes no key', () => {
  expect(() => read({ BASE_URL: 'https://meritum.example' })).toThrow('MERITUM_MASTER_KEY is not set')
})
