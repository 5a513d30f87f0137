import { crc32 } from 'node:zlib'
import { KitError } from '../errors.ts'
import { Budget } from './budget.ts'
import { type CarriedItem, labelOf } from './carried-item.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

const localSignature = 0x04034b50
const localHeaderLength = 30

/**
 * The files of a zip archive, in its order, unpacked in memory. An archive that breaks a rule is refused as a
 * whole: two programs that read it would see different files.
 *
 * @throws KitError `upload.malformed`, `upload.archive_limits`, `upload.encrypted`, `upload.unsupported`
 */
export function readZip(bytes: Uint8Array): CarriedItem[] {
  const { entries, start } = readZipDirectory(bytes)
  const located = entries.map(entry => ({ entry, data: locate(bytes, entry, start) }))
  refuseOverlap(located)
  const budget = new Budget('upload.archive_limits')
  return located
    .filter(({ entry }) => !isNotAFile(entry.name))
    .map(({ entry, data }) => ({
      name: labelOf(entry.name),
      bytes: unpack(entry, bytes.subarray(...data), budget),
    }))
}

type Range = readonly [start: number, end: number]

/** Folders, and what macOS adds beside each file. */
function isNotAFile(name: string): boolean {
  return name.endsWith('/') || name.startsWith('__MACOSX/') || /(^|\/)\.DS_Store$/.test(name)
}

/** Where the data of an entry lies; its own header has to say what the directory says (APPNOTE §4.3.7). */
function locate(bytes: Uint8Array, entry: ZipEntry, directoryStart: number): Range {
  const header = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = entry
  if (offset + localHeaderLength > directoryStart) throw malformed('An entry lies outside the archive')
  if (header.readUInt32LE(offset) !== localSignature) throw malformed('An entry has no header')
  const nameLength = header.readUInt16LE(offset + 26)
  const start = offset + localHeaderLength + nameLength + header.readUInt16LE(offset + 28)
  const end = start + entry.packedSize
  if (end > directoryStart) throw malformed('An entry is longer than the archive')
  const name = header.subarray(offset + localHeaderLength, offset + localHeaderLength + nameLength)
  if (!name.equals(entry.rawName) || header.readUInt16LE(offset + 8) !== entry.method) {
    throw malformed('An entry is named in two ways')
  }
  return [start, end]
}

/** One range under two names is how a small archive becomes a large one. */
function refuseOverlap(located: readonly { entry: ZipEntry; data: Range }[]): void {
  const ranges = located
    .map(({ entry, data }) => [entry.offset, data[1]] as const)
    .sort((a, b) => a[0] - b[0])
  const isApart = ranges.every(
    ([, end], index) => end <= (ranges[index + 1]?.[0] ?? Number.POSITIVE_INFINITY),
  )
  if (!isApart) throw new KitError('upload.archive_limits', 'Entries overlap')
}

function unpack(entry: ZipEntry, packed: Uint8Array, budget: Budget): Uint8Array {
  if (entry.method === 0) budget.spend(packed.length)
  const unpacked = entry.method === 0 ? packed : budget.inflate(packed, 'deflate')
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) throw malformed('A checksum is wrong')
  return unpacked
}

function malformed(message: string): KitError {
  return new KitError('upload.malformed', message)
}
