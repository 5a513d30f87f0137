import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'
import { type Failure, fails } from '../outcome.ts'

export type SecuredKind = 'credential' | 'presentation'

/** How a token carries its document: whole (VC-JOSE-COSE), or in a claim beside JWT claims (VCDM 1.1 §6.3.1). */
export type SecuredForm = 'whole' | 'claim'

export interface ClaimsRead {
  readonly ok: true
  readonly form: SecuredForm
  readonly document: JsonObject
}

const kinds = {
  credential: { claim: 'vc', type: 'VerifiableCredential', signer: 'issuer' },
  presentation: { claim: 'vp', type: 'VerifiablePresentation', signer: 'holder' },
} as const

/**
 * The document in a token's claims. What is said twice must be said the same; what the claim form says only in
 * JWT claims is put where a reader looks for it.
 *
 * Codes: `jwt.wrong_type`, `vc.claim_conflict`.
 */
export function readClaims(claims: JsonObject, kind: SecuredKind): ClaimsRead | Failure {
  const { claim, type } = kinds[kind]
  const inner = claims[claim]
  const isWhole = asList(claims.type).includes(type)
  if (isWhole && (Object.hasOwn(claims, 'vc') || Object.hasOwn(claims, 'vp'))) {
    return fails('vc.claim_conflict', { member: claim })
  }
  if (!isWhole && !isJsonObject(inner)) return fails('jwt.wrong_type')
  const document = isWhole ? claims : (inner as JsonObject)
  if (!asList(document.type).includes(type)) return fails('jwt.wrong_type')
  return mergeClaims(document, claims, kind, isWhole ? 'whole' : 'claim')
}

function mergeClaims(
  source: JsonObject,
  claims: JsonObject,
  kind: SecuredKind,
  form: SecuredForm,
): ClaimsRead | Failure {
  const { signer } = kinds[kind]
  const document = { ...source }
  const { iss, jti, sub } = claims
  if (iss !== undefined && !agree(document[signer], iss))
    return fails('vc.claim_conflict', { member: signer })
  if (jti !== undefined && !agree(document.id, jti)) return fails('vc.claim_conflict', { member: 'id' })
  const subjects = asList(document.credentialSubject)
  if (kind === 'credential' && sub !== undefined && !subjects.some(subject => agree(subject, sub))) {
    return fails('vc.claim_conflict', { member: 'credentialSubject' })
  }
  if (form === 'whole') return { ok: true, form, document }
  if (iss !== undefined) document[signer] = withId(document[signer], iss)
  if (jti !== undefined) document.id = jti
  const [subject] = subjects
  if (kind === 'credential' && sub !== undefined && subjects.length === 1 && isJsonObject(subject)) {
    document.credentialSubject = withId(subject, sub)
  }
  return { ok: true, form, document }
}

/** Whether a name, or an object's `id`, is the claim's, or isn't given at all. */
function agree(value: JsonValue | undefined, claim: JsonValue): boolean {
  const id = isJsonObject(value) ? value.id : value
  return typeof claim === 'string' && (id === undefined || id === claim)
}

function withId(value: JsonValue | undefined, id: JsonValue): JsonValue {
  return isJsonObject(value) ? { ...value, id } : id
}
