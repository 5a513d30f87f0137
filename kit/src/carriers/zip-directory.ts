import { KitError } from '../errors.ts'

export interface ZipEntry {
  readonly name: string
  readonly rawName: Uint8Array
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Of its local header. */
  readonly offset: number
}

const endSignature = 0x06054b50
const endLength = 22
const maxCommentLength = 0xffff
const entrySignature = 0x02014b50
const entryLength = 46
const maxEntries = 500
const symbolicLink = 0xa000

export function isZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6))
}

/**
 * The central directory (APPNOTE 6.3.10 §4.3.12) with everything refused that a bundle of credentials never
 * needs. `start` is where it begins, which is where the entries end.
 *
 * @throws KitError `upload.malformed`, `upload.archive_limits`, `upload.encrypted`, `upload.unsupported`
 */
export function readZipDirectory(bytes: Uint8Array): { entries: ZipEntry[]; start: number } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(buffer)
  const [disk, startDisk, here, count] = [4, 6, 8, 10].map(at => buffer.readUInt16LE(end + at))
  const length = buffer.readUInt32LE(end + 12)
  const start = buffer.readUInt32LE(end + 16)
  if (count === 0xffff || length === 0xffffffff || start === 0xffffffff) {
    throw new KitError('upload.unsupported', 'ZIP64 is not read')
  }
  if (disk !== 0 || startDisk !== 0 || here !== count) throw malformed('The archive is split')
  if (count! > maxEntries) throw new KitError('upload.archive_limits', `More than ${maxEntries} files`)
  if (start + length !== end) throw malformed('The directory is not where it is said to be')
  const entries: ZipEntry[] = []
  let position = start
  while (position < end) {
    if (position + entryLength > end || buffer.readUInt32LE(position) !== entrySignature) {
      throw malformed('The directory is damaged')
    }
    const next =
      position + entryLength + [28, 30, 32].reduce((sum, at) => sum + buffer.readUInt16LE(position + at), 0)
    if (next > end) throw malformed('The directory is damaged')
    entries.push(readEntry(buffer, position))
    position = next
  }
  if (entries.length !== count) throw malformed('The directory holds another number of files than it says')
  const names = new Set(entries.map(({ name }) => name.normalize('NFC').toLowerCase()))
  if (names.size !== entries.length) throw new KitError('upload.archive_limits', 'Two files of one name')
  return { entries, start }
}

function findEnd(buffer: Buffer): number {
  const first = Math.max(0, buffer.length - endLength - maxCommentLength)
  for (let position = buffer.length - endLength; position >= first; position--) {
    const isEnd =
      buffer.readUInt32LE(position) === endSignature &&
      position + endLength + buffer.readUInt16LE(position + 20) === buffer.length
    if (isEnd) return position
  }
  throw malformed('The archive ends early')
}

function readEntry(buffer: Buffer, at: number): ZipEntry {
  const flags = buffer.readUInt16LE(at + 8)
  // Bits 0, 6 and 13: ordinary, strong and header encryption (§4.4.4).
  if (flags & 0x2041) throw new KitError('upload.encrypted', 'The archive is encrypted')
  const method = buffer.readUInt16LE(at + 10)
  if (method !== 0 && method !== 8)
    throw new KitError('upload.unsupported', `Packing method ${method} is not read`)
  const packedSize = buffer.readUInt32LE(at + 20)
  const size = buffer.readUInt32LE(at + 24)
  const offset = buffer.readUInt32LE(at + 42)
  if ([packedSize, size, offset].includes(0xffffffff))
    throw new KitError('upload.unsupported', 'ZIP64 is not read')
  const rawName = buffer.subarray(at + entryLength, at + entryLength + buffer.readUInt16LE(at + 28))
  const name = rawName.toString(flags & 0x800 ? 'utf8' : 'latin1')
  refuseName(name, (buffer.readUInt32LE(at + 38) >>> 16) & 0xf000)
  return { name, rawName, method, crc: buffer.readUInt32LE(at + 16), packedSize, size, offset }
}

/** Names are never used as paths; one that tries to be shows what the archive is for. */
function refuseName(name: string, unixType: number): void {
  const isAbsolute = /^(?:[/\\]|[a-z]:)/i.test(name)
  const climbs = name.split(/[/\\]/).includes('..')
  if (name === '' || name.includes('\0') || isAbsolute || climbs || unixType === symbolicLink) {
    throw new KitError('upload.archive_limits', 'A file name that leads elsewhere')
  }
}

function malformed(message: string): KitError {
  return new KitError('upload.malformed', message)
}
