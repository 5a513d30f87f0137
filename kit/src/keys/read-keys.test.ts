import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json/index.ts'
import {
  type DidDocumentFetched,
  decodeBase58,
  didWebToUrl,
  encodeBase58,
  inspectJwk,
  readJwkSet,
  readMultikey,
  resolveKey,
  writeMultikey,
} from './index.ts'

const ed25519 = generateKeyPairSync('ed25519').publicKey
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' }) as JsonObject
const codeOf = (read: { ok: true } | { ok: false; code: string }) => (read.ok ? 'ok' : read.code)
const at = new Date('2027-01-15T10:00:00Z')

describe('base58', () => {
  test('goes round for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), bytes => {
        expect(decodeBase58(encodeBase58(bytes)) ?? new Uint8Array()).toEqual(bytes)
      }),
    )
  })

  test.each(['0', 'O', 'I', 'l', 'a b', 'å', '', '1'.repeat(513)])('refuses %j', text => {
    expect(decodeBase58(text)).toBeUndefined()
  })
})

describe('Multikey', () => {
  test.each([
    ['Ed25519', ed25519, 'z6Mk'],
    ['P-256', p256, 'zDn'],
    ['P-384', p384, 'z82'],
  ] as const)('%s goes round', (_, key, start) => {
    const text = writeMultikey(key)!
    expect(text.startsWith(start)).toBe(true)
    expect(readMultikey(text)!.equals(key)).toBe(true)
  })

  test('no other kind, length, spelling or point', () => {
    const text = writeMultikey(p256)!
    const bytes = decodeBase58(text.slice(1))!
    const spell = (changed: Uint8Array) => `z${encodeBase58(changed)}`
    expect(writeMultikey(rsa)).toBeUndefined()
    expect(readMultikey(text.slice(1))).toBeUndefined()
    expect(readMultikey(`m${Buffer.from(bytes).toString('base64')}`)).toBeUndefined()
    expect(readMultikey(spell(bytes.slice(0, -1)))).toBeUndefined()
    expect(readMultikey(spell(Uint8Array.from([...bytes, 0])))).toBeUndefined()
    expect(readMultikey(spell(Uint8Array.from([0xe7, 0x01, ...bytes.slice(2)])))).toBeUndefined()
    expect(readMultikey(spell(Uint8Array.from([0x80, 0x24, 4, ...bytes.slice(3)])))).toBeUndefined()
    expect(
      readMultikey(spell(Uint8Array.from([0x80, 0x24, 2, ...new Uint8Array(32).fill(0xff)]))),
    ).toBeUndefined()
  })
})

describe('JWK', () => {
  test('reads what it accepts', () => {
    for (const key of [ed25519, p256, p384, rsa]) {
      const read = inspectJwk(jwkOf(key))
      expect(read.ok && read.key.equals(key)).toBe(true)
    }
  })

  test.each<[string, JsonObject, string]>([
    ['a private part', { ...jwkOf(p256), d: 'AA' }, 'key.private_material'],
    ['a secret', { kty: 'oct', k: 'AA' }, 'key.private_material'],
    ['a key for encryption', { ...jwkOf(p256), use: 'enc' }, 'key.wrong_use'],
    ['operations without verify', { ...jwkOf(p256), key_ops: ['sign'] }, 'key.wrong_use'],
    ['operations twice', { ...jwkOf(p256), key_ops: ['verify', 'verify'] }, 'key.wrong_use'],
    ['operations that are no list', { ...jwkOf(p256), key_ops: 'verify' }, 'key.wrong_use'],
    ['an algorithm of another curve', { ...jwkOf(p256), alg: 'ES384' }, 'sig.alg_key_mismatch'],
    ['an algorithm of another kind', { ...jwkOf(rsa), alg: 'ES256' }, 'sig.alg_key_mismatch'],
    ['a curve that we do not take', { ...jwkOf(p256), crv: 'secp256k1' }, 'key.unsupported'],
    ['a curve by a name of Object', { ...jwkOf(p256), crv: 'constructor' }, 'key.unsupported'],
    ['another kind for the curve', { ...jwkOf(p256), kty: 'OKP' }, 'key.unsupported'],
    ['a point off the curve', { ...jwkOf(p256), y: jwkOf(p256).x! }, 'key.malformed'],
    ['a short coordinate', { ...jwkOf(p256), x: 'AA' }, 'key.malformed'],
    ['padding', { ...jwkOf(ed25519), x: `${jwkOf(ed25519).x}=` }, 'key.malformed'],
    ['no modulus', { kty: 'RSA', e: 'AQAB' }, 'key.malformed'],
    ['exponent 1', { ...jwkOf(rsa), e: 'AQ' }, 'key.weak'],
    ['exponent 3', { ...jwkOf(rsa), e: 'Aw' }, 'key.weak'],
  ])('refuses %s', (_, jwk, code) => {
    expect(codeOf(inspectJwk(jwk))).toBe(code)
  })

  test('refuses 1024 bits, and a set with one bad key or one name twice', () => {
    const weak = jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)
    expect(codeOf(inspectJwk(weak))).toBe('key.weak')
    const named = { ...jwkOf(p256), kid: 'a' }
    expect(codeOf(readJwkSet({ keys: [named, jwkOf(ed25519), { kty: 'EC', crv: 'P-521' }] }))).toBe('ok')
    expect(codeOf(readJwkSet({ keys: [named, weak] }))).toBe('key.weak')
    expect(codeOf(readJwkSet({ keys: [named, { ...jwkOf(ed25519), d: 'AA' }] }))).toBe('key.private_material')
    expect(codeOf(readJwkSet({ keys: [named, { ...jwkOf(ed25519), kid: 'a' }] }))).toBe('key.malformed')
    expect(codeOf(readJwkSet([]))).toBe('key.malformed')
  })
})

