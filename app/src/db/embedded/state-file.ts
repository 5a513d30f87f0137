import {
  chownSync,
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { StartRefusal } from '../../errors.ts'

const schema = z.object({
  /** The folder that holds the cluster; undefined when that is the data folder itself, so that it can be moved. */
  home: z.string().optional(),
  superuserPassword: z.string(),
  appPassword: z.string(),
  /** Database and role exist. */
  prepared: z.boolean(),
  /** The loopback port of the last start. */
  port: z.number().int().optional(),
})

/** What the supervisor knows of the database of one data folder. Holds secrets: only its owner may read it. */
export type DatabaseState = z.infer<typeof schema>

const statePath = (dataFolder: string) => join(dataFolder, 'database.json')

export function readState(dataFolder: string): DatabaseState | undefined {
  const path = statePath(dataFolder)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new StartRefusal('data.unusable', `${path} can't be read (${(error as Error).message}).`, error)
  }
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    throw new StartRefusal(
      'data.unusable',
      `${path} is damaged; restore it from a backup, it holds the passwords of the database.`,
      error,
    )
  }
}

export function writeState(dataFolder: string, state: DatabaseState): void {
  writePrivateFile(statePath(dataFolder), `${JSON.stringify(state, null, 2)}\n`)
}

/** Whole or not at all, on disk when it returns, readable by the folder's owner alone. */
export function writePrivateFile(path: string, content: string): void {
  const aside = `${path}.new`
  const file = openSync(aside, 'w', 0o600)
  try {
    writeSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  // Root may start what belongs to another user, who has to be able to start it later.
  if (process.getuid?.() === 0) {
    const owner = statSync(dirname(path))
    chownSync(aside, owner.uid, owner.gid)
  }
  renameSync(aside, path)
}
