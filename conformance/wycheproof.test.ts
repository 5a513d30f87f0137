import { createPublicKey, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { KitError } from '../kit/src/errors.ts'
import { isJsonObject, type JsonObject } from '../kit/src/json/index.ts'
import { readJwkSet } from '../kit/src/keys/index.ts'
import { checkHeader } from '../kit/src/proofs/check-header.ts'
import { type AllowedAlgorithm, findJwtKeys } from '../kit/src/proofs/index.ts'
import { parseJws } from '../kit/src/proofs/jose/parse-jws.ts'
import { verifySignature } from '../kit/src/proofs/verify-signature.ts'
import { sharedVectors } from './shared-vectors.test-support.ts'

const vectors = sharedVectors('wycheproof')

interface SignatureCase {
  tcId: number
  comment: string
  msg: string
  sig: string
  result: 'valid' | 'invalid' | 'acceptable'
  flags: string[]
}
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

const signatureSets: [file: string, algorithm: AllowedAlgorithm, total: number][] = [
  ['ed25519_test.json', 'EdDSA', 151],
  ['ecdsa_secp256r1_sha256_p1363_test.json', 'ES256', 262],
  ['ecdsa_secp384r1_sha384_p1363_test.json', 'ES384', 280],
  ['rsa_signature_2048_sha256_test.json', 'RS256', 259],
  ['rsa_pss_2048_sha256_mgf1_32_test.json', 'PS256', 108],
]

describe.skipIf(!vectors.present)('Wycheproof', () => {
  test.each(signatureSets)('%s: %s decides all %d rightly', (file, algorithm, total) => {
    const { testGroups } = vectors.json(file)
    let decided = 0
    for (const group of testGroups) {
      const key = createPublicKey({
        key: Buffer.from(group.publicKeyDer, 'hex'),
        format: 'der',
        type: 'spki',
      })
      for (const { tcId, comment, msg, sig, result } of group.tests as SignatureCase[]) {
        const outcome = verifySignature(algorithm, key, bytes(msg), bytes(sig))
        // A key with exponent 3 is refused whatever it signs; `acceptable` are old encodings, and refused.
        const isWeak = !outcome.ok && outcome.code === 'key.weak'
        expect({ tcId, comment, ok: outcome.ok }).toEqual({
          tcId,
          comment,
          ok: result === 'valid' && !isWeak,
        })
        if (isWeak) expect(key.asymmetricKeyDetails?.publicExponent).toBe(3n)
        decided++
      }
    }
    expect(decided).toBe(total)
  })

  test('ecdsa_secp256r1_sha256_test.json: a DER signature is no JWS signature', () => {
    for (const group of vectors.json('ecdsa_secp256r1_sha256_test.json').testGroups) {
      const key = createPublicKey({
        key: Buffer.from(group.publicKeyDer, 'hex'),
        format: 'der',
        type: 'spki',
      })
      for (const { tcId, msg, sig } of group.tests as SignatureCase[]) {
        expect([tcId, verifySignature('ES256', key, bytes(msg), bytes(sig)).ok]).toEqual([tcId, false])
      }
    }
  })

  test.each([
    ['json_web_signature_test.json', 401, 14],
    ['json_web_key_test.json', 26, 1],
    ['json_web_crypto_test.json', 83, 2],
  ])('%s: none of %d is accepted wrongly, and %d are accepted', async (file, total, accepted) => {
    let decided = 0
    let acceptedOnes = 0
    const refused: string[] = []
    for (const group of vectors.json(file).testGroups) {
      for (const { tcId, comment, jws, result } of group.tests) {
        if (jws !== undefined) {
          const outcome = await verifyJws(jws, publicPart(group))
          if (result === 'invalid') expect([tcId, comment, outcome]).not.toEqual([tcId, comment, 'accepted'])
          else if (outcome !== 'accepted') refused.push(outcome)
          else acceptedOnes++
        }
        decided++
      }
    }
    expect(decided).toBe(total)
    expect(acceptedOnes).toBe(accepted)
    // What is valid and still refused: HMAC and algorithms that no credential uses, and empty payloads.
    const onPurpose = ['key.private_material', 'key.unknown', 'sig.alg_not_allowed', 'sig.serialization']
    expect(refused.filter(code => !onPurpose.includes(code))).toEqual([])
  })
})

/** The signer's keys without what only the signer has; the vectors give one or both. */
function publicPart(group: { public?: JsonObject; private: JsonObject }): JsonObject {
  const given = group.public ?? group.private
  const keys = (Array.isArray(given.keys) ? given.keys : [given]) as JsonObject[]
  const secret = ['d', 'p', 'q', 'dp', 'dq', 'qi']
  return {
    keys: keys.map(key => Object.fromEntries(Object.entries(key).filter(([name]) => !secret.includes(name)))),
  }
}

/** A JWS the way that the verification of credentials goes, up to the signature; `accepted` or a code. */
async function verifyJws(token: unknown, jwks: JsonObject): Promise<string> {
  if (typeof token !== 'string') return 'sig.serialization'
  const set = readJwkSet(jwks)
  if (!set.ok) return set.code
  try {
    const { header, input, signature } = parseJws(token)
    const allowed = checkHeader(header, [])
    if (!allowed.ok) return allowed.code
    const found = await findJwtKeys(header, 'https://signer.example', {
      at: new Date(),
      purpose: 'assertionMethod',
      fetchDidDocument: async () => ({ kind: 'unreachable', reason: 'offline' }),
      findListedKeys: () => set.keys,
    })
    if ('ok' in found) return found.code
    const holds = ({ key }: { key: KeyObject }) =>
      verifySignature(header.alg as AllowedAlgorithm, key, input, signature).ok
    return found.some(holds) && isJsonObject(header) ? 'accepted' : 'sig.invalid'
  } catch (error) {
    if (error instanceof KitError) return error.code
    throw error
  }
}
