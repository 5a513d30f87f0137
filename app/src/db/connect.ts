import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool } from 'pg'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>
/** What `inTenant` and `acrossTenants` hand out: the only way to the rows. */
export type Trx = Transaction<Tables>

export interface ConnectOptions {
  /** Most connections at once. */
  readonly max?: number
  /** Told when an idle connection breaks, for instance because the server stopped. */
  readonly onIdleError?: (error: Error) => void
}

/**
 * A pool of connections; none is opened before the first query. `timestamptz` reads as Date, `bytea` as
 * Buffer, `bigint` as string, `jsonb` as a value. Close with `db.destroy()`.
 */
export function connect(url: string, options: ConnectOptions = {}): Database {
  const pool = new Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: 'meritum',
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  })
  // Without a listener a broken idle connection would end the process; the next query opens a new one.
  pool.on('error', error => options.onIdleError?.(error))
  // The same for one that breaks between two statements of a transaction: the next statement fails.
  pool.on('connect', client => client.on('error', () => {}))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
