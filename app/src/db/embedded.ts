import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../errors.ts'
import type { Ids } from '../ids.ts'
import type { Log } from '../log.ts'
import { type Binaries, prepareBinaries } from './embedded/binaries.ts'
import { chooseHome, findLeftHomes } from './embedded/choose-home.ts'
import { stopCluster } from './embedded/cluster-processes.ts'
import { createCluster } from './embedded/create-cluster.ts'
import { findFreePort, type PostmasterOptions, startPostmaster } from './embedded/postmaster.ts'
import { appDatabase, appRole, databaseUrl, prepareDatabase } from './embedded/prepare-database.ts'
import { type DatabaseState, readState, writeState } from './embedded/state-file.ts'
import { type Supervision, supervise } from './embedded/supervise.ts'
import { chooseSystemUser } from './embedded/system-user.ts'
import { findLockHolder, type Lock, takeLock } from './embedded/take-lock.ts'

export interface EmbeddedOptions {
  readonly dataFolder: string
  readonly ids: Ids
  readonly log: Log
  /** Called when the database has gone and can't be brought back. */
  onLost(error: unknown): void
  /** Tests only: no safety against power cuts, the app's role may copy databases. */
  readonly throwaway?: boolean
}

export interface EmbeddedDatabase {
  /** For the product's own role, which is no superuser. */
  readonly url: string
  readonly superuserUrl: string
  /** Where the rows lie; outside the data folder when the database's user can't reach that. */
  readonly cluster: string
  /** The system user that runs it, when that is another than ours. */
  readonly runsAs: string | undefined
  /** The copied programs, when those in node_modules can't be used. */
  readonly copiedBinaries: string | undefined
  /** Clusters that earlier data folders at the same path left elsewhere. */
  readonly leftBehind: readonly string[]
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL of a data folder: takes the folder, stops what a killed server left, makes
 * what is missing, starts, and watches. Refuses with a `StartRefusal` that says what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataFolder = openDataFolder(options.dataFolder)
  const locks: Lock[] = [takeLock(dataFolder)]
  const release = () => {
    for (const lock of locks) lock.release()
  }
  try {
    const place = preparePlace(dataFolder, options.ids)
    // A copied data folder names the same home as its original: the home has a lock of its own.
    if (place.home !== dataFolder) locks.push(takeLock(place.home))
    const running = await startIn(dataFolder, place, options)
    return {
      ...running.database,
      async stop() {
        await running.supervision.stop()
        release()
      },
    }
  } catch (error) {
    release()
    throw error
  }
}

/** The connection string of the database that a running server keeps on this data folder. */
export function findRunningEmbedded(dataFolder: string): string | undefined {
  if (!existsSync(dataFolder)) return undefined
  const folder = realpathSync(dataFolder)
  const state = findLockHolder(folder) === undefined ? undefined : readState(folder)
  if (!state?.prepared || state.port === undefined) return undefined
  return databaseUrl(appRole, state.appPassword, state.port, appDatabase)
}

function openDataFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(path)
  } catch (error) {
    throw new StartRefusal(
      'data.unusable',
      `The data folder ${path} can't be written (${(error as NodeJS.ErrnoException).code}). Set MERITUM_DATA to a folder that you own.`,
      error,
    )
  }
}

interface Place {
  readonly home: string
  readonly state: DatabaseState
}

function preparePlace(dataFolder: string, ids: Ids): Place {
  const known = readState(dataFolder)
  if (known) return knownPlace(dataFolder, known)
  if (existsSync(join(dataFolder, 'postgres'))) {
    throw new StartRefusal(
      'data.unusable',
      `${dataFolder} holds a database, but database.json with its passwords is missing. Restore that file from a backup.`,
    )
  }
  const home = chooseHome(dataFolder, chooseSystemUser(join(dataFolder, 'postgres')))
  const state: DatabaseState = {
    ...(home === dataFolder ? {} : { home }),
    superuserPassword: ids.token(24),
    appPassword: ids.token(24),
    prepared: false,
  }
  // Before anything is made with the passwords, so that a kill in between costs nothing.
  writeState(dataFolder, state)
  return { home, state }
}

/** Never begins anew in silence where a database has been. */
function knownPlace(dataFolder: string, state: DatabaseState): Place {
  const home = state.home ?? dataFolder
  if (!existsSync(state.prepared ? join(home, 'postgres') : home)) {
    throw new StartRefusal(
      'data.unusable',
      `The database of ${dataFolder} should lie in ${join(home, 'postgres')}, and it isn't there. Restore it, or remove ${join(dataFolder, 'database.json')} to begin with an empty one.`,
    )
  }
  return { home, state }
}

async function startIn(
  dataFolder: string,
  place: Place,
  options: EmbeddedOptions,
): Promise<{ database: Omit<EmbeddedDatabase, 'stop'>; supervision: Supervision }> {
  const { home, state } = place
  const cluster = join(home, 'postgres')
  checkAccess(cluster)
  const user = chooseSystemUser(cluster)
  const left = existsSync(cluster) ? await stopCluster(cluster) : 0
  if (left > 0) options.log.warn({ processes: left }, 'stopped the database that a killed server had left')
  const binaries = prepareBinaries(home, user)
  const { superuserPassword } = state
  createCluster({ cluster, binaries, user, superuserPassword, durable: !options.throwaway })
  const postmaster: PostmasterOptions = {
    cluster,
    logFile: join(home, 'postgres.log'),
    binaries,
    user,
    settings: options.throwaway ? ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'] : [],
  }
  const { child, port } = await startOnFreePort(postmaster)
  const supervision = supervise(child, port, postmaster, options)
  try {
    const superuserUrl = databaseUrl('postgres', superuserPassword, port, 'postgres')
    if (!state.prepared) {
      const { appPassword } = state
      await prepareDatabase({ superuserUrl, appPassword, mayCreateDatabases: options.throwaway ?? false })
    }
    writeState(dataFolder, { ...state, prepared: true, port })
    return { database: describe(dataFolder, place, port, binaries, user?.name), supervision }
  } catch (error) {
    await supervision.stop()
    throw error
  }
}

function describe(
  dataFolder: string,
  { home, state }: Place,
  port: number,
  binaries: Binaries,
  runsAs: string | undefined,
): Omit<EmbeddedDatabase, 'stop'> {
  return {
    url: databaseUrl(appRole, state.appPassword, port, appDatabase),
    superuserUrl: databaseUrl('postgres', state.superuserPassword, port, 'postgres'),
    cluster: join(home, 'postgres'),
    runsAs,
    copiedBinaries: binaries.copied ? binaries.folder : undefined,
    leftBehind: findLeftHomes(dataFolder, home),
  }
}

/** Between finding a free port and taking it another program may be faster. */
async function startOnFreePort(options: PostmasterOptions) {
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort()
    try {
      return { child: await startPostmaster(options, port), port }
    } catch (error) {
      const taken = error instanceof StartRefusal && /could not (bind|create any TCP)/.test(error.message)
      if (!taken || attempt === 3) throw error
    }
  }
}

function checkAccess(cluster: string): void {
  if (process.getuid?.() === 0 || !existsSync(cluster)) return
  try {
    accessSync(cluster, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartRefusal(
      'data.unusable',
      `${cluster} belongs to another user. Start Meritum as that user or as root, or set MERITUM_DATA to another folder.`,
      error,
    )
  }
}
