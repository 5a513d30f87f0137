import { KitError } from '../../errors.ts'
import { isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import type { Certificate } from '../../keys/index.ts'
import { decodeBase64url } from '../base64.ts'
import { checkHeader } from '../check-header.ts'
import type { Outcome } from '../outcome.ts'
import { readX5c } from '../read-x5c.ts'
import { type AllowedAlgorithm, verifySignature } from '../verify-signature.ts'

export type VcJwtVerification =
  | {
      readonly ok: true
      readonly credential: JsonObject
      readonly signedBy: Certificate
      readonly intermediates: readonly Certificate[]
    }
  | Extract<Outcome, { ok: false }>

/**
 * Verifies a compact JWS of type vc+jwt with the key of its own `x5c`. Whether that certificate deserves trust
 * is the caller's question. The credential is returned only from verified bytes.
 */
export function verifyVcJwt(token: string, limits: { readonly maxBytes?: number } = {}): VcJwtVerification {
  try {
    return verify(token, limits.maxBytes ?? 8 * 1024 * 1024)
  } catch (error) {
    if (error instanceof KitError) return { ok: false, code: error.code }
    throw error
  }
}

function verify(token: string, maxBytes: number): VcJwtVerification {
  if (token.length > maxBytes) return { ok: false, code: 'input.too_large' }
  const parts = token.split('.', 6)
  if (parts.length === 5) return { ok: false, code: 'sig.expected_jws' }
  const [encodedHeader, encodedPayload, encodedSignature] = parts
  if (parts.length !== 3 || !encodedHeader || !encodedPayload || !encodedSignature) {
    return { ok: false, code: 'sig.serialization' }
  }
  const header = parseStrictJson(decodeBase64url(encodedHeader))
  if (!isJsonObject(header)) return { ok: false, code: 'sig.serialization' }
  if (header.typ !== 'vc+jwt') return { ok: false, code: 'jwt.wrong_type' }
  if (Object.hasOwn(header, 'b64')) return { ok: false, code: 'sig.b64_not_allowed' }
  const allowed = checkHeader(header, [])
  if (!allowed.ok) return allowed
  const read = readX5c(header.x5c)
  if (!read.ok) return read
  const [signedBy, ...intermediates] = read.certificates
  if (signedBy.keyUsage?.signsData === false) return { ok: false, code: 'jades.not_a_seal' }
  const input = new TextEncoder().encode(`${encodedHeader}.${encodedPayload}`)
  const signature = decodeBase64url(encodedSignature)
  const verified = verifySignature(header.alg as AllowedAlgorithm, signedBy.publicKey, input, signature)
  if (!verified.ok) return verified
  const credential = parseStrictJson(decodeBase64url(encodedPayload), { maxBytes })
  if (!isJsonObject(credential)) return { ok: false, code: 'json.syntax' }
  return { ok: true, credential, signedBy, intermediates }
}
