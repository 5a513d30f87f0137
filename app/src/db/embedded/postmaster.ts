import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { StartRefusal } from '../../errors.ts'
import type { Binaries } from './binaries.ts'
import { clusterName, readPidFile, send, stopCluster, waitUntil } from './cluster-processes.ts'
import { type SystemUser, spawnOptions } from './system-user.ts'

export interface PostmasterOptions {
  readonly cluster: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly user: SystemUser | undefined
  /** Server settings beyond our own, such as `fsync=off` in tests. */
  readonly settings: readonly string[]
}

const maxLogBytes = 10 * 1024 * 1024

/**
 * Starts PostgreSQL on a loopback port and waits until it takes connections. It gets a session of its own,
 * so that a Ctrl-C or the end of our process never reaches it: we stop it in order, or the next start does.
 */
export async function startPostmaster(options: PostmasterOptions, port: number): Promise<ChildProcess> {
  const logStart = rotateLog(options.logFile)
  const log = openSync(options.logFile, 'a', 0o600)
  const child = spawn(options.binaries.postgres, serverArguments(options, port), {
    ...spawnOptions(options.user),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let failed: Error | undefined
  child.once('error', error => {
    failed = error
  })
  const hasEnded = () => failed !== undefined || child.exitCode !== null || child.signalCode !== null
  const isReady = () => {
    const found = readPidFile(options.cluster)
    return found?.pid === child.pid && found?.state === 'ready'
  }
  // Crash recovery is bounded by max_wal_size, some seconds at most; a minute is for a very slow disk.
  await waitUntil(() => hasEnded() || isReady(), 60)
  if (!hasEnded() && isReady()) return child
  if (!hasEnded()) await stopCluster(options.cluster)
  const said = readFileSync(options.logFile).subarray(logStart).toString()
  throw new StartRefusal(
    'db.unreachable',
    `PostgreSQL did not start: ${failed?.message ?? lastProblem(said)}`,
  )
}

function serverArguments(options: PostmasterOptions, port: number): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `cluster_name=${clusterName(options.cluster)}`,
    'update_process_title=on',
    'logging_collector=off',
    'log_min_messages=warning',
    // Rows of people never go to a log, also not those of a statement that failed.
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'max_connections=60',
    ...options.settings,
  ]
  return ['-D', options.cluster, '-p', String(port), ...settings.flatMap(setting => ['-c', setting])]
}

/**
 * Asks for a fast shutdown (clients are disconnected, everything is written) and waits for the end: a fraction of
 * a second, more when there is much to write.
 */
export async function stopPostmaster(cluster: string, child: ChildProcess): Promise<void> {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  if (child.pid !== undefined && !hasEnded()) send(child.pid, 'SIGINT')
  if (!(await waitUntil(hasEnded, 10))) await stopCluster(cluster, 0)
}

/** A TCP port of 127.0.0.1 that is free now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Keeps one old log; returns where new lines will begin. */
function rotateLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size < maxLogBytes) return size
  renameSync(path, `${path}.1`)
  return 0
}

function lastProblem(said: string): string {
  const lines = said.trim().split('\n')
  return lines.findLast(line => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? 'it gave no reason'
}
