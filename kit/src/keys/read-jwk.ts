import { createPublicKey, type KeyObject } from 'node:crypto'
import { KitError, type KitErrorCode } from '../errors.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts'
import { type KeyFailure, noKey } from './key-outcome.ts'
import { isWeakRsa } from './weak-rsa.ts'

export type JwkRead = { readonly ok: true; readonly key: KeyObject; readonly algorithm?: string } | KeyFailure

/** RFC 7518 §6: what only the owner of a key may have. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** The members that are the key, by kind; a text in each is base64url of the given number of bytes. */
const curves: Readonly<
  Record<string, { kty: string; size: number; algorithm: string; members: readonly string[] }>
> = {
  'P-256': { kty: 'EC', size: 32, algorithm: 'ES256', members: ['x', 'y'] },
  'P-384': { kty: 'EC', size: 48, algorithm: 'ES384', members: ['x', 'y'] },
  Ed25519: { kty: 'OKP', size: 32, algorithm: 'EdDSA', members: ['x'] },
}
const rsaAlgorithms = ['RS256', 'PS256']

/**
 * A public JSON Web Key (RFC 7517) for verifying signatures: one of our kinds, strong, meant for signatures, and
 * nothing else in it that would make it another key for another reader.
 *
 * Codes: `key.private_material`, `key.unsupported`, `key.wrong_use`, `key.malformed`, `key.weak`,
 * `sig.alg_key_mismatch`.
 */
export function inspectJwk(jwk: JsonObject): JwkRead {
  if (privateMembers.some(name => Object.hasOwn(jwk, name))) return noKey('key.private_material')
  const use = checkUse(jwk)
  if (use) return use
  return jwk.kty === 'RSA' ? readRsa(jwk) : readCurve(jwk)
}

/** The key itself, for callers to whom a JWK that isn't one is an error. @throws KitError with the codes of `inspectJwk` */
export function readJwk(jwk: JsonValue | undefined): KeyObject {
  const read = isJsonObject(jwk) ? inspectJwk(jwk) : noKey('key.malformed')
  if (read.ok) return read.key
  throw new KitError(read.code as KitErrorCode, 'Not a public key for verifying signatures')
}

// RFC 7517 §4.2, §4.3: both say what the key is for, and must not contradict each other.
function checkUse({ use, key_ops: operations }: JsonObject): KeyFailure | undefined {
  if (use !== undefined && use !== 'sig') return noKey('key.wrong_use')
  if (operations === undefined) return undefined
  const isList = Array.isArray(operations) && new Set(operations).size === operations.length
  return isList && operations.includes('verify') ? undefined : noKey('key.wrong_use')
}

function readCurve(jwk: JsonObject): JwkRead {
  const curve = typeof jwk.crv === 'string' && Object.hasOwn(curves, jwk.crv) ? curves[jwk.crv] : undefined
  if (!curve || curve.kty !== jwk.kty) return noKey('key.unsupported')
  if (
    jwk.alg !== undefined &&
    jwk.alg !== curve.algorithm &&
    !(jwk.alg === 'Ed25519' && jwk.crv === 'Ed25519')
  ) {
    return noKey('sig.alg_key_mismatch')
  }
  const parts = curve.members.map(name => [name, jwk[name]] as const)
  if (!parts.every(([, value]) => lengthOf(value) === curve.size)) return noKey('key.malformed')
  return importKey({ kty: curve.kty, crv: jwk.crv as string, ...Object.fromEntries(parts) }, curve.algorithm)
}

function readRsa(jwk: JsonObject): JwkRead {
  if (jwk.alg !== undefined && !rsaAlgorithms.includes(jwk.alg as string))
    return noKey('sig.alg_key_mismatch')
  const { n, e } = jwk
  if (!lengthOf(n) || !lengthOf(e) || lengthOf(n)! > 1024 || lengthOf(e)! > 8) return noKey('key.malformed')
  const read = importKey({ kty: 'RSA', n: n as string, e: e as string }, jwk.alg as string | undefined)
  return read.ok && isWeakRsa(read.key) ? noKey('key.weak') : read
}

function importKey(jwk: Record<string, unknown>, algorithm: string | undefined): JwkRead {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    return algorithm === undefined ? { ok: true, key } : { ok: true, key, algorithm }
  } catch {
    // Not on its curve, most likely.
    return noKey('key.malformed')
  }
}

/** Bytes in canonical base64url; `undefined` for anything else. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const bytes = Buffer.from(value, 'base64url')
  return bytes.length > 0 && bytes.toString('base64url') === value ? bytes.length : undefined
}
