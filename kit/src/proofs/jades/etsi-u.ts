import { createHash } from 'node:crypto'
import { asList, isJsonObject, type JsonObject, type JsonValue, parseStrictJson } from '../../json/index.ts'
import { type Certificate, readCertificate } from '../../keys/index.ts'
import { decodeBase64, decodeBase64url } from '../base64.ts'
import type { ParsedJades } from './parse-jades.ts'
import { readImprint } from './read-imprint.ts'

/** A time stamp in the file, and whether it is about these bytes. Who made it isn't checked: it proves no time. */
export interface TimestampFound {
  readonly kind: 'adoTst' | 'sigTst'
  readonly imprintMatches: boolean
}

const maxTimestamps = 8
const maxCertificateValues = 8

/** Content time stamps (TS 119 182-1 §5.2.6) and signature time stamps (§5.3.4). */
export function readTimestamps(jades: ParsedJades): TimestampFound[] {
  const { adoTst } = jades.header
  const content = tokensOf(typeof adoTst === 'string' ? parseQuietly(adoTst) : adoTst)
  const signature = unsignedComponents(jades).flatMap(component => tokensOf(component.sigTst))
  return [
    ...content.map(token => toTimestamp('adoTst', token, new TextEncoder().encode(jades.payload))),
    ...signature.map(token => toTimestamp('sigTst', token, new TextEncoder().encode(jades.signatureText))),
  ].slice(0, maxTimestamps)
}

/** Certificates that a long-term seal stores beside the signature (§5.3.5.1 `xVals`); unsigned, so only hints. */
export function readCertificateValues(jades: ParsedJades): Certificate[] {
  const entries = unsignedComponents(jades).flatMap(component => asList(component.xVals))
  const certificates: Certificate[] = []
  for (const entry of entries.slice(0, maxCertificateValues)) {
    const holder = isJsonObject(entry) ? entry.x509Cert : undefined
    const der = isJsonObject(holder) && typeof holder.val === 'string' ? decodeBase64(holder.val) : undefined
    if (!der) continue
    try {
      certificates.push(readCertificate(der))
    } catch {
      // Unsigned leftovers can't break a seal; what can't be read can't help either.
    }
  }
  return certificates
}

function unsignedComponents({ unprotected }: ParsedJades): JsonObject[] {
  return asList(unprotected.etsiU)
    .map(entry => (typeof entry === 'string' ? parseQuietly(decodeQuietly(entry)) : entry))
    .filter(isJsonObject)
}

function tokensOf(container: JsonValue | undefined): string[] {
  if (!isJsonObject(container)) return []
  return asList(container.tstTokens)
    .map(token => (isJsonObject(token) ? token.val : undefined))
    .filter(value => typeof value === 'string')
}

function toTimestamp(kind: TimestampFound['kind'], token: string, data: Uint8Array): TimestampFound {
  const imprint = readImprint(token)
  const expected = createHash('sha256').update(data).digest()
  return { kind, imprintMatches: imprint !== undefined && expected.equals(imprint) }
}

function decodeQuietly(text: string): Uint8Array {
  try {
    return decodeBase64url(text)
  } catch {
    return new Uint8Array()
  }
}

function parseQuietly(input: Uint8Array | string): JsonValue | undefined {
  try {
    return parseStrictJson(input)
  } catch {
    return undefined
  }
}
