import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createDevelopmentAuthority, type DevelopmentAuthority } from '@meritum/kit/keys'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'

/** Ten years: longer than anybody keeps demonstration data. */
const days = 3650

/**
 * The built-in certificate authority for development, made on first use and kept in the data folder:
 * its key under `keys/`, its certificate also under `trust/`, so that our own verification knows it.
 * Exists only in demonstration mode; under production rules the answer is `issuing.no_seal`.
 */
export async function readDevelopmentAuthority(services: Services): Promise<DevelopmentAuthority> {
  if (!services.config.demonstration) throw new AppError('issuing.no_seal')
  const { dataFolder } = services.config
  const paths = {
    key: join(dataFolder, 'keys', 'dev-ca.key'),
    certificate: join(dataFolder, 'keys', 'dev-ca.pem'),
    trust: join(dataFolder, 'trust', 'dev-ca.pem'),
  }
  const authority = (await readPair(paths)) ?? (await make(services))
  await writeWhole(paths.key, authority.privateKey, 0o600)
  await writeWhole(paths.certificate, authority.certificate, 0o644)
  await writeWhole(paths.trust, authority.certificate, 0o644)
  return authority
}

async function readPair(paths: {
  key: string
  certificate: string
}): Promise<DevelopmentAuthority | undefined> {
  try {
    return {
      privateKey: await readFile(paths.key, 'utf8'),
      certificate: await readFile(paths.certificate, 'utf8'),
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function make({ clock, ids }: Services): Promise<DevelopmentAuthority> {
  return createDevelopmentAuthority({
    commonName: 'Meritum development CA (not to be trusted)',
    now: clock.now(),
    days,
    serial: ids.randomUuid().replaceAll('-', ''),
  })
}

/** Never leaves half a file behind; a file that says the same already is left alone. */
async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  const known = await readFile(path, 'utf8').catch(() => undefined)
  if (known === text) return
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.new`, text, { mode })
  await rename(`${path}.new`, path)
}
