/** An element of a namespace-well-formed document. Texts are kept as they read: entities and line ends resolved. */
export interface XmlElement {
  readonly prefix: string
  readonly local: string
  /** Empty when it is in none. */
  readonly namespace: string
  /** Without the declarations of namespaces. */
  readonly attributes: readonly XmlAttribute[]
  /** Prefix → namespace, as in scope here; the default namespace has the prefix ''. */
  readonly scope: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

export interface XmlAttribute {
  readonly prefix: string
  readonly local: string
  readonly namespace: string
  readonly value: string
}

export interface XmlDocument {
  readonly root: XmlElement
  /** Processing instructions before and after the root, `target data`; signatures over the whole cover them. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'

export function childElements(parent: XmlElement | undefined): XmlElement[] {
  return (parent?.children ?? []).filter(child => typeof child !== 'string')
}

/** The children of that name, in the parent's own namespace unless told. */
export function childrenNamed(
  parent: XmlElement | undefined,
  local: string,
  namespace = parent?.namespace,
): XmlElement[] {
  return childElements(parent).filter(child => child.local === local && child.namespace === namespace)
}

/** The first child along a path of names, all in the parent's own namespace. */
export function descend(parent: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((element, local) => childrenNamed(element, local)[0], parent)
}

/** All text inside, without what stands around it. */
export function textOf(element: XmlElement | undefined): string {
  const collect = (node: XmlNode): string =>
    typeof node === 'string' ? node : node.children.map(collect).join('')
  return element ? collect(element).trim() : ''
}

/** The value of an attribute, in no namespace unless told. */
export function attributeOf(element: XmlElement, local: string, namespace = ''): string | undefined {
  return element.attributes.find(found => found.local === local && found.namespace === namespace)?.value
}

/** The element and everything below, in document order. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of childElements(element)) yield* walk(child)
}
