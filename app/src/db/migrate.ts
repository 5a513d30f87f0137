import { sql } from 'kysely'
import type { Database, Trx } from './connect.ts'
import { foundation } from './migrations/0001-foundation.ts'
import { rowLevelSecurity } from './migrations/0002-row-level-security.ts'
import { jobIndexes } from './migrations/0003-job-indexes.ts'

/** In order; one that is released is never changed. */
export const migrations: readonly { readonly id: string; readonly sql: string }[] = [
  foundation,
  rowLevelSecurity,
  jobIndexes,
]

/** Any fixed number: whoever holds it is the only one migrating this database. */
const migrationLock = 7_203_114

/**
 * Brings the database to the newest form, one transaction per migration, safe to call from several
 * processes at once. Returns the ids that were run now. Refuses a database that a newer program has changed.
 */
export async function migrate(db: Database): Promise<string[]> {
  const ran: string[] = []
  await refuseNewerDatabase(db)
  for (const migration of migrations) {
    if (await db.transaction().execute(trx => runOnce(trx, migration))) ran.push(migration.id)
  }
  return ran
}

async function runOnce(trx: Trx, migration: { readonly id: string; readonly sql: string }): Promise<boolean> {
  await lockAndPrepare(trx)
  const done = await sql`select 1 from migration where id = ${migration.id}`.execute(trx)
  if (done.rows.length > 0) return false
  await sql.raw(migration.sql).execute(trx)
  await sql`insert into migration (id) values (${migration.id})`.execute(trx)
  return true
}

async function refuseNewerDatabase(db: Database): Promise<void> {
  const known = new Set(migrations.map(migration => migration.id))
  const rows = await db.transaction().execute(async trx => {
    await lockAndPrepare(trx)
    return (await sql<{ id: string }>`select id from migration order by id`.execute(trx)).rows
  })
  const unknown = rows.map(row => row.id).filter(id => !known.has(id))
  if (unknown.length > 0) {
    throw new Error(
      `This database was changed by a newer version of Meritum (${unknown.join(', ')}). Upgrade first.`,
    )
  }
}

async function lockAndPrepare(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx)
  await sql`create table if not exists migration (id text primary key, ran_at timestamptz not null default now())`.execute(
    trx,
  )
}
