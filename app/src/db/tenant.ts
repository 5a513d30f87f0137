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
