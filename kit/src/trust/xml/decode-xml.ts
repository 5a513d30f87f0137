import { KitError } from '../../errors.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** XML 1.0 §2.2, §2.11: UTF-8 with or without byte order mark → characters, with one kind of line end. */
export function decodeXml(bytes: Uint8Array): string {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch (cause) {
    throw new KitError('xml.syntax', 'The bytes are not UTF-8', { cause })
  }
  if (!isCharacters(text)) throw new KitError('xml.syntax', 'A character that XML does not have')
  return text.replaceAll(/\r\n?/g, '\n')
}

export function isCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 §2.2 forbids exactly these
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text) && text.isWellFormed()
}
