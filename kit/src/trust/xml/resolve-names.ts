import { KitError } from '../../errors.ts'
import { type XmlAttribute, type XmlElement, xmlNamespace } from './xml-element.ts'

const declarationNamespace = 'http://www.w3.org/2000/xmlns/'

/** Namespaces in XML 1.0: which namespace each name is in, and what the element declares itself. */
export function resolveNames(
  name: string,
  written: readonly (readonly [string, string])[],
  outer: ReadonlyMap<string, string>,
): Pick<XmlElement, 'prefix' | 'local' | 'namespace' | 'attributes' | 'scope'> {
  const scope = declare(written, outer)
  const attributes = written
    .filter(([attribute]) => declaredPrefix(attribute) === undefined)
    .map(([attribute, value]): XmlAttribute => {
      const { prefix, local } = split(attribute)
      return { prefix, local, namespace: prefix === '' ? '' : lookUp(prefix, scope), value }
    })
  // §6.3: no two attributes with one expanded name, however it is spelt.
  const names = new Set(attributes.map(({ namespace, local }) => `${namespace} ${local}`))
  if (names.size !== attributes.length)
    throw new KitError('xml.syntax', `An attribute of <${name}> occurs twice`)
  const { prefix, local } = split(name)
  return { prefix, local, namespace: lookUp(prefix, scope), attributes, scope }
}

function declare(
  written: readonly (readonly [string, string])[],
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const declared = new Map<string, string>()
  for (const [attribute, namespace] of written) {
    const prefix = declaredPrefix(attribute)
    if (prefix === undefined) continue
    if (declared.has(prefix)) throw new KitError('xml.syntax', `The prefix "${prefix}" is declared twice`)
    checkDeclaration(prefix, namespace)
    declared.set(prefix, namespace)
  }
  return declared.size === 0 ? outer : new Map([...outer, ...declared])
}

// §3: `xml` is bound once and for all, `xmlns` never, and a prefix can't be undeclared.
function checkDeclaration(prefix: string, namespace: string): void {
  const isRight =
    (prefix === 'xml') === (namespace === xmlNamespace) &&
    prefix !== 'xmlns' &&
    namespace !== declarationNamespace &&
    (prefix === '' || namespace !== '')
  if (!isRight) throw new KitError('xml.syntax', `The prefix "${prefix}" can't stand for "${namespace}"`)
}

function declaredPrefix(attribute: string): string | undefined {
  if (attribute === 'xmlns') return ''
  return attribute.startsWith('xmlns:') ? attribute.slice('xmlns:'.length) : undefined
}

function split(name: string): { prefix: string; local: string } {
  const colon = name.indexOf(':')
  return colon < 0
    ? { prefix: '', local: name }
    : { prefix: name.slice(0, colon), local: name.slice(colon + 1) }
}

function lookUp(prefix: string, scope: ReadonlyMap<string, string>): string {
  const namespace = scope.get(prefix)
  if (namespace === undefined && prefix !== '')
    throw new KitError('xml.syntax', `The prefix "${prefix}" is unknown`)
  return namespace ?? ''
}
