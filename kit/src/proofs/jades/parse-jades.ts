import { KitError } from '../../errors.ts'
import { decodeUtf8, isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import { decodeBase64url } from '../base64.ts'

/** A JAdES signature taken apart; nothing of it is verified. */
export interface ParsedJades {
  /** The signed text. */
  readonly payload: string
  readonly header: JsonObject
  /** The unprotected header: not signed, so nothing in it may decide anything. */
  readonly unprotected: JsonObject
  readonly signingInput: Uint8Array
  readonly signature: Uint8Array
  /** The signature as it was written: what a time stamp on it covers. */
  readonly signatureText: string
}

const envelopeMembers = new Set(['payload', 'signatures'])
const signatureMembers = new Set(['protected', 'header', 'signature'])

/**
 * Takes apart a JWS in the general JSON serialisation (RFC 7515 §7.2.1) with exactly one signature: as it came, or
 * as strict JSON has read it.
 *
 * @throws KitError `json.*`, `input.too_large`, `sig.serialization`, `sig.bad_base64url`
 */
export function parseJades(input: Uint8Array | JsonObject): ParsedJades {
  const envelope = input instanceof Uint8Array ? parseStrictJson(input) : input
  if (!isJsonObject(envelope) || !hasOnly(envelope, envelopeMembers)) return refuse('not a JWS object')
  const { payload, signatures } = envelope
  if (typeof payload !== 'string') return refuse('no payload in the file')
  if (!Array.isArray(signatures) || signatures.length !== 1) return refuse('not exactly one signature')
  const entry = signatures[0]
  if (!isJsonObject(entry) || !hasOnly(entry, signatureMembers)) return refuse('not a signature object')
  const { protected: encodedHeader, header: unprotected = {}, signature } = entry
  if (typeof encodedHeader !== 'string' || typeof signature !== 'string')
    return refuse('no header or signature')
  if (!isJsonObject(unprotected)) return refuse('the unprotected header is not an object')
  const header = parseStrictJson(decodeBase64url(encodedHeader))
  if (!isJsonObject(header)) return refuse('the protected header is not an object')
  return {
    // RFC 7797 §3: with b64 false the payload stands as it is, else as base64url.
    payload: header.b64 === false ? payload : decodeUtf8(decodeBase64url(payload)),
    header,
    unprotected,
    signingInput: new TextEncoder().encode(`${encodedHeader}.${payload}`),
    signature: decodeBase64url(signature),
    signatureText: signature,
  }
}

function hasOnly(object: JsonObject, members: ReadonlySet<string>): boolean {
  return Object.keys(object).every(name => members.has(name))
}

function refuse(reason: string): never {
  throw new KitError('sig.serialization', `Not a JAdES seal: ${reason}`)
}
