import { KitError } from '../../errors.ts'
import { isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import { decodeBase64url } from '../base64.ts'

/** A compact JWS (RFC 7515 §7.1), taken apart; nothing of it is verified. */
export interface CompactJws {
  readonly header: JsonObject
  /** The bytes of the payload as it is signed. */
  readonly payload: Uint8Array
  readonly signature: Uint8Array
  /** What the signature covers. */
  readonly input: Uint8Array
}

export const defaultMaxTokenBytes = 8 * 1024 * 1024

/**
 * @throws KitError `input.too_large`, `sig.serialization`, `sig.expected_jws` for an encrypted token,
 * `sig.bad_base64url`, `sig.b64_not_allowed`, `json.*` for the header
 */
export function parseJws(token: string, maxBytes: number = defaultMaxTokenBytes): CompactJws {
  if (token.length > maxBytes) throw new KitError('input.too_large', `More than ${maxBytes} characters`)
  const parts = token.split('.', 6)
  if (parts.length === 5) throw new KitError('sig.expected_jws', 'Encrypted, not signed')
  const [encodedHeader, encodedPayload, encodedSignature] = parts
  if (parts.length !== 3 || !encodedHeader || !encodedPayload) {
    throw new KitError('sig.serialization', 'Not three parts')
  }
  const header = parseStrictJson(decodeBase64url(encodedHeader))
  if (!isJsonObject(header)) throw new KitError('sig.serialization', 'The header is not an object')
  // RFC 7797 would let the payload stand unencoded; then one signature fits two texts.
  if (Object.hasOwn(header, 'b64')) throw new KitError('sig.b64_not_allowed', 'b64 in a compact token')
  return {
    header,
    payload: decodeBase64url(encodedPayload),
    signature: decodeBase64url(encodedSignature ?? ''),
    input: new TextEncoder().encode(`${encodedHeader}.${encodedPayload}`),
  }
}

/** `typ` without the prefix that RFC 7515 §4.1.9 lets writers leave out; `undefined` when there is none. */
export function typeOf({ typ }: JsonObject): string | undefined {
  return typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : undefined
}
