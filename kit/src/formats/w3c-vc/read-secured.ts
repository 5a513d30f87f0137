import { pinnedContexts } from '../../canonical/index.ts'
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'
import {
  type DataIntegrityVerification,
  type Failure,
  fails,
  type JwtSigner,
  readEmbeddedJwt,
  readEnvelope,
  type SecuredKind,
  verifyDataIntegrity,
  verifySecuredJwt,
} from '../../proofs/index.ts'
import type { ReadQuestion, SealKey, SealReading } from '../format.ts'
import type { FormatInput } from '../format-input.ts'
import { checkContextOrder } from './check-structure.ts'

/** A credential or presentation of the W3C, in whatever way it is secured, without a look at what it says. */
export interface SecuredDocument {
  readonly form: 'json' | 'jwt'
  /** Why it can't be read as a whole. */
  readonly defect?: Failure
  /** Absent when it has none. */
  readonly seal?: SealReading
  /** Absent when nothing can be had from signed bytes. */
  readonly document?: JsonObject
  /** Times that a token says of itself. */
  readonly times: Readonly<Record<string, string>>
}

/** Who has to have signed: the issuer of a credential, the holder of a presentation. */
export function signerIdOf(document: JsonObject, kind: SecuredKind): string | undefined {
  const named: JsonValue | undefined = kind === 'credential' ? document.issuer : document.holder
  const id = isJsonObject(named) ? named.id : named
  return typeof id === 'string' ? id : undefined
}

/** The token that stands in the place of a document, in an envelope or repeated beside it (`proof.jwt`). */
export function findToken(document: JsonObject): string | 'malformed' | undefined {
  const envelope = readEnvelope(document)
  if (envelope === undefined) return readEmbeddedJwt(document)
  // Nobody signs the envelope, so it has one spelling.
  const isKnown = asList(document['@context']).every(context => pinnedContexts.has(context as string))
  if (envelope === 'malformed' || checkContextOrder(document) || !isKnown) return 'malformed'
  return envelope.token
}

/** Verifies what secures it. Never throws for a bad document; codes are those of the proofs. */
export async function readSecured(
  input: Extract<FormatInput, { kind: 'json' | 'token' }>,
  kind: SecuredKind,
  question: ReadQuestion,
): Promise<SecuredDocument> {
  if (input.kind === 'token') return readToken(input.token, kind, question)
  const token = findToken(input.json)
  if (token === 'malformed')
    return { form: 'json', defect: fails('vc.malformed', { member: 'id' }), times: {} }
  if (token !== undefined) return readToken(token, kind, question)
  if (input.json.proof === undefined) return { form: 'json', document: input.json, times: {} }
  return readProofs(input.json, kind, question)
}

async function readToken(token: string, kind: SecuredKind, question: ReadQuestion): Promise<SecuredDocument> {
  const { at, fetchDidDocument, findListedKeys } = question
  const secured = await verifySecuredJwt(token, {
    kind,
    at,
    fetchDidDocument,
    findListedKeys,
    ...demandsOf(kind, question),
  })
  if (!secured.ok) return { form: 'jwt', times: {}, ...toFailure(secured) }
  const { document, signer, binding, times } = secured
  const { issuedAt, notBefore, expires } = times
  const claimedTime = issuedAt ?? notBefore
  return {
    form: 'jwt',
    document,
    seal: {
      outcome: { ok: true },
      signer,
      ...(signer.kind === 'key' ? { binding } : {}),
      ...(claimedTime ? { claimedTime } : {}),
    },
    times: {
      ...(notBefore ? { nbf: notBefore.toISOString() } : {}),
      ...(expires ? { exp: expires.toISOString() } : {}),
    },
  }
}

/** What can't be read as JSON is a broken file; anything else that is wrong with a token is wrong with its seal. */
export function toFailure(failure: Failure): Pick<SecuredDocument, 'defect' | 'seal'> {
  return /^(json|input)\./.test(failure.code) ? { defect: failure } : { seal: { outcome: failure } }
}

async function readProofs(
  document: JsonObject,
  kind: SecuredKind,
  question: ReadQuestion,
): Promise<SecuredDocument> {
  const { at, fetchDidDocument, contexts } = question
  const signer = signerIdOf(document, kind)
  const verified = await verifyDataIntegrity(document, {
    at,
    purpose: kind === 'credential' ? 'assertionMethod' : 'authentication',
    signer,
    fetchDidDocument,
    isListedKey: question.isListedKey,
    ...demandsOf(kind, question),
    ...(contexts ? { contexts } : {}),
  })
  return { form: 'json', document, seal: toSeal(verified, signer, question), times: {} }
}

/** A credential is made for everybody; a presentation for whoever asked. */
function demandsOf(
  kind: SecuredKind,
  { presentation }: ReadQuestion,
): { domain?: string; challenge?: string } {
  if (kind === 'credential' || !presentation) return {}
  const { audience, nonce } = presentation
  return {
    ...(audience === undefined ? {} : { domain: audience }),
    ...(nonce === undefined ? {} : { challenge: nonce }),
  }
}

function toSeal(
  { outcome, binding, proofs }: DataIntegrityVerification,
  signer: string | undefined,
  { isListedKey }: ReadQuestion,
): SealReading {
  const isOwn = (key: SealKey) =>
    signer === undefined || key.controller === signer || isListedKey(key, signer)
  const held = proofs.filter(proof => proof.outcome.ok && proof.key)
  const own = held.find(({ key }) => key && isOwn(key)) ?? held[0]
  const toSigner = (key: SealKey): JwtSigner => ({ kind: 'key', key })
  const claimedTime = own?.proof?.created
  return {
    outcome,
    binding,
    ...(own?.key ? { signer: toSigner(own.key) } : {}),
    cosigners: held.filter(proof => proof !== own).flatMap(({ key }) => (key ? [toSigner(key)] : [])),
    ...(claimedTime ? { claimedTime } : {}),
  }
}
