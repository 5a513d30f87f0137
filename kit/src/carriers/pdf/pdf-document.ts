import { KitError } from '../../errors.ts'
import { Budget } from '../budget.ts'
import { decodeStream } from './decode-stream.ts'
import { malformed, PdfParser } from './pdf-parser.ts'
import { type PdfDictionary, PdfReference, PdfStream, type PdfValue } from './pdf-value.ts'
import { type CrossReferences, readCrossReferences } from './read-xref.ts'

const maxObjectsRead = 20_000
const maxInObjectStream = 10_000
const maxReferenceChain = 8
/** Characters and values parsed in all: objects that lie within each other would be read again and again. */
const maxWork = 32 * 1024 * 1024
/** What a value costs beside its characters. */
const valueWork = 16

/** A PDF whose objects are read when they are asked for, within limits over the whole file. */
export class PdfDocument {
  readonly trailer: PdfDictionary
  readonly #bytes: Uint8Array
  readonly #text: string
  readonly #places: CrossReferences['places']
  readonly #values = new Map<number, PdfValue>()
  readonly #opened = new Map<number, { text: string; offsets: Map<number, number> }>()
  readonly #beingRead = new Set<number>()
  readonly #budget = new Budget('upload.too_large')
  #work = 0

  /** @throws KitError `upload.malformed`, `upload.too_large`, `upload.encrypted`, `upload.unsupported` */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    this.#places = new Map()
    const { places, trailer } = readCrossReferences(this.#text, stream => this.bytesOf(stream))
    this.#places = places
    this.trailer = trailer
    if (trailer.has('Encrypt')) throw new KitError('upload.encrypted', 'The PDF is encrypted')
  }

  /** The value itself, whatever it takes to get there; what isn't there is null (ISO 32000-2 §7.3.10). */
  resolve = (value: PdfValue | undefined): PdfValue => {
    let current = value ?? null
    for (let steps = 0; current instanceof PdfReference; steps++) {
      if (steps === maxReferenceChain) throw malformed('References lead too far')
      current = this.#read(current.number)
    }
    return current
  }

  /** The bytes of a stream, unpacked. */
  bytesOf(stream: PdfStream): Uint8Array {
    return decodeStream(this.#rawBytesOf(stream), stream.dictionary, this.resolve, this.#budget)
  }

  #rawBytesOf({ dictionary, start }: PdfStream): Uint8Array {
    const length = this.resolve(dictionary.get('Length'))
    if (typeof length === 'number' && Number.isInteger(length) && length >= 0) {
      const end = start + length
      if (/^[\0\t\n\f\r ]{0,4}endstream/.test(this.#text.slice(end, end + 16)))
        return this.#bytes.subarray(start, end)
    }
    // A wrong length is a common mistake of writers, and what readers do about it.
    const end = this.#text.indexOf('endstream', start)
    if (end < 0) throw malformed('A stream does not end')
    this.#spend(end - start)
    return this.#bytes.subarray(start, end)
  }

  #read(number: number): PdfValue {
    const known = this.#values.get(number)
    if (known !== undefined) return known
    if (this.#values.size === maxObjectsRead) throw new KitError('upload.too_large', 'Too many objects')
    if (this.#beingRead.has(number)) throw malformed('Objects lead in a circle')
    this.#beingRead.add(number)
    const value = this.#parse(number)
    this.#beingRead.delete(number)
    this.#values.set(number, value)
    return value
  }

  #parse(number: number): PdfValue {
    const place = this.#places.get(number)
    if (!place) return null
    if (place.kind === 'file') {
      const parser = new PdfParser(this.#text, place.offset)
      const value = parser.parseIndirect(number)
      this.#spend(parser.position - place.offset + valueWork * parser.values)
      return value
    }
    const { text, offsets } = this.#open(place.stream)
    const offset = offsets.get(number)
    if (offset === undefined) return null
    const parser = new PdfParser(text, offset)
    const value = parser.parseValue()
    this.#spend(parser.position - offset + valueWork * parser.values)
    return value
  }

  /** §7.5.7: pairs of object number and offset, then the objects. */
  #open(number: number): { text: string; offsets: Map<number, number> } {
    const known = this.#opened.get(number)
    if (known) return known
    if (this.#places.get(number)?.kind !== 'file') throw malformed('An object stream within another')
    const stream = this.#read(number)
    if (!(stream instanceof PdfStream)) throw malformed('No object stream')
    const [count, first] = ['N', 'First'].map(key => this.resolve(stream.dictionary.get(key)))
    if (
      typeof count !== 'number' ||
      typeof first !== 'number' ||
      !(count >= 0 && count <= maxInObjectStream)
    ) {
      throw malformed('No object stream')
    }
    const unpacked = this.bytesOf(stream)
    const text = Buffer.from(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength).toString('latin1')
    const numbers = text
      .slice(0, first)
      .split(/[\0\t\n\f\r ]+/, count * 2 + 2)
      .filter(Boolean)
      .map(Number)
    const offsets = new Map<number, number>()
    for (let i = 0; i + 1 < numbers.length && i < count * 2; i += 2)
      offsets.set(numbers[i]!, first + numbers[i + 1]!)
    const opened = { text, offsets }
    this.#opened.set(number, opened)
    return opened
  }

  #spend(work: number): void {
    this.#work += work
    if (this.#work > maxWork) throw new KitError('upload.too_large', 'Objects overlap')
  }
}
