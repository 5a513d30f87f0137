import { KitError } from '../errors.ts'
import { isJsonObject, type JsonObject, parseStrictJson } from '../json/index.ts'
import { decodeBase64url, type Failure } from '../proofs/index.ts'

/**
 * Bytes on the table, looked at once for all formats. `json`: what starts like an object, read strictly;
 * `token`: text in the compact form of JOSE; `other`: neither.
 */
export type FormatInput =
  | { readonly kind: 'json'; readonly bytes: Uint8Array; readonly json: JsonObject }
  /** It starts like JSON and isn't; `text` serves to tell what it was meant to be. */
  | { readonly kind: 'broken'; readonly bytes: Uint8Array; readonly text: string; readonly defect: Failure }
  | { readonly kind: 'token'; readonly bytes: Uint8Array; readonly token: string }
  | { readonly kind: 'other'; readonly bytes: Uint8Array }

export function readFormatInput(bytes: Uint8Array): FormatInput {
  const start = bytes.findIndex(byte => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)
  if (bytes[start] === 0x7b || startsWithMark(bytes)) return readJson(bytes)
  // `ey` is how base64url of `{"` begins. Blanks around a token are what pasting adds; within, they break it.
  if (bytes[start] === 0x65 && bytes[start + 1] === 0x79)
    return { kind: 'token', bytes, token: tokenOf(bytes) }
  if (bytes[start] === 0x2e && bytes.every(byte => byte === 0x2e)) {
    return { kind: 'token', bytes, token: tokenOf(bytes) }
  }
  return { kind: 'other', bytes }
}

/** JSON behind a byte order mark is JSON that may not be (RFC 8259 §8.1), in whatever encoding. */
function startsWithMark(bytes: Uint8Array): boolean {
  const brace = bytes.subarray(0, 8).indexOf(0x7b)
  return marks.some(mark => brace >= mark.length && mark.every((byte, index) => bytes[index] === byte))
}
const marks = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
]

export function tokenInput(token: string): FormatInput {
  return { kind: 'token', bytes: new TextEncoder().encode(token), token }
}

function readJson(bytes: Uint8Array): FormatInput {
  try {
    const json = parseStrictJson(bytes)
    if (isJsonObject(json)) return { kind: 'json', bytes, json }
    throw new KitError('json.syntax', 'Not an object')
  } catch (error) {
    if (!(error instanceof KitError)) throw error
    return { kind: 'broken', bytes, text: latin1(bytes), defect: { ok: false, code: error.code } }
  }
}

/** One part of a token as JSON, to tell what it is; nothing of it is believed. */
export function peekPart(token: string, index: 0 | 1): JsonObject | undefined {
  const part = token.split('.', 2)[index]
  if (part === undefined) return undefined
  try {
    const json = parseStrictJson(decodeBase64url(part))
    return isJsonObject(json) ? json : undefined
  } catch {
    return undefined
  }
}

function tokenOf(bytes: Uint8Array): string {
  return latin1(bytes).replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
