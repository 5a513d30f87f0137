import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findClusterProcesses, readPidFile, stopCluster } from '../../src/db/embedded/cluster-processes.ts'

export const projectFolder = join(import.meta.dirname, '../../..')

export interface ServerEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Standard output and standard error together. */
  readonly output: string
}

/** One real server process. */
export interface ServerProcess {
  readonly pid: number
  readonly url: string
  readonly ended: Promise<ServerEnd>
  output(): string
  /** To the process, or with `group` to all that a Ctrl-C in a terminal would reach. */
  kill(signal: NodeJS.Signals, to?: 'process' | 'group'): void
}

export interface StartOptions {
  readonly dataFolder: string
  readonly port: number
  /** `node` is what `npm start` ends in, without its build. */
  readonly by?: 'node' | 'npm'
  readonly environment?: Readonly<Record<string, string>>
  readonly user?: { readonly uid: number; readonly gid: number }
}

export function startServer({
  dataFolder,
  port,
  by = 'node',
  environment,
  user,
}: StartOptions): ServerProcess {
  const [command, args] =
    by === 'npm'
      ? ['npm', ['start']]
      : [process.execPath, [join(projectFolder, 'app/bin/meritum.js'), 'serve']]
  const child = spawn(command, args, {
    ...user,
    cwd: projectFolder,
    // A group of its own, as a terminal gives to what runs in it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(), PORT: String(port), MERITUM_DATA: dataFolder, ...environment },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
  return {
    pid: child.pid!,
    url: `http://127.0.0.1:${port}`,
    ended: endOf(child, () => output),
    output: () => output,
    kill: (signal, to = 'process') => process.kill(to === 'group' ? -child.pid! : child.pid!, signal),
  }
}

/** Nothing of the machine's own settings, nor of the npm or Vitest that runs the drill. */
function cleanEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR']
  return Object.fromEntries(kept.flatMap(key => (process.env[key] ? [[key, process.env[key]]] : [])))
}

function endOf(child: ChildProcess, output: () => string): Promise<ServerEnd> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, output: output() }))
  })
}

/** The promises hold on a machine that has a processor to spare; on a busy one everything takes its share longer. */
const patience = () => Math.max(1, loadavg()[0]! / availableParallelism())

/** Waits until /health answers with this status. Fails when the server ends instead, or after `seconds`. */
export async function waitForHealth(server: ServerProcess, status: number, seconds: number): Promise<void> {
  let ended: ServerEnd | undefined
  server.ended.then(end => {
    ended = end
  })
  let seen: number | undefined
  const until = performance.now() + seconds * 1000 * patience()
  while (performance.now() < until) {
    seen = await healthStatus(server)
    if (seen === status) return
    if (ended && status === 200)
      throw new Error(`The server ended (${ended.code ?? ended.signal}):\n${ended.output}`)
    await sleep(50)
  }
  throw new Error(`/health says ${seen} after ${seconds} s, not ${status}:\n${server.output()}`)
}

export async function healthStatus({ url }: ServerProcess): Promise<number | undefined> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(3000) })).status
  } catch {
    return undefined
  }
}

/** The end, or a failure when it takes longer. */
export async function endWithin(server: ServerProcess, seconds: number): Promise<ServerEnd> {
  const late = sleep(seconds * 1000 * patience(), undefined, { ref: false }).then(() => {
    throw new Error(`The server still runs after ${seconds} s:\n${server.output()}`)
  })
  return Promise.race([server.ended, late])
}

export function postmasterOf(cluster: string): number {
  const found = readPidFile(cluster)
  if (!found) throw new Error(`No postmaster.pid in ${cluster}`)
  return found.pid
}

export const postgresProcesses = (cluster: string) => findClusterProcesses(cluster)

/** Where the database of this data folder lies. */
export function clusterOf(dataFolder: string): string {
  const state = JSON.parse(readFileSync(join(dataFolder, 'database.json'), 'utf8')) as { home?: string }
  return join(state.home ?? dataFolder, 'postgres')
}

export function findFreePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** A data folder, and the clean-up of whatever a failed drill leaves in it. */
export function makeDataFolder(parent = tmpdir()): { path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(parent, 'meritum-drill-'))
  // As a project's folder usually is; mkdtemp makes it private.
  chmodSync(path, 0o755)
  return {
    path,
    async remove() {
      await removeCluster(path)
      rmSync(path, { recursive: true, force: true })
    },
  }
}

async function removeCluster(dataFolder: string): Promise<void> {
  let cluster: string
  try {
    cluster = clusterOf(dataFolder)
  } catch {
    return
  }
  await stopCluster(cluster)
  const home = join(cluster, '..')
  if (home !== dataFolder) rmSync(home, { recursive: true, force: true })
}
