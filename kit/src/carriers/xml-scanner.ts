import { KitError } from '../errors.ts'

export type XmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Attributes; readonly end: number }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

type Attributes = ReadonlyMap<string, string>

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const maxEntityLength = 12
const maxTags = 200_000

/**
 * The tags and texts of XML (1.0, fifth edition) from untrusted hands, in one pass. It expands no entity but the
 * five predefined ones and characters by number, and refuses a document type that declares anything: what is
 * not expanded can't grow, and what is not fetched tells nobody. An empty element gives `open` and `close`.
 *
 * @throws KitError `upload.malformed`, `upload.too_large`
 */
export function* scanXml(text: string): Generator<XmlToken> {
  let position = 0
  for (let tags = 0; position < text.length; tags++) {
    if (tags === maxTags) throw new KitError('upload.too_large', `More than ${maxTags} tags`)
    const next = text.indexOf('<', position)
    const end = next < 0 ? text.length : next
    if (end > position) yield { kind: 'text', text: decodeEntities(text.slice(position, end)) }
    if (next < 0) return
    if (text.startsWith('<!--', next)) position = after(text, '-->', next + 4)
    else if (text.startsWith('<?', next)) position = after(text, '?>', next + 2)
    else if (text.startsWith('<![CDATA[', next)) {
      position = after(text, ']]>', next + 9)
      yield { kind: 'text', text: text.slice(next + 9, position - 3) }
    } else if (text.startsWith('<!', next)) position = afterDocumentType(text, next)
    else if (text[next + 1] === '/') {
      position = after(text, '>', next + 2)
      yield { kind: 'close', name: text.slice(next + 2, position - 1).trim() }
    } else {
      const tag = new TagReader(text, next + 1)
      const { name, attributes, isEmpty } = tag.read()
      position = tag.position
      yield { kind: 'open', name, attributes, end: position }
      if (isEmpty) yield { kind: 'close', name }
    }
  }
}

/** One start tag, read character by character: a pattern over all attributes would backtrack. */
class TagReader {
  position: number
  readonly #text: string
  readonly #name = /[^\s<>/="'&]+/y
  readonly #space = /\s*/y

  constructor(text: string, position: number) {
    this.#text = text
    this.position = position
  }

  read(): { name: string; attributes: Map<string, string>; isEmpty: boolean } {
    const name = this.#take(this.#name)
    const attributes = new Map<string, string>()
    for (;;) {
      const space = this.#take(this.#space)
      const character = this.#text[this.position]
      if (character === '>') return this.#end(1, { name, attributes, isEmpty: false })
      if (this.#text.startsWith('/>', this.position)) return this.#end(2, { name, attributes, isEmpty: true })
      if (space === '') throw malformed('A tag is broken')
      const key = this.#take(this.#name)
      if (attributes.has(key)) throw malformed('An attribute occurs twice')
      attributes.set(key, this.#takeValue())
    }
  }

  #takeValue(): string {
    this.#take(this.#space)
    if (this.#text[this.position++] !== '=') throw malformed('An attribute has no value')
    this.#take(this.#space)
    const quote = this.#text[this.position] ?? ''
    if (quote !== '"' && quote !== "'") throw malformed('An attribute is not quoted')
    const start = this.position + 1
    this.position = after(this.#text, quote, start)
    return decodeEntities(this.#text.slice(start, this.position - 1))
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.#text)
    if (!found) throw malformed('A name is missing')
    this.position += found[0].length
    return found[0]
  }

  #end<T>(length: number, tag: T): T {
    this.position += length
    return tag
  }
}

/** `<!DOCTYPE svg PUBLIC "…" "…">` is passed over; an internal subset (§2.8) is where entities would be declared. */
function afterDocumentType(text: string, start: number): number {
  const end = after(text, '>', start)
  if (!/^<!DOCTYPE\s/i.test(text.slice(start, start + 10)) || text.slice(start, end).includes('[')) {
    throw malformed('A document type that declares something is not read')
  }
  return end
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  if (found < 0) throw malformed(`No ${mark}`)
  return found + mark.length
}

/** Part by part, so that the first entity that is not read ends it. */
function decodeEntities(text: string): string {
  let start = 0
  let decoded = ''
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', start)) {
    const end = text.slice(at, at + maxEntityLength).indexOf(';')
    if (end < 0) throw malformed('An ampersand that begins nothing')
    decoded += text.slice(start, at) + decodeEntity(text.slice(at + 1, at + end))
    start = at + end + 1
  }
  return decoded + text.slice(start)
}

function decodeEntity(name: string): string {
  if (Object.hasOwn(predefined, name)) return predefined[name]!
  const number = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(name)
  const code = number?.[1] ? Number.parseInt(number[1], 16) : Number(number?.[2])
  if (!(code > 0 && code <= 0x10ffff)) throw malformed('An entity that is not read')
  return String.fromCodePoint(code)
}

function malformed(message: string): KitError {
  return new KitError('upload.malformed', message)
}
