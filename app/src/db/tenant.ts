import { sql } from 'kysely'
import type { Database, Trx } from './connect.ts'

/**
 * Runs `work` in one transaction that sees and writes the rows of one tenant only: row-level security
 * compares every row with the setting that is made here. Rolls back when `work` throws.
 */
export function inTenant<T>(db: Database, tenantId: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async trx => {
    await sql`select set_config('meritum.tenant', ${tenantId}, true)`.execute(trx)
    return work(trx)
  })
}

/**
 * Runs `work` in one transaction that reaches every tenant's rows. Only for the few look-ups that can't
 * know the tenant: a session by its token, a share or check code by its hash, a status list by its id,
 * what is published, and the jobs.
 */
export function acrossTenants<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async trx => {
    await sql`select set_config('meritum.scope', 'all', true)`.execute(trx)
    return work(trx)
  })
}

/** Refuses a database role that row-level security doesn't bind; with such a role every tenant would see all. */
export async function refusePrivilegedRole(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; privileged: boolean }>`
    select rolname as name, rolsuper or rolbypassrls as privileged from pg_roles where rolname = current_user
  `.execute(db)
  if (rows[0]?.privileged !== false) {
    throw new Error(
      `The database role ${rows[0]?.name ?? ''} is a superuser or bypasses row-level security. ` +
        'Give DATABASE_URL an ordinary role that owns the database.',
    )
  }
}
