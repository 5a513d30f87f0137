import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTestDatabase, testDatabase } from './database.ts'

const database = testDatabase()

test('the database of a test file is migrated, and its role is an ordinary one', async () => {
  const { rows } = await sql<{ tables: string; privileged: boolean; collation: string }>`
    select (select count(*) from pg_tables where tablename = 'award') as tables,
      (select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user) as privileged,
      (select datlocale from pg_database where datname = current_database()) as collation
  `.execute(database().db)
  expect(rows).toEqual([{ tables: '1', privileged: false, collation: 'C.UTF-8' }])
})

test('each copy stands alone', async () => {
  const other = await createTestDatabase()
  const insert = sql`insert into tenant values (gen_random_uuid(), 'person', now())`
  await other.db.transaction().execute(trx => insert.execute(trx))
  const count = sql<{ n: string }>`select count(*) as n from tenant`
  expect((await count.execute(other.db)).rows).toEqual([{ n: '1' }])
  expect((await count.execute(database().db)).rows).toEqual([{ n: '0' }])
  await other.drop()
})
