import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { StartRefusal } from '../../errors.ts'

/** The system user that runs the database; undefined means: the one that runs us. */
export interface SystemUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/**
 * PostgreSQL refuses to run as root. Started by root it runs as the owner of the cluster that is there
 * already, else as `postgres` if that user exists, else as `nobody`. No user is ever created.
 */
export function chooseSystemUser(cluster: string): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  return (
    ownerOf(cluster) ?? lookUp('postgres') ?? lookUp('nobody') ?? { name: 'nobody', uid: 65534, gid: 65534 }
  )
}

function ownerOf(folder: string): SystemUser | undefined {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found || found.uid === 0) return undefined
  return { name: askId('-un', String(found.uid)) ?? `user ${found.uid}`, uid: found.uid, gid: found.gid }
}

function lookUp(name: string): SystemUser | undefined {
  const uid = Number(askId('-u', name))
  const gid = Number(askId('-g', name))
  return uid > 0 && gid >= 0 ? { name, uid, gid } : undefined
}

/** `id` knows every user of the system, wherever users are kept. */
function askId(option: string, user: string): string | undefined {
  try {
    return execFileSync('id', [option, user], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return undefined
  }
}

/** Whether the user gets into the folder. Asked of the system, because modes alone leave out access lists. */
export function canEnter(folder: string, user: SystemUser | undefined): boolean {
  if (!user) return true
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    env: {},
    stdio: 'ignore',
  })
  if (asked.error) {
    throw new StartRefusal(
      'data.unusable',
      `PostgreSQL doesn't run as root, and running it as ${user.name} was refused (${asked.error.message}). Start Meritum as an ordinary user.`,
    )
  }
  return asked.status === 0
}

/** What every program of the database is started with; none of our own environment, which holds secrets. */
export function spawnOptions(user: SystemUser | undefined): {
  uid?: number
  gid?: number
  env: NodeJS.ProcessEnv
} {
  const kept = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP']
  const env = Object.fromEntries(kept.flatMap(key => (process.env[key] ? [[key, process.env[key]]] : [])))
  return { ...(user && { uid: user.uid, gid: user.gid }), env: { ...env, LC_ALL: 'C', TZ: 'UTC' } }
}
