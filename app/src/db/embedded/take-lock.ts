import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartRefusal } from '../../errors.ts'
import { processStart } from './processes.ts'

const schema = z.object({ pid: z.number().int().positive(), started: z.string(), folder: z.string() })

export interface Lock {
  release(): void
}

/**
 * Takes the folder for this process, or refuses with `db.locked` when a running process has it. A lock whose
 * process is gone, or whose number another process has now, is taken over.
 */
export function takeLock(folder: string): Lock {
  const path = lockPath(folder)
  const mine = JSON.stringify({ pid: process.pid, started: processStart(process.pid) ?? '', folder })
  for (let attempt = 0; attempt < 3; attempt++) {
    if (createOnce(path, mine)) return { release: () => releaseLock(path, mine) }
    const found = readText(path)
    const holder = found === undefined ? undefined : runningHolder(found)
    if (holder) throw locked(folder, holder)
    if (found !== undefined) removeStale(path, found)
  }
  throw new StartRefusal('db.locked', `Another start of Meritum on ${folder} is under way. Try again.`)
}

/** The process that holds the folder, if it still runs. */
export function findLockHolder(folder: string): number | undefined {
  const found = readText(lockPath(folder))
  return found === undefined ? undefined : runningHolder(found)
}

/** Refuses like `takeLock`, but takes nothing: for asking before anything slow begins. */
export function refuseIfLocked(folder: string): void {
  const holder = findLockHolder(folder)
  if (holder !== undefined) throw locked(folder, holder)
}

const lockPath = (folder: string) => join(folder, 'server.lock')

function locked(folder: string, pid: number): StartRefusal {
  return new StartRefusal(
    'db.locked',
    `Meritum already runs on ${folder} (process ${pid}). Stop that one first, or set MERITUM_DATA to another folder.`,
  )
}

function runningHolder(text: string): number | undefined {
  try {
    const lock = schema.parse(JSON.parse(text))
    return processStart(lock.pid) === lock.started ? lock.pid : undefined
  } catch {
    return undefined
  }
}

/** The file appears with all its content or not at all: written aside, then linked under its name. */
function createOnce(path: string, content: string): boolean {
  const aside = `${path}.${process.pid}`
  writeFileSync(aside, content, { mode: 0o600 })
  try {
    linkSync(aside, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Moves the stale lock aside; puts it back if another start had taken the lock over in between. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (readText(aside) !== stale) {
    try {
      linkSync(aside, path)
    } catch {
      // A third start has the name now; the one that we moved will find that it lost.
    }
  }
  rmSync(aside, { force: true })
}

function releaseLock(path: string, mine: string): void {
  if (readText(path) === mine) rmSync(path, { force: true })
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
