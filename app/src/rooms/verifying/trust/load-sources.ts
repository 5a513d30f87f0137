import { readFile } from 'node:fs/promises'
import { type Certificate, readCertificate, readPemCertificates } from '@meritum/kit/keys'
import { pickText } from '@meritum/kit/text'
import {
  type OpenedList,
  openTrustedLists,
  parseIssuerList,
  sourceOfCertificates,
  sourceOfIssuerList,
  sourceOfTrustedList,
  type TrustSource,
  type TrustSourceKind,
} from '@meritum/kit/trust'
import { isSigners, signersPath, type TrustFile } from './list-trust-files.ts'
import { certificatesId } from './source-ids.ts'

export type OnBroken = (file: string, error: unknown) => void

interface Loaded {
  readonly file: TrustFile
  readonly bytes: Uint8Array
}

/**
 * Files → sources, each told by what is in it: certificates, a list of issuers, a trusted list. What can't be
 * loaded is a source all the same, one that says so, and `onBroken` hears why.
 */
export async function loadSources(files: readonly TrustFile[], onBroken: OnBroken): Promise<TrustSource[]> {
  const signers = files.filter(isSigners)
  const read = await Promise.all(files.filter(file => !isSigners(file)).map(file => load(file, onBroken)))
  const loaded = read.filter((entry): entry is Loaded => 'bytes' in entry)
  const kinds = Map.groupBy(loaded, ({ bytes }) => kindOf(bytes))
  return [
    ...loadCertificates(kinds.get('certificates') ?? [], onBroken),
    ...(kinds.get('issuer-list') ?? []).map(entry => loadIssuerList(entry, onBroken)),
    ...(await loadTrustedLists(kinds.get('trusted-list') ?? [], signers, onBroken)),
    ...read.filter((entry): entry is TrustSource => 'failure' in entry),
  ]
}

async function load(file: TrustFile, onBroken: OnBroken): Promise<Loaded | TrustSource> {
  try {
    return { file, bytes: await readFile(file.path) }
  } catch (error) {
    return failed(file, 'certificates', error, onBroken)
  }
}

/** By the first character: JSON, XML, or else PEM or DER. */
function kindOf(bytes: Uint8Array): TrustSourceKind {
  const start = Buffer.from(bytes.subarray(0, 64))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  return start.startsWith('{') ? 'issuer-list' : start.startsWith('<') ? 'trusted-list' : 'certificates'
}

function loadCertificates(entries: readonly Loaded[], onBroken: OnBroken): TrustSource[] {
  const certificates: Certificate[] = []
  const broken: TrustSource[] = []
  for (const { file, bytes } of entries) {
    try {
      certificates.push(...readCertificates(bytes))
    } catch (error) {
      broken.push(failed(file, 'certificates', error, onBroken))
    }
  }
  if (certificates.length === 0) return broken
  const loadedAt = new Date(Math.max(...entries.map(({ file }) => +file.changedAt)))
  return [
    sourceOfCertificates({ id: certificatesId, name: 'Certificates', loadedAt }, certificates),
    ...broken,
  ]
}

function readCertificates(bytes: Uint8Array): Certificate[] {
  const text = Buffer.from(bytes).toString('latin1')
  return (text.includes('-----BEGIN') ? readPemCertificates(text) : [bytes]).map(readCertificate)
}

function loadIssuerList({ file, bytes }: Loaded, onBroken: OnBroken): TrustSource {
  try {
    return sourceOfIssuerList(
      { id: file.name, name: file.name, loadedAt: file.changedAt },
      parseIssuerList(bytes),
    )
  } catch (error) {
    return failed(file, 'issuer-list', error, onBroken)
  }
}

async function loadTrustedLists(
  entries: readonly Loaded[],
  signers: readonly TrustFile[],
  onBroken: OnBroken,
): Promise<TrustSource[]> {
  const files = await Promise.all(
    entries.map(async ({ file, bytes }) => {
      const pinned = signers.find(({ path }) => path === signersPath(file.path))
      return { name: file.path, bytes, ...(pinned ? { signers: await loadSigners(pinned, onBroken) } : {}) }
    }),
  )
  const { opened, unopened } = openTrustedLists(files)
  const fileOf = (path: string) => entries.find(({ file }) => file.path === path)!.file
  return [
    ...opened.map(list => toSource(fileOf(list.name), list)),
    ...unopened.flatMap(({ name, code, message }) => {
      const source = failed(
        fileOf(name),
        'trusted-list',
        Object.assign(new Error(message), { code }),
        onBroken,
      )
      // An older copy beside a newer one isn't missed.
      return code === 'list.superseded' ? [] : [source]
    }),
  ]
}

/** Pins that can't be read pin nobody. */
async function loadSigners(file: TrustFile, onBroken: OnBroken): Promise<Certificate[]> {
  try {
    return readCertificates(await readFile(file.path))
  } catch (error) {
    onBroken(file.path, error)
    return []
  }
}

function toSource(file: TrustFile, opened: OpenedList): TrustSource {
  const { territory, operator } = opened.list
  const name = `${territory}: ${pickText(operator, 'en')?.text ?? file.name}`
  return sourceOfTrustedList({ id: file.name, name, loadedAt: file.changedAt }, opened)
}

function failed(file: TrustFile, kind: TrustSourceKind, error: unknown, onBroken: OnBroken): TrustSource {
  onBroken(file.path, error)
  const failure = codeOf(error) ?? 'file.unreadable'
  return { id: file.name, name: file.name, kind, issuers: [], failure }
}

/** Ours have codes such as `list.altered`, the system's are in capitals. */
function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^[a-z]+\.[a-z_]+$/.test(code) ? code : undefined
}
