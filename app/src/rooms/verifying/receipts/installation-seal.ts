import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { issueSealCertificate, readCertificate, type Signer, signerFromPem } from '@meritum/kit/keys'
import { readDevelopmentAuthority } from '../../organisation/index.ts'
import type { Services } from '../../services.ts'

/** The key with which this installation signs what it says itself. */
export interface InstallationSeal {
  readonly signer: Signer
  /** As its certificate says. */
  readonly name: string
}

const days = 730
const context = 'installation.receipts'

/**
 * The installation's own seal, or undefined when there is none. In demonstration mode one is made by the
 * development authority and kept under `keys/`, wrapped by the vault. Under production rules the operator brings
 * `keys/receipts.pem`: a private key and its certificate chain.
 */
export async function findInstallationSeal(services: Services): Promise<InstallationSeal | undefined> {
  if (!services.config.demonstration) return readBrought(services)
  return (await readMade(services)) ?? (await make(services))
}

/** A file that is no good leaves the checks themselves as they are: they only go without receipts. */
async function readBrought(services: Services): Promise<InstallationSeal | undefined> {
  const path = join(services.config.dataFolder, 'keys', 'receipts.pem')
  try {
    const text = await readFile(path, 'utf8').catch(ignoreMissing)
    return text === undefined ? undefined : inForce(services, parsePem(text))
  } catch (err) {
    services.log.error({ err, path }, 'receipts are not signed: no private key with its certificates')
    return undefined
  }
}

function parsePem(text: string): { privateKey: string; certificateChain: string } {
  const blocks = text.match(/-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g) ?? []
  const isKey = (block: string) => block.includes('PRIVATE KEY')
  return {
    privateKey: blocks.find(isKey) ?? '',
    certificateChain: blocks.filter(block => !isKey(block)).join('\n'),
  }
}

interface Kept {
  readonly certificateChain: string
  readonly wrappedKey: string
}

const pathOfMade = ({ config }: Services) => join(config.dataFolder, 'keys', 'receipts.json')

async function readMade(services: Services): Promise<InstallationSeal | undefined> {
  const text = await readFile(pathOfMade(services), 'utf8').catch(ignoreMissing)
  if (text === undefined) return undefined
  try {
    const { certificateChain, wrappedKey } = JSON.parse(text) as Kept
    const privateKey = services.vault.unwrap(context, Buffer.from(wrappedKey, 'base64')).toString()
    return inForce(services, { privateKey, certificateChain })
  } catch (err) {
    services.log.warn({ err }, 'the seal for receipts can not be opened; another is made')
    return undefined
  }
}

async function make(services: Services): Promise<InstallationSeal | undefined> {
  const { clock, ids, vault } = services
  const authority = await readDevelopmentAuthority(services)
  const seal = await issueSealCertificate(authority, {
    organisationName: 'Meritum (demo)',
    commonName: 'Meritum (demo), receipts of checks',
    organizationIdentifier: 'NTRSE-5599990000',
    country: 'SE',
    now: clock.now(),
    days,
    serial: ids.randomUuid().replaceAll('-', ''),
  })
  const wrappedKey = vault.wrap(context, Buffer.from(seal.privateKey)).toString('base64')
  const kept: Kept = { certificateChain: seal.certificateChain, wrappedKey }
  const path = pathOfMade(services)
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${ids.token(6)}`
  await writeFile(temporary, JSON.stringify(kept), { mode: 0o600 })
  await rename(temporary, path)
  return inForce(services, seal)
}

function inForce(
  services: Services,
  pem: { privateKey: string; certificateChain: string },
): InstallationSeal | undefined {
  const signer = signerFromPem(pem)
  const { notBefore, notAfter, subject } = readCertificate(signer.certificateChain[0]!)
  const now = services.clock.now()
  if (now < notBefore || notAfter < now) return undefined
  return { signer, name: subject.organization ?? subject.commonName ?? subject.text }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
