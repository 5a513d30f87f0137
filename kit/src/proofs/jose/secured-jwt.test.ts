import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../json/index.ts'
import {
  type ListedKey,
  readEmbeddedJwt,
  readEnvelope,
  type SecuredJwtQuestion,
  verifySecuredJwt,
} from './index.ts'

const at = new Date('2027-01-15T10:00:00Z')
const now = at.getTime() / 1000
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' })
const ed25519 = generateKeyPairSync('ed25519')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const attacker = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const didJwk = (key: KeyObject) =>
  `did:jwk:${Buffer.from(JSON.stringify(key.export({ format: 'jwk' }))).toString('base64url')}`
const issuer = didJwk(p256.publicKey)

const encode = (value: unknown) =>
  Buffer.from(
    typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value),
  ).toString('base64url')

/** A token with any header and payload, signed as its `alg` says. */
function token(header: object | string, payload: unknown, key: KeyObject = p256.privateKey): string {
  const input = `${encode(header)}.${encode(payload)}`
  const hash =
    key.asymmetricKeyType === 'ed25519'
      ? null
      : key.asymmetricKeyDetails?.namedCurve === 'secp384r1'
        ? 'sha384'
        : 'sha256'
  return `${input}.${sign(hash, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

const credential = (by: string = issuer) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  id: 'urn:uuid:1',
  issuer: by,
  credentialSubject: { id: 'did:example:learner' },
})
const header = (other: object = {}) => ({ alg: 'ES256', typ: 'vc+jwt', ...other })
const claimForm = (other: object = {}) => ({
  iss: issuer,
  sub: 'did:example:learner',
  jti: 'urn:uuid:1',
  nbf: now - 100,
  vc: {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential'],
    credentialSubject: {},
  },
  ...other,
})

let asked: string[] = []
beforeEach(() => {
  asked = []
})
const question = (other: Partial<SecuredJwtQuestion> = {}): SecuredJwtQuestion => ({
  kind: 'credential',
  at,
  fetchDidDocument: async url => {
    asked.push(url)
    return { kind: 'unreachable', reason: 'offline' }
  },
  ...other,
})
const verify = (text: string, other: Partial<SecuredJwtQuestion> = {}) =>
  verifySecuredJwt(text, question(other))
async function decide(text: string, other: Partial<SecuredJwtQuestion> = {}): Promise<string> {
  const verified = await verify(text, other)
  const failure = verified.ok ? verified.binding : verified
  if (failure.ok) return 'valid'
  return failure.undecided ? `undecided ${failure.code}` : failure.code
}

describe('the two forms', () => {
  test('whole, as VCDM 2.0 has it', async () => {
    const verified = await verify(token(header(), { ...credential(), iat: now - 5, exp: now + 5 }))
    expect(verified).toMatchObject({ ok: true, form: 'whole', document: credential(), binding: { ok: true } })
    expect(verified.ok && verified.times).toEqual({
      issuedAt: new Date((now - 5) * 1000),
      expires: new Date((now + 5) * 1000),
    })
  })

  test('as a claim, as VCDM 1.1 has it: what JWT claims say is put in its place', async () => {
    const verified = await verify(token(header({ typ: 'JWT' }), claimForm()))
    expect(verified).toMatchObject({
      ok: true,
      form: 'claim',
      document: { issuer, id: 'urn:uuid:1', credentialSubject: { id: 'did:example:learner' } },
    })
    const withObject = claimForm({ vc: { ...claimForm().vc, issuer: { name: 'F' } } })
    expect(await verify(token(header({ typ: undefined }), withObject))).toMatchObject({
      document: { issuer: { name: 'F', id: issuer } },
    })
  })

  test('whole in a JWT without a type of its own, as Open Badges 3.0 has it', async () => {
    expect(
      await decide(token(header({ typ: 'JWT' }), { ...credential(), iss: issuer, jti: 'urn:uuid:1' })),
    ).toBe('valid')
  })

  test.each([
    ['EdDSA', ed25519],
    ['ES256', p256],
    ['ES384', p384],
    ['RS256', rsa],
  ] as const)('%s', async (alg, keys) => {
    const by = didJwk(keys.publicKey)
    expect(await decide(token(header({ alg }), credential(by), keys.privateKey))).toBe('valid')
    expect(await decide(token(header({ alg }), credential(by), attacker.privateKey))).toBe('sig.invalid')
  })

  test.each([
    ['JOS-29 another issuer', { iss: 'did:example:other', vc: { ...claimForm().vc, issuer } }],
    [
      'JOS-29 another subject',
      {
        sub: 'did:example:other',
        vc: { ...claimForm().vc, credentialSubject: { id: 'did:example:learner' } },
      },
    ],
    ['JOS-29 another id', { vc: { ...claimForm().vc, id: 'urn:uuid:2' } }],
    ['an issuer that is no text', { iss: 7 }],
  ])('%s is a conflict', async (_, other) => {
    expect(await decide(token(header({ typ: 'JWT' }), claimForm(other)))).toBe('vc.claim_conflict')
  })

  test('JOS-29 in the whole form, and both forms at once', async () => {
    for (const other of [
      { iss: 'did:example:other' },
      { jti: 'urn:x' },
      { sub: 'urn:x' },
      { vc: {} },
      { vp: {} },
    ]) {
      expect(await decide(token(header(), { ...credential(), ...other }))).toBe('vc.claim_conflict')
    }
  })
})

describe('the header', () => {
  test('JOS-01 no signature', async () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      expect(await decide(`${encode({ alg })}.${encode(credential('did:web:a.example'))}.`)).toBe(
        'sig.alg_not_allowed',
      )
    }
    expect(asked).toEqual([])
  })

  test('JOS-02 the public key as a secret', async () => {
    const pem = p256.publicKey.export({ type: 'spki', format: 'pem' }) as string
    const der = p256.publicKey.export({ type: 'spki', format: 'der' })
    const jwk = JSON.stringify(p256.publicKey.export({ format: 'jwk' }))
    for (const secret of [pem, der, jwk, ` ${pem}`, `\n${pem}`]) {
      const input = `${encode(header({ alg: 'HS256' }))}.${encode(credential())}`
      const mac = createHmac('sha256', secret).update(input).digest('base64url')
      expect(await decide(`${input}.${mac}`)).toBe('sig.alg_not_allowed')
    }
  })

  test('JOS-03 an algorithm that the key isn’t for', async () => {
    for (const alg of ['ES384', 'PS256', 'RS256', 'EdDSA']) {
      expect(await decide(token(header({ alg }), credential()))).toBe('sig.alg_key_mismatch')
    }
  })

  test('JOS-04 a key that the token brings', async () => {
    const jwk = attacker.publicKey.export({ format: 'jwk' })
    const listed: ListedKey[] = [{ key: p256.publicKey }]
    const of = (by: string) => token(header({ jwk }), credential(by), attacker.privateKey)
    expect(await decide(of('https://trusted.example'), { findListedKeys: () => listed })).toBe(
      'key.not_bound_to_issuer',
    )
    expect(await decide(of(issuer))).toBe('sig.invalid')
    expect(await decide(of('did:web:trusted.example'))).toBe('undecided key.unknown')
    // Nobody knows the issuer, so the key only shows that the token is whole.
    expect(await decide(of('https://unknown.example'))).toBe('undecided key.unconfirmed')
    expect(await decide(token(header({ jwk }), credential('https://unknown.example')))).toBe('sig.invalid')
  })

  test('JOS-06 addresses of keys', async () => {
    for (const name of ['jku', 'x5u']) {
      expect(await decide(token(header({ [name]: 'http://127.0.0.1/jwks' }), credential()))).toBe(
        'sig.header_not_allowed',
      )
    }
    expect(asked).toEqual([])
  })

  test('JOS-07 names of keys that are traps', async () => {
    const listed: ListedKey[] = [{ key: p256.publicKey, kid: 'k' }]
    for (const kid of [
      '../../../../etc/passwd',
      "' OR 1=1--",
      'k'.repeat(65_536),
      '__proto__',
      'constructor',
      7,
    ]) {
      const text = token(header({ kid }), credential('https://issuer.example'))
      expect(await decide(text, { findListedKeys: () => listed })).toBe('key.unknown')
      expect(await decide(token(header({ kid }), credential()))).toBe('key.unknown')
    }
    expect(asked).toEqual([])
  })

  test('JOS-08 somebody else’s key', async () => {
    const kid = `${didJwk(attacker.publicKey)}#0`
    expect(await decide(token(header({ kid }), credential(), attacker.privateKey))).toBe(
      'key.not_bound_to_issuer',
    )
    expect(
      await decide(token(header({ kid }), credential('https://issuer.example'), attacker.privateKey)),
    ).toBe('key.not_bound_to_issuer')
    const elsewhere = header({ kid: 'https://evil.example/key' })
    expect(await decide(token(elsewhere, credential('https://issuer.example')))).toBe(
      'key.not_bound_to_issuer',
    )
    expect(asked).toEqual([])
  })

  test('the address of a key counts below the issuer’s own', async () => {
    const body = new TextEncoder().encode(JSON.stringify(p256.publicKey.export({ format: 'jwk' })))
    const fetchDidDocument: SecuredJwtQuestion['fetchDidDocument'] = async () => ({ kind: 'found', body })
    const of = (kid: string) => token(header({ kid }), credential('https://issuer.example/1'))
    expect(await decide(of('https://issuer.example/1/key'), { fetchDidDocument })).toBe('valid')
    expect(await decide(of('https://issuer.example/2/key'), { fetchDidDocument })).toBe(
      'undecided key.unconfirmed',
    )
    expect(await decide(of('https://issuer.example.evil.example/1/key'), { fetchDidDocument })).toBe(
      'key.not_bound_to_issuer',
    )
  })

  test.each([
    ['an unknown name', { crit: ['x'], x: 1 }, 'sig.crit_unsupported'],
    ['no names', { crit: [] }, 'sig.crit_unsupported'],
    ['an absent name', { crit: ['exp'] }, 'sig.crit_unsupported'],
    ['b64', { b64: false }, 'sig.b64_not_allowed'],
    ['b64 that is critical', { b64: false, crit: ['b64'] }, 'sig.b64_not_allowed'],
  ])('JOS-09, JOS-10 %s', async (_, other, code) => {
    expect(await decide(token(header(other), credential()))).toBe(code)
  })

  test('JOS-11, JOS-12, JOS-13, JOS-30 JSON with two meanings', async () => {
    expect(await decide(token('{"alg":"none","alg":"ES256"}', credential()))).toBe('json.duplicate_key')
    const twice = JSON.stringify(credential()).replace('{', '{"issuer":"did:example:evil",')
    expect(await decide(token(header(), twice))).toBe('json.duplicate_key')
    const poisoned = JSON.stringify(credential()).replace('{', '{"__proto__":{"admin":true},')
    expect(await decide(token(header(), poisoned))).toBe('json.forbidden_key')
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
    expect(await decide(token(header(), Uint8Array.of(0xff)))).toBe('json.encoding')
    expect(await decide(token(header(), '{"a":"\\ud800"}'))).toBe('json.encoding')
  })

  test('JOS-14, JOS-15 other spellings of one token', async () => {
    const text = token(header(), credential())
    const parts = text.split('.')
    for (let index = 0; index < 3; index++) {
      for (const mark of [' ', '\t', '\n', '=']) {
        const changed = parts.with(index, `${parts[index]!.slice(0, 5)}${mark}${parts[index]!.slice(5)}`)
        expect(await decide(changed.join('.'))).toBe('sig.bad_base64url')
      }
    }
    const last = text.at(-1)!
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    expect(await decide(text.slice(0, -1) + alphabet[alphabet.indexOf(last) + 1])).toBe('sig.bad_base64url')
  })

  test('JOS-21, JOS-22, JOS-23 other serialisations', async () => {
    const [protectedHeader, payload, signature] = token(header(), credential()).split('.')
    expect(
      await decide(JSON.stringify({ payload, signatures: [{ protected: protectedHeader, signature }] })),
    ).toBe('sig.serialization')
    for (const text of ['', 'a.b', 'a.b.c.d', 'a.b.c.d.e.f', '.'.repeat(2 * 1024 * 1024)]) {
      expect(await decide(text)).toBe('sig.serialization')
    }
    expect(await decide('a.b.c.d.e')).toBe('sig.expected_jws')
  })

  test('JOS-25 tokens that are something else', async () => {
    for (const typ of [
      'statuslist+jwt',
      'kb+jwt',
      'openid4vci-proof+jwt',
      'logout+jwt',
      'vp+jwt',
      'dc+sd-jwt',
      'at+jwt',
      7,
    ]) {
      expect(await decide(token(header({ typ }), credential()))).toBe('jwt.wrong_type')
    }
    for (const claims of [
      { iss: issuer, sub: 'x', aud: 'y', nonce: 'z' },
      { iss: issuer, events: {} },
      { status_list: {} },
    ]) {
      expect(await decide(token(header({ typ: 'JWT' }), claims))).toBe('jwt.wrong_type')
      expect(await decide(token(header({ typ: undefined }), claims))).toBe('jwt.wrong_type')
    }
    expect(await decide(token(header(), claimForm()))).toBe('jwt.wrong_type')
    expect(await decide(token(header({ typ: 'application/vc+jwt' }), credential()))).toBe('valid')
    expect(await decide(token(header(), credential()), { kind: 'presentation' })).toBe('jwt.wrong_type')
  })
})

