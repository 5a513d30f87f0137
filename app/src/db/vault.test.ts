import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { inTenant } from './tenant.ts'
import { createVault } from './vault.ts'

const database = testDatabase()
const masterKey = randomBytes(32)
const vault = createVault(masterKey)
const [tenantId, personId, otherId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
const place = { tenantId, personId, context: 'note.text:1' }

beforeAll(() =>
  inTenant(database().db, tenantId, trx =>
    trx.insertInto('tenant').values({ id: tenantId, kind: 'organisation', created_at: new Date() }).execute(),
  ),
)

const seal = (data: Uint8Array | string, at = place) =>
  inTenant(database().db, tenantId, trx => vault.seal(trx, at, data))
const open = (sealed: Uint8Array, at = place, by = vault) =>
  inTenant(database().db, tenantId, trx => by.open(trx, at, sealed))

describe('what is sealed for a person', () => {
  test('opens again, in every process that has the master key', async () => {
    for (const text of ['', 'Maja Lindqvist Sarri', 'x'.repeat(100_000)]) {
      const sealed = await seal(text)
      expect(sealed.includes('Maja')).toBe(false)
      expect((await open(sealed)).toString()).toBe(text)
      expect((await open(sealed, place, createVault(masterKey))).toString()).toBe(text)
    }
  })

  test('is different every time', async () => {
    expect((await seal('same')).equals(await seal('same'))).toBe(false)
  })

  test('opens at no other place, for no other person, under no other master key, and not when changed', async () => {
    const sealed = await seal('secret')
    await seal('makes the other key', { ...place, personId: otherId })
    await expect(open(sealed, { ...place, context: 'note.text:2' })).rejects.toThrow()
    await expect(open(sealed, { ...place, personId: otherId })).rejects.toThrow()
    await expect(open(sealed, place, createVault(randomBytes(32)))).rejects.toThrow()
    for (const index of [0, 1, 13, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[index]! ^= 1
      await expect(open(changed)).rejects.toThrow()
    }
    await expect(open(Buffer.alloc(5))).rejects.toThrow()
  })

  test('gets one key although many are the first', async () => {
    const at = { tenantId, personId: crypto.randomUUID(), context: 'c' }
    const sealed = await Promise.all(Array.from({ length: 8 }, (_, index) => seal(`${index}`, at)))
    const opened = await Promise.all(sealed.map(bytes => open(bytes, at)))
    expect(opened.map(String)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  })

  test('is gone when the key is erased, at once and for every process', async () => {
    const at = { tenantId, personId: crypto.randomUUID(), context: 'c' }
    const sealed = await seal('marker', at)
    await inTenant(database().db, tenantId, async trx => {
      await vault.open(trx, at, sealed)
      await vault.eraseKey(trx, at)
      await expect(vault.open(trx, at, sealed)).rejects.toMatchObject({ code: 'thing.gone' })
    })
    await expect(open(sealed, at)).rejects.toMatchObject({ code: 'thing.gone' })
    await expect(open(sealed, at, createVault(masterKey))).rejects.toMatchObject({ code: 'thing.gone' })
  })
})

test('an organisation’s secret opens under its own context only', () => {
  const wrapped = vault.wrap('seal_key:1', Buffer.from('private'))
  expect(vault.unwrap('seal_key:1', wrapped).toString()).toBe('private')
  expect(() => vault.unwrap('seal_key:2', wrapped)).toThrow()
})

test('an HMAC depends on purpose, data and master key', () => {
  const values = [
    vault.hmac('a', 'x'),
    vault.hmac('b', 'x'),
    vault.hmac('a', 'y'),
    createVault(randomBytes(32)).hmac('a', 'x'),
  ]
  expect(new Set(values.map(value => value.toString('hex'))).size).toBe(4)
  expect(vault.hmac('a', 'x').equals(values[0]!)).toBe(true)
})

test('the master key must be 32 bytes', () => {
  expect(() => createVault(randomBytes(16))).toThrow(/32 bytes/)
})
