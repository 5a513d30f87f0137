import { KitError } from '../../errors.ts'
import { isCharacters } from './decode-xml.ts'

const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML 1.0 §4.1: characters by number and the five predefined entities; nothing else can be declared here. */
export function readReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&([^;]{0,12};?)/g, (_, reference: string) => {
    const name = reference.slice(0, -1)
    if (!reference.endsWith(';')) throw new KitError('xml.syntax', 'An "&" that begins no reference')
    if (name.startsWith('#')) return readNumber(name)
    if (Object.hasOwn(predefined, name)) return predefined[name]!
    throw new KitError('xml.forbidden', `The entity ${name}`)
  })
}

function readNumber(name: string): string {
  const [, hexadecimal, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name) ?? []
  const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal)
  const character = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\0'
  if (!isCharacters(character))
    throw new KitError('xml.syntax', `A character that XML does not have: ${name}`)
  return character
}
