import type { Stats } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

export interface TrustFile {
  readonly path: string
  readonly name: string
  readonly changedAt: Date
  /** Another one as soon as the file is another. */
  readonly version: string
}

const known = /\.(pem|crt|cer|der|json|xml)$/i

/** A file with what belongs to it, or all files of a folder that can say whom to trust. None when nothing is there. */
export async function listTrustFiles(path: string): Promise<TrustFile[]> {
  const found = await stat(path).catch(ignoreMissing)
  if (!found) return []
  if (!found.isDirectory()) return [describe(path, found), ...(await findSigners(path))]
  const names = (await readdir(path)).filter(name => known.test(name)).sort()
  return Promise.all(names.map(async name => describe(join(path, name), await stat(join(path, name)))))
}

/** Where the signers of a trusted list are pinned: beside it, under its name. */
export function signersPath(list: string): string {
  return list.replace(/\.xml$/i, '.signers.pem')
}

export function isSigners({ name }: TrustFile): boolean {
  return /\.signers\.pem$/i.test(name)
}

async function findSigners(path: string): Promise<TrustFile[]> {
  const signers = signersPath(path)
  const found = signers === path ? undefined : await stat(signers).catch(ignoreMissing)
  return found ? [describe(signers, found)] : []
}

function describe(path: string, { mtime, mtimeMs, size }: Stats): TrustFile {
  return { path, name: basename(path), changedAt: mtime, version: `${mtimeMs} ${size}` }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
