import { KitError } from '../errors.ts'

/**
 * Base64url without padding (RFC 7515 §2) in its one canonical spelling: blanks, padding and non-zero unused bits
 * would make several texts of one proof.
 *
 * @throws KitError `sig.bad_base64url`
 */
export function decodeBase64url(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.toString('base64url') !== text) throw new KitError('sig.bad_base64url', 'Not canonical base64url')
  return Uint8Array.from(bytes)
}

/** Ordinary base64 with padding, as `x5c` and `kid` use it (RFC 7515 §4.1.6); `undefined` unless canonical. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? Uint8Array.from(bytes) : undefined
}

export function encodeBase64url(data: Uint8Array | string): string {
  return Buffer.from(data as Uint8Array).toString('base64url')
}
