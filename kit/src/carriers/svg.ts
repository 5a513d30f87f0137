import { KitError } from '../errors.ts'
import { decodeUtf8 } from '../json/index.ts'
import type { CarriedItem } from './carried-item.ts'
import { scanXml } from './xml-scanner.ts'

/** Open Badges 3.0 §5.3.2.1. */
const namespace = 'https://purl.imsglobal.org/ob/v3p0'
const namespaces = new Set([namespace, `${namespace}/`, 'http://openbadges.org', 'https://openbadges.org'])
const elements = new Set(['credential', 'assertion'])
const maxBytes = 8 * 1024 * 1024

/**
 * The credential that is baked into an SVG: the attribute `verify` (a JWT or, before Open Badges 3, an address),
 * else the content (JSON).
 *
 * @throws KitError `upload.malformed`, `upload.too_large`, `upload.ambiguous` when there are several
 */
export function readSvg(bytes: Uint8Array): CarriedItem | undefined {
  const found: Found[] = []
  const prefixes = new Set(['openbadges'])
  let open: Found | undefined
  for (const token of scanXml(textOf(bytes))) {
    if (token.kind === 'open') {
      addPrefixes(prefixes, token.attributes)
      const name = credentialName(token.name, prefixes)
      if (!name) continue
      open = { element: token.name, name, verify: token.attributes.get('verify')?.trim(), content: '' }
      found.push(open)
    } else if (token.kind === 'text' && open) open.content += token.text
    else if (token.kind === 'close' && token.name === open?.element) open = undefined
  }
  if (found.length > 1) throw new KitError('upload.ambiguous', 'More than one credential in one picture')
  const [only] = found
  return only && { name: only.name, bytes: new TextEncoder().encode(only.verify || only.content.trim()) }
}

/** The picture with the credential baked in. @throws KitError as `readSvg`, and `upload.ambiguous` when one is there */
export function bakeSvg(picture: Uint8Array, credential: string): Uint8Array {
  if (readSvg(picture)) throw new KitError('upload.ambiguous', 'The picture carries a credential already')
  const text = textOf(picture)
  for (const token of scanXml(text)) {
    if (token.kind !== 'open') continue
    // An empty root has nothing to bake into.
    if (!isSvgName(token.name) || text[token.end - 2] === '/') break
    return new TextEncoder().encode(
      `${text.slice(0, token.end)}${elementOf(credential)}${text.slice(token.end)}`,
    )
  }
  throw new KitError('upload.malformed', 'Not an SVG picture')
}

/** Whether the first element of the text is an SVG's. */
export function isSvg(bytes: Uint8Array): boolean {
  try {
    for (const token of scanXml(textOf(bytes))) if (token.kind === 'open') return isSvgName(token.name)
  } catch (error) {
    if (!(error instanceof KitError)) throw error
  }
  return false
}

interface Found {
  readonly element: string
  readonly name: string
  readonly verify: string | undefined
  content: string
}

function elementOf(credential: string): string {
  const declared = `openbadges:credential xmlns:openbadges="${namespace}"`
  if (!credential.startsWith('{')) {
    if (!/^[\w.~-]+$/.test(credential)) throw new KitError('upload.malformed', 'Neither JSON nor a token')
    return `<${declared} verify="${credential}"></openbadges:credential>`
  }
  // The end of a CDATA section can't be escaped in one, so it is cut in two.
  return `<${declared}><![CDATA[${credential.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:credential>`
}

function addPrefixes(prefixes: Set<string>, attributes: ReadonlyMap<string, string>): void {
  for (const [key, value] of attributes) {
    if (key.startsWith('xmlns:') && namespaces.has(value)) prefixes.add(key.slice('xmlns:'.length))
  }
}

function credentialName(name: string, prefixes: ReadonlySet<string>): string | undefined {
  const [prefix, local, more] = name.split(':')
  return local && more === undefined && elements.has(local) && prefixes.has(prefix!) ? local : undefined
}

function isSvgName(name: string): boolean {
  return name === 'svg' || name.endsWith(':svg')
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > maxBytes) throw new KitError('upload.too_large', `More than ${maxBytes} bytes`)
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  try {
    return decodeUtf8(hasMark ? bytes.subarray(3) : bytes)
  } catch (cause) {
    throw new KitError('upload.malformed', 'Not UTF-8', { cause })
  }
}
