import { constants, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { verifySignature } from './verify-signature.ts'

const data = new TextEncoder().encode('data')
const other = new TextEncoder().encode('date')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING }

test.each([
  ['RS256', rsa.publicKey, sign('sha256', data, rsa.privateKey)],
  ['PS256', rsa.publicKey, sign('sha256', data, { key: rsa.privateKey, ...pss, saltLength: 32 })],
  ['ES256', p256.publicKey, sign('sha256', data, { key: p256.privateKey, dsaEncoding: 'ieee-p1363' })],
  ['ES384', p384.publicKey, sign('sha384', data, { key: p384.privateKey, dsaEncoding: 'ieee-p1363' })],
] as const)('%s holds for its data and no other', (algorithm, key, signature) => {
  expect(verifySignature(algorithm, key, data, signature)).toEqual({ ok: true })
  expect(verifySignature(algorithm, key, other, signature)).toEqual({ ok: false, code: 'sig.invalid' })
  expect(verifySignature(algorithm, key, data, new Uint8Array())).toEqual({ ok: false, code: 'sig.invalid' })
})

test('refuses weak keys and keys of another kind', () => {
  const signature = sign('sha256', data, weak.privateKey)
  expect(verifySignature('RS256', weak.publicKey, data, signature)).toEqual({ ok: false, code: 'key.weak' })
  const smallExponent = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 })
  const bySmall = sign('sha256', data, smallExponent.privateKey)
  expect(verifySignature('RS256', smallExponent.publicKey, data, bySmall)).toEqual({
    ok: false,
    code: 'key.weak',
  })
  for (const [algorithm, key] of [
    ['ES256', p384.publicKey],
    ['ES384', p256.publicKey],
    ['RS256', p256.publicKey],
    ['ES256', rsa.publicKey],
  ] as const) {
    expect(verifySignature(algorithm, key, data, signature)).toEqual({
      ok: false,
      code: 'sig.alg_key_mismatch',
    })
  }
})

describe('keys of small order', () => {
  const key = (hex: string) => {
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(hex, 'hex')])
    return createPublicKey({ key: der, format: 'der', type: 'spki' })
  }
  const identity = `01${'00'.repeat(31)}`

  test.each([
    identity,
    `01${'00'.repeat(30)}80`,
    '00'.repeat(32),
    `${'00'.repeat(31)}80`,
    `ec${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}ff`,
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ])('%s signs everything, and is refused', hex => {
    const signature = Buffer.concat([Buffer.from(identity, 'hex'), Buffer.alloc(32)])
    expect(verifySignature('EdDSA', key(hex), Buffer.from('anything'), signature)).toEqual({
      ok: false,
      code: 'key.weak',
    })
  })
})
