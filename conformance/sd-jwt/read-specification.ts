import type { JsonObject, JsonValue } from '../../kit/src/json/index.ts'
import type { ClaimPath } from '../../kit/src/proofs/index.ts'

/** What a `specification.yml` of the SD-JWT examples says, as far as a round trip needs it. */
export interface Specification {
  readonly claims: JsonObject
  /** Marked `!sd`. */
  readonly concealed: readonly ClaimPath[]
  readonly disclosed: JsonValue
  readonly hasKeyBinding: boolean
}

/** Reads the part of YAML that these files use: block maps and lists, flow values, quotes, comments, `!sd`. */
export function readSpecification(text: string): Specification {
  const reader = new BlockReader(text)
  const document = reader.block(0, []) as JsonObject
  const concealed = reader.marked.filter(([top]) => top === 'user_claims').map(([, ...path]) => path)
  return {
    claims: document.user_claims as JsonObject,
    concealed,
    disclosed: document.holder_disclosed_claims ?? {},
    hasKeyBinding: document.key_binding === true,
  }
}

interface Line {
  readonly indent: number
  readonly text: string
}

class BlockReader {
  readonly marked: (string | number)[][] = []
  readonly #lines: Line[]
  #at = 0

  constructor(text: string) {
    this.#lines = text
      .split('\n')
      .map(line => line.replace(/(^|\s)#.*$/, '').trimEnd())
      .filter(line => line.trim() !== '')
      .map(line => ({ indent: line.length - line.trimStart().length, text: line.trim() }))
  }

  block(indent: number, path: (string | number)[]): JsonValue {
    const line = this.#lines[this.#at]
    if (!line || line.indent < indent) return null
    if (line.text.startsWith('- ')) return this.#list(line.indent, path)
    if (/^[{[]/.test(line.text)) return this.#flow(line.indent, path)
    return this.#map(line.indent, path)
  }

  #map(indent: number, path: (string | number)[]): JsonObject {
    const map: JsonObject = {}
    for (let line = this.#lines[this.#at]; line?.indent === indent; line = this.#lines[this.#at]) {
      const found = /^(!sd )?("[^"]+"|'[^']+'|[^\s:"'][^:"']*(?:#[^:]+)?):(?: (.*))?$/.exec(line.text)
      if (!found) break
      const name = found[2]!.replace(/^["']|["']$/g, '')
      const place = [...path, name]
      if (found[1]) this.marked.push(place)
      this.#at++
      // A list may stand as far left as the name that it belongs to.
      const isListHere =
        this.#lines[this.#at]?.indent === indent && this.#lines[this.#at]?.text.startsWith('- ')
      map[name] = found[3]
        ? this.#inline(found[3], place)
        : this.block(isListHere ? indent : indent + 1, place)
    }
    return map
  }

  #list(indent: number, path: (string | number)[]): JsonValue[] {
    const list: JsonValue[] = []
    for (
      let line = this.#lines[this.#at];
      line?.indent === indent && line.text.startsWith('- ');
      line = this.#lines[this.#at]
    ) {
      const place = [...path, list.length]
      const text = line.text.slice(2).trim()
      if (text === '!sd') {
        this.marked.push(place)
        this.#at++
        list.push(this.block(indent + 1, place))
      } else if (/^(!sd )?["']?[\w@]+["']?:( |$)/.test(text)) {
        // A map that begins beside its dash.
        this.#lines[this.#at] = { indent: indent + 2, text }
        list.push(this.#map(indent + 2, place))
      } else {
        this.#at++
        list.push(this.#inline(text, place))
      }
    }
    return list
  }

  #flow(indent: number, path: (string | number)[]): JsonValue {
    let text = ''
    while (this.#lines[this.#at] && this.#lines[this.#at]!.indent >= indent)
      text += `${this.#lines[this.#at++]!.text} `
    return this.#inline(text.trim(), path)
  }

  #inline(text: string, path: (string | number)[]): JsonValue {
    if (text.startsWith('[') && text.includes('!sd')) {
      const elements = text
        .slice(1, -1)
        .split(',')
        .map(part => part.trim())
      return elements.map((element, index) => {
        if (element.startsWith('!sd ')) this.marked.push([...path, index])
        return this.#inline(element.replace(/^!sd /, ''), [...path, index])
      })
    }
    if (/^[{["]/.test(text)) return JSON.parse(text.replace(/,(\s*[}\]])/g, '$1')) as JsonValue
    if (text.startsWith("'")) return text.slice(1, -1)
    if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
    return /^-?\d+$/.test(text) ? Number(text) : text
  }
}
