import { KitError } from '../errors.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Bytes → text. Refuses what is not UTF-8 and a byte order mark (RFC 8259 §8.1) with `json.encoding`. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch (cause) {
    throw new KitError('json.encoding', 'The bytes are not UTF-8', { cause })
  }
  if (text.charCodeAt(0) === 0xfeff) throw new KitError('json.encoding', 'A byte order mark is not allowed')
  return text
}
