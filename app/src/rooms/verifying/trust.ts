import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { readCertificate, readPemCertificates } from '@meritum/kit/keys'
import { createTrustStore, type TrustStore } from '@meritum/kit/verify'

const certificateFile = /\.(pem|crt|cer|der)$/i

let latest: { readonly fingerprint: string; readonly store: TrustStore } | undefined

/**
 * The certificates that a verification trusts: a file, or all certificate files of a folder (.pem, .crt, .cer,
 * .der), PEM or DER. A folder that doesn't exist trusts nobody. A file that is no certificate is an error, since
 * trusting less than was meant would look like a verdict about credentials; with `onBroken` it is left out instead.
 */
export async function readTrust(
  path: string,
  onBroken?: (file: string, error: unknown) => void,
): Promise<TrustStore> {
  const files = await listFiles(path)
  const fingerprint = files.map(({ file, version }) => `${file} ${version}`).join('\n')
  if (latest?.fingerprint === fingerprint) return latest.store
  const certificates = await Promise.all(files.map(({ file }) => readCertificates(file, onBroken)))
  const store = createTrustStore({ certificates: certificates.flat() })
  latest = { fingerprint, store }
  return store
}

async function listFiles(path: string): Promise<{ file: string; version: string }[]> {
  const found = await stat(path).catch(ignoreMissing)
  if (!found) return []
  if (!found.isDirectory()) return [{ file: path, version: versionOf(found) }]
  const names = (await readdir(path)).filter(name => certificateFile.test(name)).sort()
  return Promise.all(
    names.map(async name => {
      const file = join(path, name)
      return { file, version: versionOf(await stat(file)) }
    }),
  )
}

function versionOf({ mtimeMs, size }: { mtimeMs: number; size: number }): string {
  return `${mtimeMs} ${size}`
}

async function readCertificates(
  file: string,
  onBroken?: (file: string, error: unknown) => void,
): Promise<Uint8Array[]> {
  try {
    const bytes = await readFile(file)
    const found = bytes.includes('-----BEGIN') ? readPemCertificates(bytes.toString('latin1')) : [bytes]
    found.forEach(readCertificate)
    return found
  } catch (error) {
    if (!onBroken) throw new Error(`${file} is no certificate`, { cause: error })
    onBroken(file, error)
    return []
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
