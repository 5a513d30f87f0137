import type { KeyObject } from 'node:crypto'
import { KitError } from '../../errors.ts'
import { isJsonObject, type JsonObject, type JsonValue, parseStrictJson } from '../../json/index.ts'
import type { Certificate, ResolvedKey } from '../../keys/index.ts'
import { checkHeader } from '../check-header.ts'
import { type Failure, fails, holds, type Outcome, undecided } from '../outcome.ts'
import { checkSignsData, readX5c } from '../read-x5c.ts'
import { type AllowedAlgorithm, verifySignature } from '../verify-signature.ts'
import { findJwtKeys, type JwtKeyQuestion } from './find-jwt-key.ts'
import { type JwtTimes, readJwtTimes } from './jwt-times.ts'
import { type CompactJws, parseJws, typeOf } from './parse-jws.ts'
import { type ClaimsRead, readClaims, type SecuredForm, type SecuredKind } from './read-claims.ts'

export interface SecuredJwtQuestion extends Omit<JwtKeyQuestion, 'purpose'> {
  readonly kind: SecuredKind
  readonly maxBytes?: number
  /** What a presentation was asked for with: `aud` and `nonce`. */
  readonly domain?: string | undefined
  readonly challenge?: string | undefined
}

/** Whose signature it is: a certificate that the token carries, or a key of the signer's. */
export type JwtSigner =
  | {
      readonly kind: 'certificate'
      readonly certificate: Certificate
      readonly intermediates: readonly Certificate[]
    }
  | { readonly kind: 'key'; readonly key: ResolvedKey }

export interface SecuredJwt {
  readonly ok: true
  readonly form: SecuredForm
  /** The credential or presentation as it is signed, with what the claim form says in JWT claims. */
  readonly document: JsonObject
  readonly claims: JsonObject
  readonly header: JsonObject
  readonly signer: JwtSigner
  /** Whether the key is the signer's. Of a certificate, that is the question of who knows it. */
  readonly binding: Outcome
  readonly times: Omit<JwtTimes, 'ok'>
}

const types: Readonly<Record<SecuredKind, readonly (string | undefined)[]>> = {
  credential: ['vc+jwt', 'vc+ld+jwt', 'jwt', undefined],
  presentation: ['vp+jwt', 'vp+ld+jwt', 'jwt', undefined],
}

/**
 * Verifies a credential or presentation that is a JWT, in the form of VCDM 2.0 (VC-JOSE-COSE §3.1), in that of
 * Open Badges 3.0, or with the `vc` claim of VCDM 1.1. All that is returned comes from the signed bytes.
 *
 * Never throws for a bad token. Codes: `sig.*`, `json.*`, `jwt.wrong_type`, `vc.claim_conflict`, `time.*`, `key.*`,
 * `did.*`, `cert.*`, `proof.domain`, `proof.challenge`.
 */
export async function verifySecuredJwt(
  token: string,
  question: SecuredJwtQuestion,
): Promise<SecuredJwt | Failure> {
  try {
    return await verify(parseJws(token, question.maxBytes), question)
  } catch (error) {
    if (error instanceof KitError) return fails(error.code, error.params)
    throw error
  }
}

async function verify(jws: CompactJws, question: SecuredJwtQuestion): Promise<SecuredJwt | Failure> {
  const { header } = jws
  const { kind, at } = question
  const defect = checkJwtHeader(header, kind)
  if (defect) return defect
  const claims = parseStrictJson(
    jws.payload,
    question.maxBytes === undefined ? {} : { maxBytes: question.maxBytes },
  )
  if (!isJsonObject(claims)) return fails('jwt.wrong_type')
  const read = readClaims(claims, kind)
  if (!read.ok) return read
  // The claim form has no type of its own, and the types of the whole form promise that there is no claim.
  if (read.form === 'claim' && typeOf(header)?.startsWith('v')) return fails('jwt.wrong_type')
  const signed = await verifySigner(jws, signerOf(read, kind), question)
  if (!signed.ok) return signed
  const times = readJwtTimes(claims, at)
  if (!times.ok) return times
  const asked = checkAudience(claims, question)
  if (asked) return asked
  const { ok: _, ...span } = times
  const { signer, binding } = signed
  return { ok: true, form: read.form, document: read.document, claims, header, signer, binding, times: span }
}

function checkJwtHeader(header: JsonObject, kind: SecuredKind): Failure | undefined {
  if (header.typ !== undefined && typeof header.typ !== 'string') return fails('jwt.wrong_type')
  // A key in the header is looked at later, and never trusted for being there.
  const { jwk: _, ...others } = header
  const allowed = checkHeader(others, [])
  if (!allowed.ok) return allowed
  return types[kind].includes(typeOf(header)) ? undefined : fails('jwt.wrong_type')
}

function signerOf({ document }: ClaimsRead, kind: SecuredKind): string | undefined {
  const value: JsonValue | undefined = kind === 'credential' ? document.issuer : document.holder
  const id = isJsonObject(value) ? value.id : value
  return typeof id === 'string' ? id : undefined
}

type Signed = { readonly ok: true; readonly signer: JwtSigner; readonly binding: Outcome } | Failure

async function verifySigner(
  { header, input, signature }: CompactJws,
  signer: string | undefined,
  question: SecuredJwtQuestion,
): Promise<Signed> {
  const holdsBy = (key: KeyObject) => verifySignature(header.alg as AllowedAlgorithm, key, input, signature)
  if (Object.hasOwn(header, 'x5c')) {
    const read = readX5c(header.x5c)
    if (!read.ok) return read
    const [certificate, ...intermediates] = read.certificates
    const use = checkSignsData(certificate)
    const outcome = use.ok ? holdsBy(certificate.publicKey) : use
    if (!outcome.ok) return outcome
    return { ok: true, signer: { kind: 'certificate', certificate, intermediates }, binding: holds }
  }
  const purpose = question.kind === 'credential' ? 'assertionMethod' : 'authentication'
  const keys = await findJwtKeys(header, signer, { ...question, purpose })
  if ('ok' in keys) return keys
  const outcomes = keys.map(({ key }) => holdsBy(key))
  const key = keys[outcomes.findIndex(({ ok }) => ok)]
  if (!key) return outcomes[0] as Failure
  const binding =
    key.assurance === 'document' ? holds : undecided('key.unconfirmed', { signer: key.controller })
  return { ok: true, signer: { kind: 'key', key }, binding }
}

function checkAudience(
  { aud, nonce }: JsonObject,
  { domain, challenge }: SecuredJwtQuestion,
): Failure | undefined {
  if (domain !== undefined && aud !== domain) return fails('proof.domain')
  if (challenge !== undefined && nonce !== challenge) return fails('proof.challenge')
  return undefined
}
