import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { readConfig } from '../config.ts'
import { acrossTenants } from '../db/tenant.ts'
import { systemIds } from '../ids.ts'
import { findUnsafeRows, findUnsafeSettings } from './find-unsafe.ts'

const database = testDatabase()
let dataFolder: string

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'meritum-unsafe-'))
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

const find = (environment: Record<string, string>) =>
  findUnsafeSettings(
    readConfig({ MERITUM_DATA: dataFolder, BASE_URL: 'https://meritum.example', ...environment }),
  )
const secret = Buffer.from(systemIds.token(32), 'base64url').toString('base64')
const good = { MERITUM_MASTER_KEY: secret, MERITUM_EMBEDDED_DATABASE: 'yes' }

test('a configuration fit for production has nothing to refuse', () => {
  expect(find(good)).toEqual([])
  expect(find({ MERITUM_MASTER_KEY: secret, DATABASE_URL: 'postgresql://db.example/meritum' })).toEqual([])
})

test('each thing is named, all at once', () => {
  mkdirSync(join(dataFolder, 'keys'))
  mkdirSync(join(dataFolder, 'trust'))
  for (const name of ['keys/dev-ca.key', 'trust/dev-ca.pem']) writeFileSync(join(dataFolder, name), 'x')
  expect(find({})).toEqual([
    expect.stringContaining('DATABASE_URL'),
    expect.stringContaining('MERITUM_MASTER_KEY'),
    expect.stringContaining(join(dataFolder, 'keys/dev-ca.key')),
    expect.stringContaining(join(dataFolder, 'trust/dev-ca.pem')),
  ])
})

test.each(['\0', 'A'])('a key of one repeated byte is no secret', byte => {
  const key = Buffer.alloc(32, byte).toString('base64')
  expect(find({ ...good, MERITUM_MASTER_KEY: key })).toEqual([expect.stringContaining('default key')])
})

test('demonstration people and development keys are found in the rows of every tenant', async () => {
  expect(await findUnsafeRows(database().db)).toEqual([])
  const id = systemIds.uuid()
  const now = new Date()
  await acrossTenants(database().db, async trx => {
    await trx.insertInto('tenant').values({ id, kind: 'person', created_at: now }).execute()
    await trx
      .insertInto('person')
      .values({
        tenant_id: id,
        identity_hash: Buffer.from('x'),
        demonstration: true,
        profile_sealed: Buffer.from('x'),
        created_at: now,
      })
      .execute()
    await trx
      .insertInto('seal_key')
      .values({
        tenant_id: id,
        id,
        certificate_chain: [],
        private_key_sealed: Buffer.from('x'),
        development: true,
        created_at: now,
      })
      .execute()
  })
  expect(await findUnsafeRows(database().db)).toEqual([
    'The database holds demonstration data (1 people).',
    'The database holds development seal keys (1).',
  ])
})
