import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { writePrivateFile } from '../db/embedded/state-file.ts'
import { StartRefusal } from '../errors.ts'
import type { Ids } from '../ids.ts'

/** Where demonstration mode keeps a key of its own. */
export const demonstrationKeyPath = (dataFolder: string) => join(dataFolder, 'keys', 'master.key')

/**
 * The 32 bytes that wrap every data key: MERITUM_MASTER_KEY, else in demonstration mode a key made once in
 * the data folder. `findUnsafe` has refused a production start without the variable before this is called.
 */
export function readMasterKey(config: Config, ids: Ids): Buffer {
  if (config.masterKey !== undefined) return decodeKey(config.masterKey, 'MERITUM_MASTER_KEY')
  if (!config.demonstration) throw new StartRefusal('config.unsafe', 'MERITUM_MASTER_KEY is not set.')
  const path = demonstrationKeyPath(config.dataFolder)
  if (!existsSync(path)) {
    mkdirSync(join(config.dataFolder, 'keys'), { recursive: true, mode: 0o700 })
    writePrivateFile(path, `${Buffer.from(ids.token(32), 'base64url').toString('base64')}\n`)
  }
  return decodeKey(readFileSync(path, 'utf8').trim(), path)
}

function decodeKey(text: string, origin: string): Buffer {
  const key = Buffer.from(text, 'base64')
  if (key.length === 32 && key.toString('base64') === text) return key
  throw new StartRefusal(
    'config.invalid',
    `${origin} has to be the base64 of 32 random bytes; "openssl rand -base64 32" makes one.`,
  )
}
