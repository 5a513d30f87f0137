import { KitError } from '../../errors.ts'
import { isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import type { Certificate } from '../../keys/index.ts'
import { checkHeader } from '../check-header.ts'
import type { Failure } from '../outcome.ts'
import { checkSignsData, readX5c } from '../read-x5c.ts'
import { type AllowedAlgorithm, verifySignature } from '../verify-signature.ts'
import { defaultMaxTokenBytes, parseJws } from './parse-jws.ts'

export type VcJwtVerification =
  | {
      readonly ok: true
      readonly credential: JsonObject
      readonly signedBy: Certificate
      readonly intermediates: readonly Certificate[]
    }
  | Failure

/**
 * Verifies a compact JWS of type vc+jwt with the key of its own `x5c`. Whether that certificate deserves trust
 * is the caller's question. The credential is returned only from verified bytes.
 */
export function verifyVcJwt(token: string, limits: { readonly maxBytes?: number } = {}): VcJwtVerification {
  try {
    return verify(token, limits.maxBytes ?? defaultMaxTokenBytes)
  } catch (error) {
    if (error instanceof KitError) return { ok: false, code: error.code }
    throw error
  }
}

function verify(token: string, maxBytes: number): VcJwtVerification {
  const { header, payload, signature, input } = parseJws(token, maxBytes)
  if (header.typ !== 'vc+jwt') return { ok: false, code: 'jwt.wrong_type' }
  const allowed = checkHeader(header, [])
  if (!allowed.ok) return allowed
  const read = readX5c(header.x5c)
  if (!read.ok) return read
  const [signedBy, ...intermediates] = read.certificates
  const use = checkSignsData(signedBy)
  if (!use.ok) return use
  const verified = verifySignature(header.alg as AllowedAlgorithm, signedBy.publicKey, input, signature)
  if (!verified.ok) return verified
  const credential = parseStrictJson(payload, { maxBytes })
  if (!isJsonObject(credential)) return { ok: false, code: 'json.syntax' }
  return { ok: true, credential, signedBy, intermediates }
}
