import { connect } from '../db/connect.ts'
import { findRunningEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { StartRefusal } from '../errors.ts'
import type { Command } from './command.ts'
import { configOf } from './read-config.ts'

export const migrateCommand: Command = {
  usage: '',
  about:
    'Brings the database of DATABASE_URL, or the embedded one of a running server, to the newest form.\n"meritum serve" does the same at each start.',
  options: {},
  positionals: { least: 0, most: 0 },
  exitCodes: [
    [0, 'the database has the newest form'],
    [1, 'it could not be reached or changed; nothing was changed'],
  ],
  async run({ environment, terminal }) {
    const config = configOf(environment)
    const db = connect(config.databaseUrl ?? runningDatabase(config.dataFolder))
    try {
      const done = await migrate(db)
      terminal.print(
        done.length > 0 ? `Done: ${done.join(', ')}` : 'Nothing to do: the database has the newest form.',
      )
      return 0
    } finally {
      await db.destroy()
    }
  },
}

function runningDatabase(dataFolder: string): string {
  const url = findRunningEmbedded(dataFolder)
  if (url) return url
  throw new StartRefusal(
    'db.not_running',
    `No server runs on ${dataFolder}. Start it with "npm start", or set DATABASE_URL to an outside database.`,
  )
}
