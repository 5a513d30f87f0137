import { type CredentialView, createJsonReader, readEdc, validateEdc } from '../../elm/index.ts'
import { KitError } from '../../errors.ts'
import { asList, isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import { fails, type JadesVerification, parseJades, undecided, verifyJades } from '../../proofs/index.ts'
import type { HolderBond } from '../../report/index.ts'
import type { ParsedCredential, SealReading } from '../format.ts'
import type { EdcForm } from './detect-edc.ts'
import { readStatusEntries } from './status-entries.ts'

export function parseEdc(input: Uint8Array | JsonObject, form: EdcForm): ParsedCredential {
  if (form !== 'sealed') return { format: 'edc-unsealed', ...readContent(() => findDocument(input), true) }
  try {
    const jades = parseJades(input)
    const seal = toSealReading(verifyJades(jades))
    const find = () => parseStrictJson(jades.payload) as JsonObject
    return { format: 'edc', seal, ...readContent(find, seal.outcome.ok) }
  } catch (error) {
    if (!(error instanceof KitError)) throw error
    const failure = fails(error.code)
    // A seal that can't be taken apart is a broken seal; anything else that can't be read is a broken file.
    return {
      format: 'edc',
      ...(error.code.startsWith('sig.') ? { seal: { outcome: failure } } : { defect: failure }),
    }
  }
}

/** The credential itself, or in the upload form of the EU's issuer, what stands in `credential`. */
function findDocument(input: Uint8Array | JsonObject): JsonObject {
  const document = input instanceof Uint8Array ? (parseStrictJson(input) as JsonObject) : input
  return isJsonObject(document.credential) && !isEdc(document) ? document.credential : document
}

function toSealReading(verified: JadesVerification): SealReading {
  const { header, certificate, signature, signingTime, signedBy, intermediates, claimedTime } = verified
  return {
    outcome: [header, certificate, signature, signingTime].find(({ ok }) => !ok) ?? { ok: true },
    hasForeignTimestamp: verified.timestamps.some(({ imprintMatches }) => !imprintMatches),
    ...(signedBy ? { signer: { kind: 'certificate', certificate: signedBy, intermediates } } : {}),
    ...(claimedTime ? { claimedTime } : {}),
  }
}

type Content = Pick<ParsedCredential, 'content' | 'defect'>

/** What stands in it, when anybody stands behind it; what can't be read at all is told in any case. */
function readContent(find: () => JsonObject, isSealIntact: boolean): Content {
  try {
    const document = find()
    return isSealIntact ? toContent(document) : {}
  } catch (error) {
    if (error instanceof KitError) return { defect: fails(error.code) }
    throw error
  }
}

function toContent(document: JsonObject): Content {
  // A sealed thing that isn't a credential is nothing false; it is only nothing that we can judge.
  if (!isJsonObject(document) || !isEdc(document)) return { defect: undecided('format.not_edc') }
  const organizationIdentifier = readIssuerIdentifier(document)
  const view = readEdc(document)
  return {
    content: {
      document,
      view,
      issuer: organizationIdentifier === undefined ? {} : { organizationIdentifier },
      holder: { bonds: readBonds(view), subjects: [], possession: 'absent' },
      times: readTimes(document),
      statuses: readStatusEntries(document),
      findings: validateEdc(document).map(({ path }) => path),
    },
  }
}

function readBonds({ holder }: CredentialView): HolderBond[] {
  return [
    ...(holder.name === '' ? [] : ['name' as const]),
    ...(holder.birthDate ? ['birth-date' as const] : []),
  ]
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
