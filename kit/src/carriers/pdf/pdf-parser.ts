import { KitError } from '../../errors.ts'
import {
  type PdfDictionary,
  PdfName,
  PdfReference,
  PdfStream,
  PdfString,
  type PdfValue,
} from './pdf-value.ts'

const maxDepth = 32
const maxValues = 1_000_000
const blanks = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads PDF objects (ISO 32000-2 §7.2, §7.3) from text that has one character per byte. */
export class PdfParser {
  position: number
  /** How many values were read. */
  values = 0
  readonly #text: string
  readonly #comment = /[^\r\n]*/y
  readonly #reference = /(\d{1,10})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}R(?![^\0\t\n\f\r ()<>[\]{}/%])/y
  readonly #number = /[+-]?(?:\d{1,20}(?:\.\d*)?|\.\d+)/y
  readonly #name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y
  readonly #hex = /<([0-9A-Fa-f\0\t\n\f\r ]*)>/y
  readonly #word = /true|false|null/y
  readonly #plainString = /[^()\\]*/y
  readonly #header = /(\d{1,10})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}obj/y
  readonly #streamStart = /stream(?:\r\n|\n|\r)/y

  constructor(text: string, position = 0) {
    this.#text = text
    this.position = position
  }

  /** `12 0 obj … endobj`, with the number that it has to have. @throws KitError `upload.malformed` */
  parseIndirect(expected?: number): PdfValue {
    this.skipSpace()
    const header = this.take(this.#header)
    if (!header || (expected !== undefined && Number(header[1]) !== expected))
      throw malformed('No object here')
    const value = this.parseValue()
    this.skipSpace()
    return value instanceof Map && this.take(this.#streamStart) ? new PdfStream(value, this.position) : value
  }

  parseValue(depth = 0): PdfValue {
    if (depth > maxDepth) throw malformed(`More than ${maxDepth} levels`)
    if (++this.values > maxValues)
      throw new KitError('upload.too_large', `More than ${maxValues} values in one`)
    this.skipSpace()
    switch (this.#text[this.position]) {
      case '/':
        return new PdfName(this.#parseName())
      case '(':
        return this.#parseString()
      case '[':
        return this.#parseArray(depth)
      case '<':
        return this.#text[this.position + 1] === '<' ? this.#parseDictionary(depth) : this.#parseHex()
      default:
        return this.#parseWord()
    }
  }

  /** Blanks and comments. */
  skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.position)
      if (code === 0x25) this.take(this.#comment)
      else if (code <= 0x20 && blanks.has(code)) this.position++
      else return
    }
  }

  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.#text)
    if (found) this.position += found[0].length
    return found
  }

  #parseName(): string {
    const name = this.take(this.#name)?.[1]
    if (name === undefined) throw malformed('No name')
    return name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
  }

  #parseArray(depth: number): PdfValue[] {
    this.position++
    const values: PdfValue[] = []
    for (;;) {
      this.skipSpace()
      if (this.#text[this.position] === ']') break
      values.push(this.parseValue(depth + 1))
    }
    this.position++
    return values
  }

  #parseDictionary(depth: number): PdfDictionary {
    this.position += 2
    const dictionary = new Map<string, PdfValue>()
    for (;;) {
      this.skipSpace()
      if (this.#text.startsWith('>>', this.position)) break
      const key = this.#parseName()
      const value = this.parseValue(depth + 1)
      // Viewers differ in which of two they take, so neither is.
      if (dictionary.has(key)) throw malformed('A key occurs twice in one dictionary')
      dictionary.set(key, value)
    }
    this.position += 2
    return dictionary
  }

  #parseWord(): PdfValue {
    const reference = this.take(this.#reference)
    if (reference) return new PdfReference(Number(reference[1]))
    const number = this.take(this.#number)
    if (number) return Number(number[0])
    const word = this.take(this.#word)
    if (!word) throw malformed('Not a PDF object')
    return word[0] === 'null' ? null : word[0] === 'true'
  }

  #parseHex(): PdfString {
    const found = this.take(this.#hex)
    if (!found) throw malformed('A string does not end')
    const digits = found[1]!.replace(/[\0\s]/g, '')
    return new PdfString(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1'))
  }

  /** §7.3.4.2: parentheses nest when they are balanced. */
  #parseString(): PdfString {
    const parts: string[] = []
    let level = 0
    do {
      const character = this.#text[this.position]
      if (character === undefined) throw malformed('A string does not end')
      if (character === '\\') {
        parts.push(this.#parseEscape())
        continue
      }
      if (character === '(' && level++ > 0) parts.push('(')
      if (character === ')' && --level > 0) parts.push(')')
      this.position++
      if (level > 0) parts.push(this.take(this.#plainString)?.[0] ?? '')
    } while (level > 0)
    return new PdfString(parts.join(''))
  }

  #parseEscape(): string {
    const octal = /^[0-7]{1,3}/.exec(this.#text.slice(this.position + 1, this.position + 4))
    if (octal) {
      this.position += 1 + octal[0].length
      return String.fromCharCode(Number.parseInt(octal[0], 8) & 0xff)
    }
    const letter = this.#text[this.position + 1] ?? ''
    const isLineBreak = letter === '\r' || letter === '\n'
    this.position += letter === '\r' && this.#text[this.position + 2] === '\n' ? 3 : 2
    const escaped = Object.hasOwn(escapes, letter) ? escapes[letter]! : isLineBreak ? '' : letter
    return escaped + (this.take(this.#plainString)?.[0] ?? '')
  }
}

export function malformed(message: string): KitError {
  return new KitError('upload.malformed', message)
}