describe('times', () => {
  test.each<[string, string, string]>([
    ['exp', '"soon"', 'time.malformed'],
    ['exp', '-1', 'time.malformed'],
    ['exp', '1e400', 'json.number_range'],
    ['exp', '1e17', 'time.malformed'],
    ['exp', '1e15', 'time.malformed'],
    ['exp', 'null', 'time.malformed'],
    ['nbf', '"now"', 'time.malformed'],
    ['iat', 'true', 'time.malformed'],
    ['iat', String(now + 86_400), 'time.not_yet_valid'],
    ['iat', '0', 'time.inconsistent'],
  ])('JOS-26, JOS-27 %s %s: %s', async (name, value, code) => {
    const payload = JSON.stringify(credential()).replace('{', `{"${name}":${value},`)
    expect(await decide(token(header(), payload))).toBe(code)
  })

  test('JOS-27 an order that can’t be', async () => {
    expect(await decide(token(header(), { ...credential(), iat: now, exp: now - 10 }))).toBe(
      'time.inconsistent',
    )
    expect(await decide(token(header(), { ...credential(), nbf: now, exp: now }))).toBe('time.inconsistent')
  })

  test('whether it is in force is told, not decided', async () => {
    const ended = await verify(token(header(), { ...credential(), exp: now }))
    expect(ended).toMatchObject({ ok: true, times: { expires: at } })
    expect(await verify(token(header(), credential()))).toMatchObject({ ok: true, times: {} })
  })
})

