import { crc32, deflateRawSync } from 'node:zlib'
import { KitError } from '../errors.ts'
import { type PngChunk, writePngChunks } from './png-chunks.ts'

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
export const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

/** The code of the KitError that a call throws. */
export function codeOf(act: () => unknown): string | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof KitError) return error.code
    throw error
  }
}

export function pngHeader(width = 1, height = 1): PngChunk {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  return { type: 'IHDR', data }
}

export function png(...chunks: PngChunk[]): Uint8Array {
  return writePngChunks([pngHeader(), ...chunks, { type: 'IEND', data: new Uint8Array() }])
}

export interface ZipInput {
  readonly name: string
  readonly data: Uint8Array | string
  readonly stored?: boolean
  /** Fields of both headers that lie. */
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  readonly size?: number
  readonly unixMode?: number
  /** Only in the local header. */
  readonly localName?: string
  /** Points at the local header of this entry in place of its own. */
  readonly sameAs?: number
}

/** An archive as told, lies included. */
export function zip(
  inputs: readonly ZipInput[],
  change: { count?: number; comment?: string } = {},
): Uint8Array {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let position = 0
  const central = inputs.map((input, index) => {
    const data = Buffer.from(input.data as Uint8Array)
    const packed = input.stored ? data : deflateRawSync(data)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(input.flags ?? 0, 2)
    fields.writeUInt16LE(input.method ?? (input.stored ? 0 : 8), 4)
    fields.writeUInt32LE(input.crc ?? crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(input.size ?? data.length, 18)
    const localName = Buffer.from(input.localName ?? input.name)
    const local = Buffer.from(fields)
    local.writeUInt16LE(localName.length, 22)
    offsets[index] = input.sameAs === undefined ? position : offsets[input.sameAs]!
    if (input.sameAs === undefined) {
      parts.push(Buffer.from('PK\x03\x04'), local, localName, packed)
      position += 4 + local.length + localName.length + packed.length
    }
    const name = Buffer.from(input.name)
    fields.writeUInt16LE(name.length, 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((input.unixMode ?? 0) << 16) >>> 0, 6)
    tail.writeUInt32LE(offsets[index]!, 10)
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, tail, name])
  })
  const directory = Buffer.concat(central)
  const comment = Buffer.from(change.comment ?? '')
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(change.count ?? inputs.length, 8)
  end.writeUInt16LE(change.count ?? inputs.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(position, 16)
  end.writeUInt16LE(comment.length, 20)
  return Uint8Array.from(Buffer.concat([...parts, directory, end, comment]))
}

/** A PDF of the objects given (number 1 is the catalog), with a classic cross-reference table. */
export function pdf(
  objects: readonly (string | Buffer)[],
  trailer = '',
  lies: Record<number, number> = {},
): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let position = parts[0]!.length
  const push = (part: Buffer | string): void => {
    const buffer = Buffer.from(part as Buffer)
    parts.push(buffer)
    position += buffer.length
  }
  objects.forEach((object, index) => {
    offsets.push(position)
    push(`${index + 1} 0 obj\n`)
    push(object)
    push('\nendobj\n')
  })
  const start = position
  push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f\r\n`)
  offsets.forEach((offset, index) => {
    push(`${String(lies[index + 1] ?? offset).padStart(10, '0')} 00000 n\r\n`)
  })
  push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
  return Uint8Array.from(Buffer.concat(parts))
}

export function stream(data: Uint8Array | string, dictionary = ''): Buffer {
  const bytes = Buffer.from(data as Uint8Array)
  const head = `<< /Length ${bytes.length} ${dictionary} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')])
}
