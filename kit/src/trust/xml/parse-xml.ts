import { KitError } from '../../errors.ts'
import { decodeXml } from './decode-xml.ts'
import { readReferences } from './read-references.ts'
import { resolveNames } from './resolve-names.ts'
import { type XmlDocument, type XmlElement, type XmlNode, xmlNamespace } from './xml-element.ts'

export interface XmlLimits {
  readonly maxBytes: number
  readonly maxDepth?: number
  readonly maxElements?: number
}

interface OpenElement extends XmlElement {
  readonly name: string
  readonly children: XmlNode[]
}

/**
 * XML 1.0 with namespaces as signatures need it: one reading or none. Refuses document types and with them every
 * entity but the five predefined ones, processing instructions inside the root, names beyond ASCII, and deep
 * nesting. Comments leave no trace, so that no text is cut in two by one.
 *
 * @throws KitError `xml.syntax`, `xml.forbidden`, `xml.too_deep`, `input.too_large`
 */
export function parseXml(bytes: Uint8Array, limits: XmlLimits): XmlDocument {
  if (bytes.length > limits.maxBytes)
    throw new KitError('input.too_large', `More than ${limits.maxBytes} bytes`)
  return new XmlParser(decodeXml(bytes), limits).parseDocument()
}

class XmlParser {
  private position = 0
  private elements = 0
  private readonly text: string
  private readonly maxDepth: number
  private readonly maxElements: number
  private readonly name = /[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?/y
  private readonly space = /[ \t\n]*/y

  constructor(text: string, { maxDepth = 64, maxElements = 500_000 }: XmlLimits) {
    this.text = text
    this.maxDepth = maxDepth
    this.maxElements = maxElements
  }

  parseDocument(): XmlDocument {
    this.skipDeclaration()
    const before = this.readMisc()
    const root = this.readRoot()
    const after = this.readMisc()
    if (this.position < this.text.length) throw this.broken('something after the root')
    return { root, before, after }
  }

  // XML 1.0 §2.8
  private skipDeclaration(): void {
    if (!/^<\?xml[ \t\n]/.test(this.text)) return
    const end = this.indexAfter('?>')
    const declaration = this.text.slice(0, end)
    const form =
      /^<\?xml\s+version=(["'])1\.0\1(?:\s+encoding=(["'])utf-8\2)?(?:\s+standalone=(["'])(?:yes|no)\3)?\s*\?>$/i
    if (!form.test(declaration)) throw this.broken('an XML declaration other than 1.0 and UTF-8')
    this.position = end
  }

  /** Comments, blanks and processing instructions around the root. */
  private readMisc(): string[] {
    const instructions: string[] = []
    for (;;) {
      this.take(this.space)
      if (this.text.startsWith('<!--', this.position)) this.skipComment()
      else if (this.text.startsWith('<?', this.position)) instructions.push(this.readInstruction())
      else return instructions
    }
  }

  private readInstruction(): string {
    const start = this.position + 2
    const end = this.indexAfter('?>')
    const [, target, data] =
      /^([A-Za-z_][\w.-]*)(?:[ \t\n]+([\s\S]*))?$/.exec(this.text.slice(start, end - 2)) ?? []
    if (!target || /^xml$/i.test(target)) throw this.broken('a processing instruction')
    this.position = end
    return data ? `${target} ${data}` : target
  }

  private readRoot(): XmlElement {
    const open: OpenElement[] = []
    for (;;) {
      const parent = open.at(-1)
      if (parent) this.readText(parent)
      if (this.text[this.position] !== '<') throw this.broken('no element where one belongs')
      if (this.text.startsWith('</', this.position)) {
        if (this.closeElement(open)) return parent!
      } else if (this.text.startsWith('<!--', this.position)) {
        this.skipComment()
      } else if (parent && this.text.startsWith('<![CDATA[', this.position)) {
        this.readCharacterData(parent)
      } else if (this.text.startsWith('<!', this.position) || this.text.startsWith('<?', this.position)) {
        throw new KitError('xml.forbidden', `A document type or an instruction at ${this.position}`)
      } else {
        const { element, isEmpty } = this.openElement(parent)
        parent?.children.push(element)
        if (!isEmpty) open.push(element)
        else if (!parent) return element
        if (open.length > this.maxDepth)
          throw new KitError('xml.too_deep', `More than ${this.maxDepth} levels`)
      }
    }
  }

  private openElement(parent: OpenElement | undefined): { element: OpenElement; isEmpty: boolean } {
    if (++this.elements > this.maxElements) throw new KitError('input.too_large', 'Too many elements')
    this.position++
    const name = this.takeName()
    const attributes: [string, string][] = []
    for (;;) {
      const space = this.take(this.space)
      const isEmpty = this.text.startsWith('/>', this.position)
      if (isEmpty || this.text[this.position] === '>') {
        this.position += isEmpty ? 2 : 1
        const scope = parent?.scope ?? new Map([['xml', xmlNamespace]])
        return { element: { name, ...resolveNames(name, attributes, scope), children: [] }, isEmpty }
      }
      if (space === '') throw this.broken('a tag')
      attributes.push([this.takeName(), this.takeValue()])
    }
  }

  private takeValue(): string {
    this.take(this.space)
    if (this.text[this.position++] !== '=') throw this.broken('an attribute without value')
    this.take(this.space)
    const quote = this.text[this.position]
    if (quote !== '"' && quote !== "'") throw this.broken('an attribute without quotes')
    const start = ++this.position
    this.position = this.indexAfter(quote)
    const raw = this.text.slice(start, this.position - 1)
    if (raw.includes('<')) throw this.broken('"<" in an attribute')
    // XML 1.0 §3.3.3: a blank that is written as itself becomes a space, one that is written by number stays.
    return readReferences(raw.replaceAll(/[\t\n]/g, ' '))
  }

  /** Whether that was the root. */
  private closeElement(open: OpenElement[]): boolean {
    this.position += 2
    const name = this.takeName()
    this.take(this.space)
    if (this.text[this.position++] !== '>') throw this.broken('an end tag')
    if (open.pop()?.name !== name) throw this.broken(`the end of <${name}> without its start`)
    return open.length === 0
  }

  private readText(parent: OpenElement): void {
    const next = this.text.indexOf('<', this.position)
    if (next < 0) throw this.broken('the text ends inside an element')
    if (next === this.position) return
    const raw = this.text.slice(this.position, next)
    if (raw.includes(']]>')) throw this.broken('"]]>" in a text')
    this.position = next
    parent.children.push(readReferences(raw))
  }

  private readCharacterData(parent: OpenElement): void {
    const start = this.position + '<![CDATA['.length
    this.position = this.indexAfter(']]>')
    parent.children.push(this.text.slice(start, this.position - 3))
  }

  // XML 1.0 §2.5: no two hyphens inside.
  private skipComment(): void {
    const start = this.position + 4
    this.position = start
    const end = this.indexAfter('--')
    if (this.text[end] !== '>') throw this.broken('a comment')
    this.position = end + 1
  }

  private indexAfter(mark: string): number {
    const found = this.text.indexOf(mark, this.position)
    if (found < 0) throw this.broken(`no ${mark}`)
    return found + mark.length
  }

  private takeName(): string {
    const name = this.take(this.name)
    if (name === '') throw this.broken('no name where one belongs')
    return name
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.position
    const found = pattern.exec(this.text)?.[0] ?? ''
    this.position += found.length
    return found
  }

  private broken(what: string): KitError {
    return new KitError('xml.syntax', `Not well-formed XML at ${this.position}: ${what}`)
  }
}
