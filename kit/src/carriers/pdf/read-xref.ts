import { KitError } from '../../errors.ts'
import { malformed, PdfParser } from './pdf-parser.ts'
import { isDictionary, isName, type PdfDictionary, PdfStream } from './pdf-value.ts'

/** Where an object lies: in the file, or in an object stream. */
export type PdfPlace =
  | { readonly kind: 'file'; readonly offset: number }
  | { readonly kind: 'stream'; readonly stream: number; readonly index: number }

export interface CrossReferences {
  readonly places: ReadonlyMap<number, PdfPlace | undefined>
  /** Of the newest section. */
  readonly trailer: PdfDictionary
}

const maxSections = 256
const maxObjects = 500_000

/**
 * Follows the cross-reference sections from the newest to the oldest (ISO 32000-2 §7.5.4 to §7.5.8). The first
 * place that is given for an object counts; `undefined` is a free one.
 *
 * @throws KitError `upload.malformed`, `upload.too_large`
 */
export function readCrossReferences(
  text: string,
  decode: (stream: PdfStream) => Uint8Array,
): CrossReferences {
  const places = new Map<number, PdfPlace | undefined>()
  const add = (number: number, place: PdfPlace | undefined): void => {
    if (places.size >= maxObjects) throw new KitError('upload.too_large', `More than ${maxObjects} objects`)
    if (!places.has(number)) places.set(number, place)
  }
  const visited = new Set<number>()
  const queue = [findStart(text)]
  let newest: PdfDictionary | undefined
  for (let offset = queue.shift(); offset !== undefined; offset = queue.shift()) {
    if (visited.has(offset)) throw malformed('Cross-references lead in a circle')
    if (visited.size === maxSections)
      throw new KitError('upload.too_large', `More than ${maxSections} sections`)
    visited.add(offset)
    const trailer = readSection(text, offset, decode, add)
    newest ??= trailer
    // §7.5.8.4: a file for old and new readers puts what only new ones see before the older sections.
    for (const key of ['XRefStm', 'Prev']) {
      const next = trailer.get(key)
      if (typeof next === 'number') queue.push(next)
    }
  }
  return { places, trailer: newest! }
}

function findStart(text: string): number {
  const tail = text.slice(-2048)
  const found = /startxref[\0\t\n\f\r ]{1,16}(\d{1,10})/.exec(
    tail.slice(Math.max(0, tail.lastIndexOf('startxref'))),
  )
  if (!found) throw malformed('No startxref')
  return Number(found[1])
}

type Add = (number: number, place: PdfPlace | undefined) => void

function readSection(
  text: string,
  offset: number,
  decode: (stream: PdfStream) => Uint8Array,
  add: Add,
): PdfDictionary {
  const parser = new PdfParser(text, offset)
  parser.skipSpace()
  if (parser.take(/xref/y)) return readTable(parser, add)
  const stream = parser.parseIndirect()
  if (!(stream instanceof PdfStream) || !isName(stream.dictionary.get('Type'), 'XRef')) {
    throw malformed('No cross-references here')
  }
  readStream(stream.dictionary, decode(stream), add)
  return stream.dictionary
}

const subsection = /(\d{1,10}) (\d{1,10})[\t\r\n ]{1,8}/y
const entry = /(\d{10}) \d{5} ([nf])[\t\r\n ]{1,8}/y

function readTable(parser: PdfParser, add: Add): PdfDictionary {
  parser.skipSpace()
  for (let head = parser.take(subsection); head; head = parser.take(subsection)) {
    const first = Number(head[1])
    for (let i = 0; i < Number(head[2]); i++) {
      const found = parser.take(entry)
      if (!found) throw malformed('A cross-reference table ends early')
      add(first + i, found[2] === 'n' ? { kind: 'file', offset: Number(found[1]) } : undefined)
    }
    parser.skipSpace()
  }
  if (!parser.take(/trailer/y)) throw malformed('No trailer')
  const trailer = parser.parseValue()
  if (!isDictionary(trailer)) throw malformed('No trailer')
  return trailer
}

function readStream(dictionary: PdfDictionary, data: Uint8Array, add: Add): void {
  const widths = numbersOf(dictionary, 'W')
  if (widths.length !== 3 || widths.some(width => !Number.isInteger(width) || width < 0 || width > 6)) {
    throw malformed('Cross-references of another form')
  }
  const [typeWidth, secondWidth, thirdWidth] = widths as [number, number, number]
  const length = typeWidth + secondWidth + thirdWidth
  const index = dictionary.has('Index') ? numbersOf(dictionary, 'Index') : [0, Number(dictionary.get('Size'))]
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let i = 0; i < index[pair + 1]! && length > 0 && at + length <= data.length; i++, at += length) {
      const type = typeWidth === 0 ? 1 : readNumber(data, at, typeWidth)
      const second = readNumber(data, at + typeWidth, secondWidth)
      const third = readNumber(data, at + typeWidth + secondWidth, thirdWidth)
      add(index[pair]! + i, placeOf(type, second, third))
    }
  }
}

/** §7.5.8.3, table 18. */
function placeOf(type: number, second: number, third: number): PdfPlace | undefined {
  if (type === 1) return { kind: 'file', offset: second }
  return type === 2 ? { kind: 'stream', stream: second, index: third } : undefined
}

function readNumber(data: Uint8Array, at: number, width: number): number {
  let number = 0
  for (let i = 0; i < width; i++) number = number * 256 + data[at + i]!
  return number
}

function numbersOf(dictionary: PdfDictionary, key: string): number[] {
  const value = dictionary.get(key)
  return Array.isArray(value) ? value.map(Number) : []
}
