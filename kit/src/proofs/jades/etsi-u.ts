import { createHash } from 'node:crypto'
import { fromBER, Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import { asList, isJsonObject, type JsonObject, type JsonValue, parseStrictJson } from '../../json/index.ts'
import { type Certificate, readCertificate } from '../../keys/index.ts'
import { decodeBase64, decodeBase64url } from '../base64.ts'
import type { ParsedJades } from './parse-jades.ts'

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

/** The SHA-256 message imprint of an RFC 3161 token: ContentInfo → SignedData → encapsulated TSTInfo. */
function readImprint(token: string): Uint8Array | undefined {
  const bytes = decodeBase64(token)
  if (!bytes) return undefined
  try {
    const content = fromBER(Uint8Array.from(bytes)).result
    const info = findInfo(content, 0)
    return info && imprintOf(info)
  } catch {
    return undefined
  }
}

const tstInfoType = '1.2.840.113549.1.9.16.1.4'
const sha256Type = '2.16.840.1.101.3.4.2.1'

/** The bytes that stand beside the type `id-ct-TSTInfo`, wherever the CMS wrapper puts them. */
function findInfo(block: unknown, depth: number): ArrayBuffer | undefined {
  const children = childrenOf(block)
  if (depth > 8) return undefined
  const [type, wrapped] = children
  if (type instanceof ObjectIdentifier && type.valueBlock.toString() === tstInfoType) {
    const [octets] = childrenOf(wrapped)
    return octets instanceof OctetString ? octets.getValue() : undefined
  }
  for (const child of children) {
    const found = findInfo(child, depth + 1)
    if (found) return found
  }
  return undefined
}

// RFC 3161 §2.4.2: TSTInfo { version, policy, messageImprint { hashAlgorithm, hashedMessage }, … }
function imprintOf(info: ArrayBuffer): Uint8Array | undefined {
  const [version, , imprint] = childrenOf(fromBER(info).result)
  if (!(version instanceof Integer) || !(imprint instanceof Sequence)) return undefined
  const [algorithm, hash] = imprint.valueBlock.value
  const type = childrenOf(algorithm)[0]
  const isSha256 = type instanceof ObjectIdentifier && type.valueBlock.toString() === sha256Type
  return isSha256 && hash instanceof OctetString ? new Uint8Array(hash.getValue()) : undefined
}

function childrenOf(block: unknown): unknown[] {
  const value = (block as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock?.value
  return Array.isArray(value) ? value : []
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
