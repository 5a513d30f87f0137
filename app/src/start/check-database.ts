import { sql } from 'kysely'
import type { Config } from '../config.ts'
import type { Database } from '../db/connect.ts'
import { StartRefusal } from '../errors.ts'
import type { Log } from '../log.ts'

/**
 * An outside PostgreSQL has to be version 15 or later, and its role an ordinary one: row policies don't bind
 * a superuser. Production refuses such a role, demonstration warns.
 */
export async function checkOutsideDatabase(db: Database, config: Config, log: Log): Promise<void> {
  const found = await askDatabase(db, config)
  if (found.version < 150_000) {
    throw new StartRefusal(
      'db.unsuitable',
      `DATABASE_URL leads to PostgreSQL ${Math.floor(found.version / 10_000)}; Meritum needs 15 or later.`,
    )
  }
  if (!found.privileged) return
  const problem = `The role "${found.role}" of DATABASE_URL is a superuser or bypasses row security, so that the rows of one organisation would not be closed to another. Use an ordinary role that owns the database.`
  if (!config.demonstration) throw new StartRefusal('db.unsuitable', problem)
  log.warn(problem)
}

async function askDatabase(db: Database, config: Config) {
  try {
    const { rows } = await sql<{ version: number; role: string; privileged: boolean }>`
      select current_setting('server_version_num')::int as version, current_user as role,
        (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as privileged
    `.execute(db)
    return rows[0]!
  } catch (error) {
    const { hostname, port, pathname } = new URL(config.databaseUrl ?? 'postgresql://unknown')
    throw new StartRefusal(
      'db.unreachable',
      `The database ${hostname}:${port || 5432}${pathname} of DATABASE_URL can't be used: ${reasonOf(error)}`,
      error,
    )
  }
}

/** Several addresses tried give an error without a message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
