import { createJsonReader, readEdc, validateEdc } from '../../elm/index.ts'
import { KitError } from '../../errors.ts'
import { asList, isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import { type JadesVerification, type Outcome, parseJades, verifyJades } from '../../proofs/index.ts'
import type { ParsedContent, ParsedCredential, SealReading } from '../format.ts'
import { detectEdc } from './detect-edc.ts'
import { readStatusEntries } from './status-entries.ts'

export function parseEdc(bytes: Uint8Array): ParsedCredential {
  if (detectEdc(bytes) !== 'sealed') return { content: readContent(() => findDocument(bytes), true) }
  const jades = parseJades(bytes)
  const seal = toSealReading(verifyJades(jades))
  return { seal, content: readContent(() => parseStrictJson(jades.payload) as JsonObject, seal.outcome.ok) }
}

/** The credential itself, or in the upload form of the EU's issuer, what stands in `credential`. */
function findDocument(bytes: Uint8Array): JsonObject {
  const document = parseStrictJson(bytes) as JsonObject
  return isJsonObject(document.credential) && !isEdc(document) ? document.credential : document
}

function toSealReading(verified: JadesVerification): SealReading {
  const { header, certificate, signature, signingTime } = verified
  const outcome: Outcome = [header, certificate, signature, signingTime].find(({ ok }) => !ok) ?? { ok: true }
  return {
    outcome,
    intermediates: verified.intermediates,
    hasForeignTimestamp: verified.timestamps.some(({ imprintMatches }) => !imprintMatches),
    ...(verified.signedBy ? { signedBy: verified.signedBy } : {}),
    ...(verified.claimedTime ? { claimedTime: verified.claimedTime } : {}),
  }
}

/** What stands in it, when anybody stands behind it; what can't be read at all is told in any case. */
function readContent(find: () => JsonObject, isSealIntact: boolean): ParsedCredential['content'] {
  try {
    const document = find()
    return isSealIntact ? toContent(document) : undefined
  } catch (error) {
    if (error instanceof KitError) return { code: error.code }
    throw error
  }
}

function toContent(document: JsonObject): ParsedContent | { readonly code: string } {
  if (!isJsonObject(document) || !isEdc(document)) return { code: 'format.not_edc' }
  const issuerIdentifier = readIssuerIdentifier(document)
  return {
    document,
    view: readEdc(document),
    ...(issuerIdentifier === undefined ? {} : { issuerIdentifier }),
    times: readTimes(document),
    statusEntries: readStatusEntries(document),
    findings: validateEdc(document).map(({ path }) => path),
  }
}

function isEdc({ type }: JsonObject): boolean {
  return asList(type).includes('EuropeanDigitalCredential')
}

/**
 * As it is written in `issuer` and as it reads when nodes with one id are put together: whoever names two
 * organisations names none.
 */
function readIssuerIdentifier(document: JsonObject): string | undefined {
  const reader = createJsonReader(document)
  const written = asList(document.issuer)
    .filter(isJsonObject)
    .flatMap(issuer => asList(issuer.eIDASIdentifier).filter(isJsonObject))
  const joined = reader.all(document.issuer).flatMap(issuer => reader.all(issuer.eIDASIdentifier))
  const notations = new Set([...written, ...joined].map(({ notation }) => notation))
  const [notation] = notations
  return notations.size === 1 && typeof notation === 'string' ? notation : undefined
}

const timeMembers = ['validFrom', 'validUntil', 'expirationDate', 'issued', 'issuanceDate']

/** Also those that are said of the credential elsewhere in the document, under its id: what is shown is checked. */
function readTimes(document: JsonObject): Record<string, string> {
  const { root } = createJsonReader(document)
  const present = timeMembers.filter(member => root[member] !== undefined)
  return Object.fromEntries(present.map(member => [member, String(root[member])]))
}
