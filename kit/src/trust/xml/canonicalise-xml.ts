import type { XmlDocument, XmlElement, XmlNode } from './xml-element.ts'

type Rendered = ReadonlyMap<string, string>

/** Exclusive: the namespaces that are used. Inclusive: all that are in scope. */
export type Canonicalisation = 'exclusive' | 'inclusive'

/**
 * Exclusive XML Canonicalization 1.0 of an element, without comments and without InclusiveNamespaces; or Canonical
 * XML 1.0, except that `xml:` attributes of what stands around it aren't taken in.
 */
export function canonicaliseElement(element: XmlElement, way: Canonicalisation = 'exclusive'): string {
  const parts: string[] = []
  new Writer(way, parts).writeElement(element, new Map())
  return parts.join('')
}

/** The same of a whole document (Canonical XML 1.0 §2.3: instructions on lines of their own), with another root. */
export function canonicaliseDocument({ before, after }: XmlDocument, root: XmlElement): string {
  const first = before.map(instruction => `<?${instruction}?>\n`).join('')
  const last = after.map(instruction => `\n<?${instruction}?>`).join('')
  return `${first}${canonicaliseElement(root)}${last}`
}

class Writer {
  private readonly way: Canonicalisation
  private readonly parts: string[]

  constructor(way: Canonicalisation, parts: string[]) {
    this.way = way
    this.parts = parts
  }

  writeElement(element: XmlElement, outer: Rendered): void {
    const { parts } = this
    const name = nameOf(element)
    const news = this.newDeclarations(element, outer)
    parts.push('<', name)
    for (const [prefix, namespace] of news) {
      parts.push(prefix === '' ? ' xmlns="' : ` xmlns:${prefix}="`, escapeValue(namespace), '"')
    }
    for (const attribute of element.attributes.toSorted(compareAttributes)) {
      parts.push(' ', nameOf(attribute), '="', escapeValue(attribute.value), '"')
    }
    parts.push('>')
    const rendered = news.length === 0 ? outer : new Map([...outer, ...news])
    for (const child of element.children) this.writeNode(child, rendered)
    parts.push('</', name, '>')
  }

  private writeNode(node: XmlNode, rendered: Rendered): void {
    if (typeof node === 'string') this.parts.push(escapeText(node))
    else this.writeElement(node, rendered)
  }

  // Exclusive C14N §3: only the prefixes that the element and its attributes use, where they aren't said already.
  private newDeclarations({ prefix, attributes, scope }: XmlElement, outer: Rendered): [string, string][] {
    const visible = [prefix, ...attributes.map(attribute => attribute.prefix).filter(used => used !== '')]
    const wanted = new Set(this.way === 'inclusive' ? ['', ...scope.keys()] : visible)
    wanted.delete('xml')
    return [...wanted]
      .map((used): [string, string] => [used, scope.get(used) ?? ''])
      .filter(([used, namespace]) => (outer.get(used) ?? '') !== namespace)
      .sort(([left], [right]) => compare(left, right))
  }
}

/** By namespace, then by name; those in none come first. */
function compareAttributes(left: XmlElement['attributes'][number], right: typeof left): number {
  return compare(left.namespace, right.namespace) || compare(left.local, right.local)
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function nameOf({ prefix, local }: { readonly prefix: string; readonly local: string }): string {
  return prefix === '' ? local : `${prefix}:${local}`
}

const textEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
}
const valueEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
}

function escapeText(text: string): string {
  return text.replaceAll(/[&<>\r]/g, character => textEscapes[character]!)
}

function escapeValue(value: string): string {
  return value.replaceAll(/[&<"\t\n\r]/g, character => valueEscapes[character]!)
}
