import { readEdc, validateEdc } from '../../elm/index.ts'
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
  return isJsonObject(document.credential) ? document.credential : document
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
  if (!isJsonObject(document) || !asList(document.type).includes('EuropeanDigitalCredential')) {
    return { code: 'format.not_edc' }
  }
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

function readIssuerIdentifier({ issuer }: JsonObject): string | undefined {
  const identifier = isJsonObject(issuer) ? issuer.eIDASIdentifier : undefined
  return isJsonObject(identifier) && typeof identifier.notation === 'string' ? identifier.notation : undefined
}

const timeMembers = ['validFrom', 'validUntil', 'expirationDate', 'issued', 'issuanceDate']

function readTimes(document: JsonObject): Record<string, string> {
  const present = timeMembers.filter(member => document[member] !== undefined)
  return Object.fromEntries(present.map(member => [member, String(document[member])]))
}
