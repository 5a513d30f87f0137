import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { StartRefusal } from '../../errors.ts'
import { canEnter, type SystemUser } from './system-user.ts'

const systemFolder = '/var/lib/meritum'

/**
 * The folder for a new cluster: the data folder, or one elsewhere when the database's user can't get into
 * the data folder (root's home, for example). Its name begins with a digest of the data folder.
 */
export function chooseHome(dataFolder: string, user: SystemUser | undefined): string {
  if (canEnter(dataFolder, user)) return dataFolder
  const prefix = `meritum-${createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 12)}-`
  for (const parent of [systemFolder, tmpdir()]) {
    const home = makeIn(parent, prefix)
    if (home && canEnter(home, user)) return home
  }
  throw new StartRefusal(
    'data.unusable',
    `${user?.name} has to run the database and can reach neither ${dataFolder} nor ${systemFolder} nor ${tmpdir()}. Set MERITUM_DATA to a folder that it can reach.`,
  )
}

function makeIn(parent: string, prefix: string): string | undefined {
  try {
    if (parent === systemFolder) mkdirSync(parent, { recursive: true, mode: 0o755 })
    if (lstatSync(parent).isSymbolicLink() && parent === systemFolder) return undefined
    const home = mkdtempSync(join(parent, prefix))
    chmodSync(home, 0o755)
    return home
  } catch {
    return undefined
  }
}

/** Homes elsewhere that earlier data folders at this path left behind. */
export function findLeftHomes(dataFolder: string, home: string): string[] {
  if (home === dataFolder) return []
  const prefix = basename(home).slice(0, -6)
  const parent = join(home, '..')
  return readdirSync(parent)
    .filter(name => name.startsWith(prefix) && name !== basename(home))
    .map(name => join(parent, name))
}
