import { KitError } from '../errors.ts'
import { Budget } from './budget.ts'
import type { CarriedItem } from './carried-item.ts'
import { type PngChunk, readPngChunks, writePngChunks } from './png-chunks.ts'

/** Open Badges 3.0 §5.3.1.1, and the keyword of Open Badges 1.1 to 2.1. */
const keyword = 'openbadgecredential'
const keywords = new Set([keyword, 'openbadges'])
const maxTextBytes = 8 * 1024 * 1024

/**
 * The credential that is baked into a PNG: JSON, a JWT or, before Open Badges 3, an address.
 *
 * @throws KitError `upload.malformed`, `upload.too_large`, `upload.ambiguous` when there are several
 */
export function readPng(bytes: Uint8Array): CarriedItem | undefined {
  const budget = new Budget('upload.too_large', maxTextBytes)
  const items = readPngChunks(bytes).flatMap(chunk => {
    const item = readText(chunk, budget)
    return item ? [item] : []
  })
  if (items.length > 1) throw new KitError('upload.ambiguous', 'More than one credential in one picture')
  return items[0]
}

/** The picture with the credential baked in, in place of any other. @throws KitError as `readPng` */
export function bakePng(picture: Uint8Array, credential: string): Uint8Array {
  const [header, ...rest] = readPngChunks(picture)
  // iTXt (PNG §11.3.3.4): keyword, not compressed, no language, no translated keyword.
  const data = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(credential)])
  const others = rest.filter(chunk => !keywords.has(keywordOf(chunk)))
  return writePngChunks([header!, { type: 'iTXt', data: Uint8Array.from(data) }, ...others])
}

function readText(chunk: PngChunk, budget: Budget): CarriedItem | undefined {
  const name = keywordOf(chunk)
  if (!keywords.has(name)) return undefined
  const afterKeyword = name.length + 1
  if (chunk.type === 'tEXt') return { name, bytes: spent(chunk.data.subarray(afterKeyword), budget) }
  if (chunk.type === 'zTXt') {
    return { name, bytes: budget.inflate(chunk.data.subarray(afterKeyword + 1), 'zlib') }
  }
  const isPacked = chunk.data[afterKeyword] === 1
  const afterLanguage = endOf(chunk.data, afterKeyword + 2)
  const text = chunk.data.subarray(endOf(chunk.data, afterLanguage))
  return { name, bytes: isPacked ? budget.inflate(text, 'zlib') : spent(text, budget) }
}

/** The keyword of a text chunk, empty for others. */
function keywordOf({ type, data }: PngChunk): string {
  if (type !== 'iTXt' && type !== 'tEXt' && type !== 'zTXt') return ''
  const end = data.subarray(0, 80).indexOf(0)
  return end < 0 ? '' : String.fromCharCode(...data.subarray(0, end))
}

/** Where the text goes on after the next zero byte. */
function endOf(data: Uint8Array, from: number): number {
  const zero = data.indexOf(0, from)
  if (zero < 0) throw new KitError('upload.malformed', 'A text chunk ends early')
  return zero + 1
}

function spent(bytes: Uint8Array, budget: Budget): Uint8Array {
  budget.spend(bytes.length)
  return bytes
}