describe('did:web', () => {
  test.each([
    ['did:web:example.com', 'https://example.com/.well-known/did.json'],
    ['did:web:Example.COM', 'https://example.com/.well-known/did.json'],
    ['did:web:example.com:users:alice', 'https://example.com/users/alice/did.json'],
    ['did:web:localhost%3A8443', 'https://localhost:8443/.well-known/did.json'],
    ['did:web:xn--exmple-cua.com', 'https://xn--exmple-cua.com/.well-known/did.json'],
  ])('%s is at %s', (did, url) => {
    expect(didWebToUrl(did)).toEqual({ ok: true, url })
  })

  test.each([
    ['did:web:127.0.0.1', 'did.not_allowed'],
    ['did:web:2130706433', 'did.not_allowed'],
    ['did:web:0x7f000001', 'did.malformed'],
    ['did:web:%5B%3A%3A1%5D', 'did.malformed'],
    ['did:web:user@example.com', 'did.not_allowed'],
    ['did:web:exämple.com', 'did.not_allowed'],
    ['did:web:example.com%2Fadmin', 'did.not_allowed'],
    ['did:web:a%2F..%2Fb', 'did.not_allowed'],
    ['did:web:example.com:..', 'did.malformed'],
    ['did:web:example.com:a%2F..%2Fb', 'did.malformed'],
    ['did:web:example.com::a', 'did.malformed'],
    ['did:web:example.com%3A99999', 'did.malformed'],
    ['did:web:example.com%3A1%3A2', 'did.malformed'],
    ['did:web:', 'did.not_allowed'],
    ['did:web:example.com?x', 'did.not_allowed'],
  ])('%s is refused', (did, code) => {
    const address = didWebToUrl(did)
    expect(address.ok).toBe(false)
    expect(['did.malformed', 'did.not_allowed']).toContain(codeOf(address))
    if (code === 'did.not_allowed') expect(codeOf(address)).toBe(code)
  })
})

