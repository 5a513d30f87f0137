import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from '../src/db/connect.ts'
import { stopCluster } from '../src/db/embedded/cluster-processes.ts'
import { findLockHolder } from '../src/db/embedded/take-lock.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { systemIds } from '../src/ids.ts'
import { createLog } from '../src/log.ts'
import { createDatabase, dropDatabase } from './copy-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the migrated template database; undefined when no chosen test can need it. */
    templateUrl: string | undefined
  }
}

/** One PostgreSQL for the whole run, with one migrated database that test files copy. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.MERITUM_TEST_DATABASE_URL
  if (!given && onlyPureTests()) {
    project.provide('templateUrl', undefined)
    return undefined
  }
  const server = given ? { url: given, stop: async () => {} } : await startThrowaway()
  const templateUrl = await createDatabase(server.url, `meritum_template_${process.pid}`)
  const db = connect(templateUrl)
  await migrate(db)
  // A database can't be copied while anybody is connected to it.
  await db.destroy()
  project.provide('templateUrl', templateUrl)
  return async () => {
    if (given) await dropDatabase(templateUrl)
    await server.stop()
  }
}

/** The kit knows no database, so that running its tests alone (`vitest run kit/src/json`) need not wait for one. */
function onlyPureTests(): boolean {
  const filters = process.argv.slice(2).filter(word => word !== 'run' && !word.startsWith('-'))
  return filters.length > 0 && filters.every(filter => filter.startsWith('kit/'))
}

const folderPrefix = 'meritum-test-cluster-'

async function startThrowaway() {
  await removeLeftOvers()
  const dataFolder = mkdtempSync(join(tmpdir(), folderPrefix))
  // Under root another user runs the database, and should find it here.
  chmodSync(dataFolder, 0o755)
  const database = await startEmbedded({
    dataFolder,
    ids: systemIds,
    log: createLog({ logLevel: 'error' }),
    onLost: error => {
      throw error
    },
    throwaway: true,
  })
  return {
    url: database.url,
    stop: async () => {
      await database.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** What runs that were killed more than an hour ago left. */
async function removeLeftOvers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter(name => name.startsWith(folderPrefix))) {
    const folder = join(tmpdir(), name)
    const { mtimeMs, uid } = statSync(folder)
    if (uid !== process.getuid?.() || Date.now() - mtimeMs < 3_600_000 || findLockHolder(folder)) continue
    await stopCluster(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
}
