import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { listProcesses, processStart } from './processes.ts'

/** In the title of every process of the cluster: by it they are found, whoever may read what under /proc. */
export function clusterName(cluster: string): string {
  return `meritum-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`
}

export interface ClusterProcess {
  readonly pid: number
  readonly isPostmaster: boolean
}

/** The processes of the cluster that still run, whoever started them. */
export function findClusterProcesses(cluster: string): ClusterProcess[] {
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid
  const name = clusterName(cluster)
  return listProcesses()
    .filter(found => found.uid >>> 0 === owner && found.command.includes(name))
    .filter(found => isChild(found.command, name) || found.command.includes(` -D ${cluster} `))
    .map(found => ({ pid: found.pid, isPostmaster: !isChild(found.command, name) }))
}

const isChild = (command: string, name: string) => command.startsWith(`postgres: ${name}: `)

/**
 * Stops what a killed server left: a postmaster without its server is asked to shut down; children without
 * their postmaster end by themselves when they notice; what still runs after its time is killed, and crash
 * recovery does the rest. Returns how many there were.
 */
export async function stopCluster(cluster: string, secondsToShutDown = 3): Promise<number> {
  const found = findClusterProcesses(cluster)
  const steps: [signal: NodeJS.Signals, seconds: number][] = [
    ['SIGINT', secondsToShutDown],
    ['SIGQUIT', 2],
    ['SIGKILL', 2],
  ]
  for (const [signal, seconds] of steps) {
    const running = findClusterProcesses(cluster)
    if (running.length === 0) break
    const postmaster = running.find(({ isPostmaster }) => isPostmaster)
    for (const { pid } of signal === 'SIGINT' && postmaster ? [postmaster] : running) send(pid, signal)
    await waitUntil(() => findClusterProcesses(cluster).length === 0, seconds)
  }
  removeDeadPidFile(cluster)
  return found.length
}

/**
 * PostgreSQL takes any process with the number in postmaster.pid for a running postmaster: a zombie that
 * nobody reaps, or a stranger after a restart of the machine. Called only when no process of the cluster runs.
 */
function removeDeadPidFile(cluster: string): void {
  const path = join(cluster, 'postmaster.pid')
  const pid = readPidFile(cluster)?.pid
  if (pid === undefined || !exists(pid)) return
  const isZombie = processStart(pid) === undefined
  if (isZombie || findClusterProcesses(cluster).length === 0) rmSync(path, { force: true })
}

/** postmaster.pid: line 1 the process, line 4 the port, line 8 the state (PostgreSQL's utils/pidfile.h). */
export function readPidFile(cluster: string): { pid: number; port: number; state: string } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]), state: (lines[7] ?? '').trim() } : undefined
  } catch {
    return undefined
  }
}

export function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone already.
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Looks every 25 ms until the condition holds or the time is over; says whether it holds. */
export async function waitUntil(condition: () => boolean, seconds: number): Promise<boolean> {
  for (let look = 0; look < seconds * 40; look++) {
    if (condition()) return true
    await sleep(25)
  }
  return condition()
}
