import { KitError } from '../errors.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import type { JsonObject, JsonValue } from './json-value.ts'

export interface StrictJsonLimits {
  /** Levels of arrays and objects; 32 unless told. */
  readonly maxDepth?: number
  /** Bytes of the whole text; 5 MiB unless told. */
  readonly maxBytes?: number
}

export const defaultMaxBytes = 5 * 1024 * 1024

/**
 * JSON as signatures need it: one text has one meaning, or none. Beyond RFC 8259 it refuses duplicate keys
 * (compared after unescaping), keys that reach an object's prototype, lone surrogates, numbers that a double
 * can't hold, and deep nesting; `JSON.parse` lets all of these through.
 *
 * @throws KitError `json.*` or `input.too_large`
 */
export function parseStrictJson(input: Uint8Array | string, limits: StrictJsonLimits = {}): JsonValue {
  const { maxDepth = 32, maxBytes = defaultMaxBytes } = limits
  // A UTF-16 unit never needs less than one byte, so a longer string is too large whatever it holds.
  const size = typeof input === 'string' ? input.length : input.byteLength
  if (size > maxBytes) throw new KitError('input.too_large', `More than ${maxBytes} bytes`)
  const text = typeof input === 'string' ? input : decodeUtf8(input)
  return new StrictParser(text, maxDepth).parseDocument()
}

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])
const shortEscapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const literals: readonly [string, JsonValue][] = [
  ['true', true],
  ['false', false],
  ['null', null],
]

/** Recursive descent, one instance per text; the sticky expressions keep long strings fast. */
class StrictParser {
  private position = 0
  private readonly text: string
  private readonly maxDepth: number
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 §7 forbids exactly these in strings
  private readonly plainCharacters = /[^"\\\u0000-\u001f]*/y
  private readonly whitespace = /[ \t\n\r]*/y
  private readonly number = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y

  constructor(text: string, maxDepth: number) {
    this.text = text
    this.maxDepth = maxDepth
  }

  parseDocument(): JsonValue {
    const value = this.parseValue(0)
    this.skipWhitespace()
    if (this.position !== this.text.length) this.fail()
    return value
  }

  private parseValue(depth: number): JsonValue {
    this.skipWhitespace()
    switch (this.text[this.position]) {
      case '{':
        return this.parseObject(depth + 1)
      case '[':
        return this.parseArray(depth + 1)
      case '"':
        return this.parseString()
      case 't':
      case 'f':
      case 'n':
        return this.parseLiteral()
      default:
        return this.parseNumber()
    }
  }

  private parseObject(depth: number): JsonObject {
    this.enter(depth)
    const object: JsonObject = {}
    if (this.consume('}')) return object
    do {
      this.skipWhitespace()
      const key = this.parseString()
      if (forbiddenKeys.has(key)) throw new KitError('json.forbidden_key', `The key ${key} is not allowed`)
      if (Object.hasOwn(object, key))
        throw new KitError('json.duplicate_key', 'A key occurs twice in one object')
      if (!this.consume(':')) this.fail()
      object[key] = this.parseValue(depth)
    } while (this.consume(','))
    if (!this.consume('}')) this.fail()
    return object
  }

  private parseArray(depth: number): JsonValue[] {
    this.enter(depth)
    const array: JsonValue[] = []
    if (this.consume(']')) return array
    do {
      array.push(this.parseValue(depth))
    } while (this.consume(','))
    if (!this.consume(']')) this.fail()
    return array
  }

  private enter(depth: number): void {
    if (depth > this.maxDepth) throw new KitError('json.too_deep', `More than ${this.maxDepth} levels`)
    this.position++
  }

  private parseString(): string {
    if (this.text[this.position] !== '"') this.fail()
    this.position++
    let value = this.takePlainCharacters()
    while (this.text[this.position] === '\\') {
      value += this.parseEscape()
      value += this.takePlainCharacters()
    }
    if (this.text[this.position] !== '"') this.fail()
    this.position++
    if (!value.isWellFormed()) throw new KitError('json.encoding', 'A lone surrogate is not text')
    return value
  }

  private takePlainCharacters(): string {
    const start = this.position
    this.plainCharacters.lastIndex = start
    this.plainCharacters.test(this.text)
    this.position = this.plainCharacters.lastIndex
    return this.text.slice(start, this.position)
  }

  private parseEscape(): string {
    const letter = this.text[this.position + 1] ?? ''
    if (letter === 'u') {
      const digits = this.text.slice(this.position + 2, this.position + 6)
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.fail()
      this.position += 6
      return String.fromCharCode(Number.parseInt(digits, 16))
    }
    const character = Object.hasOwn(shortEscapes, letter) ? shortEscapes[letter] : undefined
    if (character === undefined) this.fail()
    this.position += 2
    return character
  }

  private parseLiteral(): JsonValue {
    for (const [word, value] of literals) {
      if (this.text.startsWith(word, this.position)) {
        this.position += word.length
        return value
      }
    }
    return this.fail()
  }

  private parseNumber(): number {
    this.number.lastIndex = this.position
    const match = this.number.exec(this.text)
    if (!match) return this.fail()
    this.position = this.number.lastIndex
    const value = Number(match[0])
    const isInteger = match[1] === undefined && match[2] === undefined
    if (!Number.isFinite(value) || (isInteger && !Number.isSafeInteger(value))) {
      throw new KitError('json.number_range', 'A number that a double can not hold exactly')
    }
    return value
  }

  private consume(character: string): boolean {
    this.skipWhitespace()
    if (this.text[this.position] !== character) return false
    this.position++
    return true
  }

  private skipWhitespace(): void {
    const code = this.text.charCodeAt(this.position)
    if (code > 0x20) return
    this.whitespace.lastIndex = this.position
    this.whitespace.test(this.text)
    this.position = this.whitespace.lastIndex
  }

  private fail(): never {
    throw new KitError('json.syntax', `Not JSON at position ${this.position}`)
  }
}
