import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { connect, type Database } from '../db/connect.ts'
import { type EmbeddedDatabase, startEmbedded } from '../db/embedded.ts'
import { StartRefusal } from '../errors.ts'
import type { Ids } from '../ids.ts'
import type { Log } from '../log.ts'
import { checkOutsideDatabase } from './check-database.ts'
import { findUnsafeRows, findUnsafeSettings } from './find-unsafe.ts'
import { within } from './within.ts'

export interface OpenDatabase {
  readonly db: Database
  /** Undefined with an outside database. */
  readonly embedded: EmbeddedDatabase | undefined
  close(): Promise<void>
}

interface Surroundings {
  readonly config: Config
  readonly ids: Ids
  readonly log: Log
  onLost(error: unknown): void
  migrate(db: Database): Promise<unknown>
}

/**
 * The database, migrated, and under production rules free of what those refuse. Everything that is refused is
 * named at once, which is why rows are looked at even when the settings are refused already.
 */
export async function openDatabase(surroundings: Surroundings): Promise<OpenDatabase> {
  const { config } = surroundings
  const unsafe = config.demonstration ? [] : findUnsafeSettings(config)
  if (unsafe.length > 0 && !hasRows(config)) throw refusal(unsafe)
  const opened = await connectTo(surroundings)
  try {
    if (!opened.embedded) await checkOutsideDatabase(opened.db, config, surroundings.log)
    await surroundings.migrate(opened.db)
    if (!config.demonstration) unsafe.push(...(await findUnsafeRows(opened.db)))
    if (unsafe.length > 0) throw refusal(unsafe)
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}

const hasRows = (config: Config) =>
  config.databaseUrl !== undefined || existsSync(join(config.dataFolder, 'database.json'))

function refusal(unsafe: readonly string[]): StartRefusal {
  return new StartRefusal(
    'config.unsafe',
    `BASE_URL or HOST is not loopback, so production rules apply, and they refuse:\n  - ${unsafe.join('\n  - ')}`,
  )
}

async function connectTo({ config, ids, log, onLost }: Surroundings): Promise<OpenDatabase> {
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbedded({ dataFolder: config.dataFolder, ids, log, onLost })
  let closing = false
  const onIdleError = ({ message }: Error) => {
    if (!closing) log.warn({ reason: message }, 'a connection to the database broke')
  }
  const db = connect(config.databaseUrl ?? embedded!.url, { onIdleError })
  return {
    db,
    embedded,
    async close() {
      closing = true
      // A connection that is still in use is cut by the shutdown of the embedded database.
      await within(1000, db.destroy())
      await embedded?.stop()
    },
  }
}
