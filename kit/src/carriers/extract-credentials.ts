import { KitError } from '../errors.ts'
import type { CarriedItem } from './carried-item.ts'
import { isPdf, readPdf } from './pdf/read-pdf.ts'
import { readPng } from './png.ts'
import { isPng } from './png-chunks.ts'
import { isSvg, readSvg } from './svg.ts'
import { readZip } from './zip.ts'
import { isZip } from './zip-directory.ts'

export type CarrierKind = 'png' | 'svg' | 'pdf' | 'zip' | 'json' | 'jwt' | 'unknown'

/** Why nothing, or not everything, could be taken out. */
export interface CarrierProblem {
  readonly code: string
  /** The label of the item that it is about; absent when it is about the whole. */
  readonly item?: string
}

export interface Extraction {
  readonly kind: CarrierKind
  /** Credentials; of a zip, files that may be carriers themselves; of `json`, `jwt` and `unknown`, the bytes given. */
  readonly items: readonly CarriedItem[]
  readonly problems: readonly CarrierProblem[]
}

const maxBytes = 64 * 1024 * 1024

/**
 * Takes credentials out of what carries them. What it is is told by the content, never by a name. Nothing that
 * comes out is believed yet, and nothing here throws for bad input. It costs time and memory that its limits
 * bound, but not little: call it where a run can be ended.
 */
export function extractCredentials(bytes: Uint8Array): Extraction {
  if (bytes.length > maxBytes) return { kind: 'unknown', items: [], problems: [{ code: 'input.too_large' }] }
  const kind = kindOf(bytes)
  try {
    return open(kind, bytes)
  } catch (error) {
    if (error instanceof KitError) return { kind, items: [], problems: [{ code: error.code }] }
    throw error
  }
}

/** What bytes are, by the first of them and by the form of the text. */
export function kindOf(bytes: Uint8Array): CarrierKind {
  if (isPng(bytes)) return 'png'
  if (isZip(bytes)) return 'zip'
  const start = bytes.findIndex(byte => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf)
  if (bytes[start] === 0x7b) return 'json'
  if (bytes[start] === 0x3c && isSvg(bytes)) return 'svg'
  if (isToken(bytes)) return 'jwt'
  return isPdf(bytes) ? 'pdf' : 'unknown'
}

function open(kind: CarrierKind, bytes: Uint8Array): Extraction {
  switch (kind) {
    case 'png':
      return ofPicture(kind, readPng(bytes))
    case 'svg':
      return ofPicture(kind, readSvg(bytes))
    case 'pdf':
      return ofPdf(readPdf(bytes))
    case 'zip':
      return ofZip(readZip(bytes))
    default:
      return { kind, items: [{ bytes }], problems: [] }
  }
}

function ofPicture(kind: CarrierKind, item: CarriedItem | undefined): Extraction {
  return item ? { kind, items: [item], problems: [] } : { kind, items: [], problems: [none] }
}

/** A PDF may carry anything; what looks like no credential is passed over, and of two nobody says which is meant. */
function ofPdf(attachments: readonly CarriedItem[]): Extraction {
  const items = attachments.filter(({ bytes }) => looksLikeCredential(bytes))
  if (items.length > 1) return { kind: 'pdf', items: [], problems: [{ code: 'upload.ambiguous' }] }
  return { kind: 'pdf', items, problems: items.length === 0 ? [none] : [] }
}

/** An archive within an archive stays closed: that is how one byte becomes a million. */
function ofZip(files: readonly CarriedItem[]): Extraction {
  const isArchive = ({ bytes }: CarriedItem): boolean => isZip(bytes)
  const items = files.filter(file => !isArchive(file))
  const nested = files
    .filter(isArchive)
    .map(({ name }) => ({ code: 'upload.archive_limits', item: name ?? '' }))
  const problems = files.length === 0 ? [none] : nested
  return { kind: 'zip', items, problems }
}

const none: CarrierProblem = { code: 'upload.no_credential' }

function looksLikeCredential(bytes: Uint8Array): boolean {
  const kind = kindOf(bytes)
  if (kind !== 'unknown') return kind === 'json' || kind === 'jwt'
  // ELM 2 is XML; a verifier has an answer to it.
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048)).includes('europass.eu')
}

/** A compact JWS or JWE, or an SD-JWT with its disclosures; blanks around it are what pasting adds. */
function isToken(bytes: Uint8Array): boolean {
  const [first] = bytes
  if (first === undefined || first > 0x7a || bytes.length < 16) return false
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  if (!/^\s*e[\w-]+\./.test(head)) return false
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').trim()
  return /^[\w.~-]+$/.test(text)
}
