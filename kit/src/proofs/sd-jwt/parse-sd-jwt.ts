import { KitError } from '../../errors.ts'
import { isJsonObject, type JsonObject, type JsonValue, parseStrictJson } from '../../json/index.ts'
import { asOutcome } from '../as-outcome.ts'
import type { Failure } from '../outcome.ts'
import { readTypedJws, type TypedJws } from '../typed-jws.ts'

/** Types of a credential that is an SD-JWT: today's name, and the one before 2025 that VC-JOSE-COSE still has. */
export const sdJwtTypes = ['dc+sd-jwt', 'vc+sd-jwt'] as const
export type SdJwtType = (typeof sdJwtTypes)[number]

export const maxDisclosures = 256
const maxBytes = 5 * 1024 * 1024
const maxDisclosureLength = 512 * 1024

/** An SD-JWT taken apart. Nothing of it is believed yet. */
export interface ParsedSdJwt extends TypedJws {
  readonly type: SdJwtType
  readonly disclosures: readonly string[]
  /** The text that a key binding answers for (RFC 9901 §4.3.1): everything up to the last tilde. */
  readonly presentation: string
  readonly keyBinding?: string
}

/**
 * Takes apart an SD-JWT in the compact (RFC 9901 §4) or a JSON serialisation (§8) with one signature.
 * Fails with `input.too_large`, `sig.*`, `sd.*`, `json.*` or `jwt.wrong_type`.
 */
export function parseSdJwt(text: string): ParsedSdJwt | Failure {
  return asOutcome(() => parse(text))
}

function parse(text: string): ParsedSdJwt {
  if (text.length > maxBytes) throw new KitError('input.too_large', `More than ${maxBytes} bytes`)
  const parts = text.startsWith('{') ? splitJson(text) : splitCompact(text)
  if (parts.disclosures.length > maxDisclosures) throw tooMany()
  if (parts.disclosures.some(({ length }) => length > maxDisclosureLength)) {
    throw new KitError('input.too_large', `A disclosure of more than ${maxDisclosureLength} bytes`)
  }
  const { jwt, disclosures, keyBinding } = parts
  const jws = readTypedJws(jwt, { types: sdJwtTypes, maxBytes })
  return {
    ...jws,
    type: jws.header.typ as SdJwtType,
    disclosures,
    presentation: [jwt, ...disclosures, ''].join('~'),
    ...(keyBinding ? { keyBinding } : {}),
  }
}

interface Parts {
  readonly jwt: string
  readonly disclosures: string[]
  readonly keyBinding?: string
}

function splitCompact(text: string): Parts {
  const [jwt, ...rest] = text.split('~', maxDisclosures + 3)
  const keyBinding = rest.pop()
  if (!jwt || keyBinding === undefined) throw malformedSerialization()
  if (rest.length > maxDisclosures) throw tooMany()
  if (rest.includes('')) throw new KitError('sd.malformed', 'An empty disclosure')
  return { jwt, disclosures: rest, keyBinding }
}

/** Flattened, or general with the one signature that a credential has. */
function splitJson(text: string): Parts {
  const document = parseStrictJson(text, { maxBytes }) as JsonObject
  const { payload, signatures, ...flattened } = document
  const single = signatures === undefined ? flattened : readOnly(signatures, flattened)
  const { protected: header, signature, header: unprotected, ...others } = single
  const isComplete = [payload, header, signature].every(part => typeof part === 'string')
  if (!isComplete || Object.keys(others).length > 0 || !isJsonObject(unprotected))
    throw malformedSerialization()
  const { disclosures = [], kb_jwt: keyBinding, kid: _, ...more } = unprotected
  const isList =
    Array.isArray(disclosures) && disclosures.every(part => typeof part === 'string' && part !== '')
  // What is not signed may name a key, but must not say how to check.
  if (Object.keys(more).length > 0 || !isList) throw malformedSerialization()
  if (keyBinding !== undefined && typeof keyBinding !== 'string') throw malformedSerialization()
  const jwt = `${header}.${payload}.${signature}`
  return { jwt, disclosures: disclosures as string[], ...(keyBinding === undefined ? {} : { keyBinding }) }
}

function readOnly(signatures: JsonValue, others: JsonObject): JsonObject {
  const [only] = Array.isArray(signatures) && signatures.length === 1 ? signatures : []
  if (!isJsonObject(only) || Object.keys(others).length > 0) throw malformedSerialization()
  return only
}

function malformedSerialization(): KitError {
  return new KitError('sig.serialization', 'Not an SD-JWT with one signature')
}

function tooMany(): KitError {
  return new KitError('sd.too_many', `More than ${maxDisclosures} disclosures`)
}