describe('presentations', () => {
  const presentation = (other: object = {}) => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder: issuer,
    verifiableCredential: [],
    aud: 'https://verifier.example',
    nonce: 'n-1',
    ...other,
  })
  const typ = 'vp+jwt'
  const asked = { kind: 'presentation', domain: 'https://verifier.example', challenge: 'n-1' } as const

  test('made for whom and what was asked', async () => {
    expect(await decide(token(header({ typ }), presentation()), asked)).toBe('valid')
    expect(await decide(token(header({ typ }), presentation({ aud: 'x' })), asked)).toBe('proof.domain')
    expect(await decide(token(header({ typ }), presentation({ aud: [asked.domain] })), asked)).toBe(
      'proof.domain',
    )
    expect(await decide(token(header({ typ }), presentation({ nonce: 'n-2' })), asked)).toBe(
      'proof.challenge',
    )
    expect(await decide(token(header({ typ }), presentation(), attacker.privateKey), asked)).toBe(
      'sig.invalid',
    )
    const claim = { iss: issuer, aud: asked.domain, nonce: 'n-1', vp: { type: ['VerifiablePresentation'] } }
    expect(await decide(token(header({ typ: 'JWT' }), claim), asked)).toBe('valid')
  })
})

describe('envelopes', () => {
  const inner = token(header(), credential())
  const envelope: JsonObject = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `data:application/vc+jwt,${inner}`,
    type: 'EnvelopedVerifiableCredential',
  }

  test('are opened when there is nothing else in them', () => {
    expect(readEnvelope(envelope)).toEqual({ mediaType: 'application/vc+jwt', token: inner })
    expect(readEnvelope(credential())).toBeUndefined()
    for (const other of [
      { credentialSubject: {} },
      { proof: {} },
      { issuer },
      { type: ['EnvelopedVerifiableCredential', 'X'] },
    ]) {
      expect(readEnvelope(Object.assign({}, envelope, other))).toBe('malformed')
    }
    for (const id of [
      '',
      inner,
      `data:text/html,${inner}`,
      `data:application/vc+jwt;base64,${inner}`,
      `${envelope.id}#x`,
    ]) {
      expect(readEnvelope({ ...envelope, id })).toBe('malformed')
    }
  })

  test('JOS-28 what stands around a token is not read', async () => {
    const swapped = { ...credential(), credentialSubject: { id: 'did:example:evil' }, proof: { jwt: inner } }
    const verified = await verify(readEmbeddedJwt(swapped)!)
    expect(verified.ok && verified.document.credentialSubject).toEqual({ id: 'did:example:learner' })
  })
})
