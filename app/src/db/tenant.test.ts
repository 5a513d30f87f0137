import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { migrate, migrations } from './migrate.ts'
import { acrossTenants, inTenant } from './tenant.ts'

const database = testDatabase()
const [one, two] = [crypto.randomUUID(), crypto.randomUUID()]

const addNotice = (trx: Parameters<Parameters<typeof inTenant>[2]>[0], tenantId: string) =>
  trx
    .insertInto('notice')
    .values({
      tenant_id: tenantId,
      id: crypto.randomUUID(),
      kind: 'k',
      thing_id: one,
      created_at: new Date(),
      read_at: null,
    })
    .execute()

beforeAll(async () => {
  const { db } = database()
  for (const id of [one, two]) {
    await inTenant(db, id, async trx => {
      await trx.insertInto('tenant').values({ id, kind: 'person', created_at: new Date() }).execute()
      await addNotice(trx, id)
    })
  }
})

describe('a tenant', () => {
  test('sees and changes its own rows only', async () => {
    await inTenant(database().db, one, async trx => {
      const rows = await trx.selectFrom('notice').select('tenant_id').execute()
      expect(rows).toEqual([{ tenant_id: one }])
      const changed = await trx.updateTable('notice').set({ kind: 'x' }).executeTakeFirst()
      expect(changed.numUpdatedRows).toBe(1n)
      const removed = await trx.deleteFrom('notice').where('tenant_id', '=', two).executeTakeFirst()
      expect(removed.numDeletedRows).toBe(0n)
    })
  })

  test('can neither write nor move a row into another tenant', async () => {
    const { db } = database()
    await expect(inTenant(db, one, trx => addNotice(trx, two))).rejects.toThrow(/row-level security/)
    await expect(
      inTenant(db, one, trx => trx.updateTable('notice').set({ tenant_id: two }).execute()),
    ).rejects.toThrow(/row-level security/)
  })
})

test('without a tenant nothing is seen and nothing can be written', async () => {
  const { db } = database()
  await db.transaction().execute(async trx => {
    expect(await trx.selectFrom('notice').selectAll().execute()).toEqual([])
  })
  await expect(db.transaction().execute(trx => addNotice(trx, one))).rejects.toThrow(/row-level security/)
})

test('the setting ends with its transaction, on the same connection', async () => {
  const { db } = database()
  await db.connection().execute(async connection => {
    await inTenant(connection as typeof db, one, trx => trx.selectFrom('notice').selectAll().execute())
    expect(await connection.selectFrom('notice').selectAll().execute()).toEqual([])
    await acrossTenants(connection as typeof db, trx => trx.selectFrom('notice').selectAll().execute())
    expect(await connection.selectFrom('notice').selectAll().execute()).toEqual([])
  })
})

test('only the named look-ups reach across tenants', async () => {
  const rows = await acrossTenants(database().db, trx =>
    trx.selectFrom('notice').select('tenant_id').execute(),
  )
  expect(new Set(rows.map(row => row.tenant_id))).toEqual(new Set([one, two]))
})

test('a piece of SQL in the place of a tenant id is only a wrong id', async () => {
  await expect(
    inTenant(database().db, "x'; drop table notice; --", trx =>
      trx.selectFrom('notice').selectAll().execute(),
    ),
  ).rejects.toThrow(/uuid/)
})

test('every table that belongs to a tenant has a forced policy and leads its key with the tenant', async () => {
  const { rows } = await sql<{ name: string; forced: boolean; policies: string; first_key: string }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as first_key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('tenant', 'migration')
  `.execute(database().db)
  expect(rows.length).toBeGreaterThan(15)
  for (const row of rows)
    expect(row).toEqual({ name: row.name, forced: true, policies: '1', first_key: 'tenant_id' })
})

test('migrating again changes nothing, and a newer database is refused', async () => {
  const { db } = database()
  expect(await Promise.all([migrate(db), migrate(db)])).toEqual([[], []])
  expect(migrations.map(migration => migration.id)).toEqual(migrations.map(migration => migration.id).sort())
  await sql`insert into migration (id) values ('9999-from-the-future')`.execute(db)
  await expect(migrate(db)).rejects.toThrow(/9999-from-the-future/)
  await sql`delete from migration where id = '9999-from-the-future'`.execute(db)
})
