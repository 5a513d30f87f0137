import { constants, type KeyObject, verify } from 'node:crypto'
import { isWeakEd25519, isWeakRsa } from '../keys/index.ts'
import { fails, holds, type Outcome } from './outcome.ts'

/** JWS algorithms that we accept (RFC 7518; EdDSA with Ed25519 only, RFC 8037), and nothing else: no `none`, no HMAC, no SHA-1. */
export const allowedAlgorithms = ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'] as const
export type AllowedAlgorithm = (typeof allowedAlgorithms)[number]

const curves: Partial<Record<AllowedAlgorithm, string>> = { ES256: 'prime256v1', ES384: 'secp384r1' }

export function isAllowedAlgorithm(value: unknown): value is AllowedAlgorithm {
  return allowedAlgorithms.includes(value as AllowedAlgorithm)
}

/** Whether a key may be used with an algorithm (RFC 8725 §3.1), and is strong enough. */
export function checkKeyFits(algorithm: AllowedAlgorithm, key: KeyObject): Outcome {
  if (algorithm === 'EdDSA') {
    if (key.asymmetricKeyType !== 'ed25519') return fails('sig.alg_key_mismatch')
    return isWeakEd25519(key) ? fails('key.weak') : holds
  }
  const curve = curves[algorithm]
  if (curve) {
    const isFit = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === curve
    return isFit ? holds : fails('sig.alg_key_mismatch')
  }
  if (key.asymmetricKeyType !== 'rsa') return fails('sig.alg_key_mismatch')
  return isWeakRsa(key) ? fails('key.weak') : holds
}

/** The signature over `data`; a malformed one is a wrong one, never an exception. */
export function verifySignature(
  algorithm: AllowedAlgorithm,
  key: KeyObject,
  data: Uint8Array,
  signature: Uint8Array,
): Outcome {
  const fit = checkKeyFits(algorithm, key)
  if (!fit.ok) return fit
  try {
    return verifyWith(algorithm, key, data, signature) ? holds : fails('sig.invalid')
  } catch {
    return fails('sig.invalid')
  }
}

function verifyWith(
  algorithm: AllowedAlgorithm,
  key: KeyObject,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  switch (algorithm) {
    case 'ES256':
      return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
    case 'ES384':
      return verify('sha384', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
    case 'EdDSA':
      return verify(null, data, key, signature)
    case 'RS256':
      return verify('sha256', data, { key, padding: constants.RSA_PKCS1_PADDING }, signature)
    case 'PS256':
      // RFC 7518 §3.5: the salt is as long as the hash.
      return verify(
        'sha256',
        data,
        { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
        signature,
      )
  }
}