describe('resolveKey', () => {
  const did = 'did:web:issuer.example'
  const method = {
    id: `${did}#key-1`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: writeMultikey(ed25519)!,
  }
  const document = { id: did, verificationMethod: [method], assertionMethod: [method.id] }
  const found = (body: unknown): DidDocumentFetched => ({
    kind: 'found',
    body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  })
  const resolve = async (verificationMethod: string, fetched: DidDocumentFetched) => {
    const asked: string[] = []
    const resolved = await resolveKey(verificationMethod, {
      at,
      purpose: 'assertionMethod',
      fetchDidDocument: async url => {
        asked.push(url)
        return fetched
      },
    })
    return { resolved, asked }
  }
  const none: DidDocumentFetched = { kind: 'unreachable', reason: 'offline' }

  test('did:web: the key of the document, for its purpose', async () => {
    const { resolved, asked } = await resolve(method.id, found(document))
    expect(resolved).toMatchObject({ ok: true, controller: did, assurance: 'document' })
    expect(asked).toEqual(['https://issuer.example/.well-known/did.json'])
  })

  test('a relative id, a key in the relationship itself, and a JWK are read', async () => {
    const relative = {
      ...document,
      verificationMethod: [{ ...method, id: '#key-1' }],
      assertionMethod: ['#key-1'],
    }
    expect((await resolve(method.id, found(relative))).resolved.ok).toBe(true)
    const { publicKeyMultibase: _, ...bare } = method
    const inner = { id: did, assertionMethod: [{ ...bare, publicKeyJwk: jwkOf(p256) }] }
    expect((await resolve(method.id, found(inner))).resolved.ok).toBe(true)
    const old = {
      ...bare,
      type: 'Ed25519VerificationKey2018',
      publicKeyBase58: encodeBase58(Buffer.from(String(jwkOf(ed25519).x), 'base64url')),
    }
    expect((await resolve(method.id, found({ ...document, verificationMethod: [old] }))).resolved.ok).toBe(
      true,
    )
  })

  test.each<[string, unknown, string]>([
    ['another document', { ...document, id: 'did:web:evil.example' }, 'did.document_mismatch'],
    [
      'another that is known as the issuer',
      { ...document, id: 'did:web:evil.example', alsoKnownAs: [did] },
      'did.document_mismatch',
    ],
    ['no such method', { ...document, verificationMethod: [] }, 'key.unknown'],
    ['a method for nothing', { ...document, assertionMethod: [] }, 'key.not_authorized'],
    [
      'a method for another purpose',
      { ...document, assertionMethod: undefined, authentication: [method.id] },
      'key.not_authorized',
    ],
    [
      'another controller',
      { ...document, verificationMethod: [{ ...method, controller: 'did:web:evil.example' }] },
      'key.not_bound_to_issuer',
    ],
    ['a method twice', { ...document, verificationMethod: [method, method] }, 'did.malformed'],
    [
      'a revoked key',
      { ...document, verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }] },
      'key.revoked',
    ],
    ['an ended key', { ...document, verificationMethod: [{ ...method, expires: 'soon' }] }, 'key.revoked'],
    [
      'a private key',
      { ...document, verificationMethod: [{ ...method, privateKeyMultibase: 'z1' }] },
      'key.private_material',
    ],
    [
      'a private JWK',
      { ...document, verificationMethod: [{ id: method.id, publicKeyJwk: { ...jwkOf(p256), d: 'AA' } }] },
      'key.private_material',
    ],
    [
      'two keys in one',
      { ...document, verificationMethod: [{ ...method, publicKeyJwk: jwkOf(p256) }] },
      'key.malformed',
    ],
    ['no key', { ...document, verificationMethod: [{ id: method.id }] }, 'key.malformed'],
    ['a key twice in one text', `{"id":"${did}","id":"${did}"}`, 'did.malformed'],
    ['no document', '[]', 'did.malformed'],
  ])('did:web: refuses %s', async (_, body, code) => {
    expect(codeOf((await resolve(method.id, found(body))).resolved)).toBe(code)
  })

  test('what cannot be fetched is undecided, and the method is not looked for elsewhere', async () => {
    expect((await resolve(method.id, none)).resolved).toMatchObject({
      code: 'did.unreachable',
      undecided: true,
    })
    expect((await resolve('did:ion:abc#k', none)).resolved).toMatchObject({
      code: 'did.method_unsupported',
      undecided: true,
    })
    const hostile = [
      'did:web:127.0.0.1#k',
      'http://issuer.example/#k',
      'javascript:alert(1)#k',
      did,
      `did:web:${'a'.repeat(5000)}#k`,
    ]
    for (const verificationMethod of hostile) {
      const { resolved, asked } = await resolve(verificationMethod, found(document))
      expect([verificationMethod.slice(0, 30), resolved.ok, asked]).toEqual([
        verificationMethod.slice(0, 30),
        false,
        [],
      ])
    }
  })

  test('did:key', async () => {
    for (const key of [ed25519, p256, p384]) {
      const multikey = writeMultikey(key)!
      for (const id of [`did:key:${multikey}#${multikey}`, `did:key:${multikey}`]) {
        const { resolved, asked } = await resolve(id, none)
        expect(resolved).toMatchObject({ ok: true, controller: `did:key:${multikey}` })
        expect(asked).toEqual([])
      }
      expect(codeOf((await resolve(`did:key:${multikey}#other`, none)).resolved)).toBe('key.unknown')
    }
    const secp256k1 = `did:key:z${encodeBase58(Uint8Array.from([0xe7, 0x01, 2, ...new Uint8Array(32).fill(1)]))}`
    expect(codeOf((await resolve(secp256k1, none)).resolved)).toBe('did.malformed')
  })

  test('did:jwk', async () => {
    const encode = (jwk: unknown) => `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
    const own = encode(jwkOf(p256))
    expect((await resolve(`${own}#0`, none)).resolved).toMatchObject({ ok: true, controller: own })
    expect(codeOf((await resolve(`${own}#1`, none)).resolved)).toBe('key.unknown')
    for (const bad of [
      { ...jwkOf(p256), d: 'AA' },
      { ...jwkOf(p256), x5u: 'x'.repeat(5000) },
      [],
      { kty: 'oct', k: 'AA' },
    ]) {
      expect(codeOf((await resolve(encode(bad), none)).resolved)).toBe('did.malformed')
    }
  })

  test('a key that only names itself tells nothing about whose it is', async () => {
    const controller = 'https://issuer.example/1'
    const id = `${controller}#${writeMultikey(ed25519)}`
    expect((await resolve(id, none)).resolved).toMatchObject({
      ok: true,
      controller,
      assurance: 'self-named',
    })
    const published = { id: controller, assertionMethod: [{ ...method, id, controller }] }
    expect((await resolve(id, found(published))).resolved).toMatchObject({ ok: true, assurance: 'document' })
    const other = { id: controller, verificationMethod: [] }
    expect(codeOf((await resolve(id, found(other))).resolved)).toBe('key.unknown')
  })
})
