import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../json/index.ts'
import { parseSdJwt, verifySdJwt } from './index.ts'
import {
  answerTo,
  at,
  bind,
  demand,
  digestOf,
  disclosure,
  encode,
  holder,
  issuer,
  jws,
  now,
  publicJwk,
  stranger,
  write,
} from './sd-jwt.test-support.ts'

const one = disclosure('c2FsdC1vbmU', 'given_name', 'Maja')
const two = disclosure('c2FsdC10d28', 'family_name', 'Sarri')
const withKey = (cnf: JsonObject = { jwk: publicJwk(holder.publicKey) }): string =>
  write({ payload: { _sd: [digestOf(one), digestOf(two)], cnf }, disclosures: [one] })
const credential = withKey()
const asked = { keyBinding: demand }

describe('key binding', () => {
  test('that was asked for is proven; that nobody asked for is not', () => {
    const parsed = parseSdJwt(bind(credential))
    if (!parsed.ok) throw new Error(parsed.code)
    expect(verifySdJwt(parsed, issuer.publicKey, { at, ...asked })).toMatchObject({
      ok: true,
      keyBinding: 'proven',
    })
    expect(verifySdJwt(parsed, issuer.publicKey, { at })).toMatchObject({ ok: true, keyBinding: 'unasked' })
    expect(answerTo(credential)).toBe('valid')
  })

  test.each<[string, string, string]>([
    // SD-08
    ['taken away', credential, 'kb.missing'],
    ['without a key in the credential', bind(write({})), 'kb.no_key'],
    ['for a key that is only named', bind(withKey({ kid: 'x' })), 'kb.no_key'],
    [
      'for a private key',
      bind(withKey({ jwk: holder.privateKey.export({ format: 'jwk' }) as JsonObject })),
      'key.private_material',
    ],
    [
      'for a key to encrypt with',
      bind(withKey({ jwk: { ...publicJwk(holder.publicKey), use: 'enc' } })),
      'key.wrong_use',
    ],
    [
      'for a key that may not verify',
      bind(withKey({ jwk: { ...publicJwk(holder.publicKey), key_ops: ['sign'] } })),
      'key.wrong_use',
    ],
    ['for half a key', bind(withKey({ jwk: { ...publicJwk(holder.publicKey), y: 'AA' } })), 'key.malformed'],
    ['for a shared key', bind(withKey({ jwk: { kty: 'oct', k: 'AAAA' } })), 'key.private_material'],
    [
      'for another kind of key',
      bind(withKey({ jwk: { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' } })),
      'key.unsupported',
    ],
    // SD-09
    ['with another nonce', bind(credential, { payload: { nonce: 'other' } }), 'kb.nonce'],
    ['without a nonce', bind(credential, { payload: { nonce: null } }), 'kb.nonce'],
    // SD-10
    ['for somebody else', bind(credential, { payload: { aud: 'x509_san_dns:evil.example' } }), 'kb.aud'],
    ['for several', bind(credential, { payload: { aud: [demand.audience] } }), 'kb.aud'],
    [
      'without the prefix of the client',
      bind(credential, { payload: { aud: 'verifier.example' } }),
      'kb.aud',
    ],
    ['for nobody', bind(credential, { payload: { aud: null } }), 'kb.aud'],
    // SD-11
    ['without a hash', bind(credential, { payload: { sd_hash: null } }), 'kb.sd_hash'],
    [
      'of fewer disclosures',
      `${credential}${bind(`${credential.split('~')[0]}~`)
        .split('~')
        .at(-1)}`,
      'kb.sd_hash',
    ],
    ['of more disclosures', bind(`${credential}${two}~`).replace(`~${two}~`, '~'), 'kb.sd_hash'],
    ['of another credential', credential + bind(withKey()).split('~').at(-1), 'kb.sd_hash'],
    [
      'with another hash function',
      bind(credential, { payload: { sd_hash: digestOf(credential, 'sha512') } }),
      'kb.sd_hash',
    ],
    // SD-12
    ['an hour old', bind(credential, { payload: { iat: now - 3600 } }), 'kb.iat'],
    ['an hour ahead', bind(credential, { payload: { iat: now + 3600 } }), 'kb.iat'],
    ['a second too old', bind(credential, { payload: { iat: now - 301 } }), 'kb.iat'],
    ['without a time', bind(credential, { payload: { iat: null } }), 'kb.iat'],
    ['with a time that is text', bind(credential, { payload: { iat: String(now) } }), 'kb.iat'],
    ['with a time before 1970', bind(credential, { payload: { iat: -1 } }), 'kb.iat'],
    ['that has ended', bind(credential, { payload: { exp: now } }), 'kb.iat'],
    ['that has not begun', bind(credential, { payload: { nbf: now + 3600 } }), 'kb.iat'],
    ['of type JWT', bind(credential, { header: { typ: 'JWT' } }), 'kb.typ'],
    ['without a type', bind(credential, { header: { typ: null } }), 'kb.typ'],
    ['without an algorithm', bind(credential, { header: { alg: 'none' } }), 'kb.sig'],
    ['with a shared secret', bind(credential, { header: { alg: 'HS256' } }), 'kb.sig'],
    [
      'by a key that it brings itself',
      bind(credential, { header: { jwk: publicJwk(stranger.publicKey) }, key: stranger.privateKey }),
      'kb.sig',
    ],
    ['by the issuer', bind(credential, { key: issuer.privateKey }), 'kb.sig'],
    ['with a critical member', bind(credential, { header: { crit: ['x'], x: 1 } }), 'kb.sig'],
    ['that is no token', `${credential}abc`, 'kb.malformed'],
    ['that is the credential itself', `${credential}${credential.split('~')[0]}`, 'kb.typ'],
    [
      'with a key twice',
      credential + jws('{"typ":"kb+jwt","alg":"ES256","alg":"none"}', {}),
      'json.duplicate_key',
    ],
    [
      'whose payload is a list',
      credential + jws({ typ: 'kb+jwt', alg: 'ES256' }, [], holder.privateKey),
      'json.syntax',
    ],
  ])('%s is refused', (_, token, code) => {
    expect(answerTo(token, asked)).toBe(code)
  })

  test('is checked also when nobody asked, as far as it can be', () => {
    expect(answerTo(bind(credential, { payload: { nonce: 'x', aud: 'y', iat: 5 } }))).toBe('valid')
    expect(answerTo(bind(credential, { payload: { sd_hash: 'x' } }))).toBe('kb.sd_hash')
    expect(answerTo(bind(credential, { key: stranger.privateKey }))).toBe('kb.sig')
  })

  test('is fresh for as long as the verifier says', () => {
    const token = bind(credential, { payload: { iat: now - 30 } })
    expect(answerTo(token, { keyBinding: { ...demand, maxAgeSeconds: 30 } })).toBe('valid')
    expect(answerTo(token, { keyBinding: { ...demand, maxAgeSeconds: 29 } })).toBe('kb.iat')
    expect(answerTo(bind(credential, { payload: { iat: now + 60 } }), asked)).toBe('valid')
    expect(answerTo(bind(credential, { payload: { iat: now + 61 } }), asked)).toBe('kb.iat')
  })

  test('without audience or nonce is a mistake of the program', () => {
    const token = bind(credential)
    expect(() => answerTo(token, { keyBinding: { ...demand, nonce: '' } })).toThrow(TypeError)
    expect(() => answerTo(token, { keyBinding: { ...demand, audience: '' } })).toThrow(TypeError)
  })

  test('travels in a JSON serialisation too', () => {
    const [jwt, shown, keyBinding] = bind(credential).split('~') as [string, string, string]
    const [header, payload, signature] = jwt.split('.')
    const document = {
      payload,
      protected: header,
      signature,
      header: { disclosures: [shown], kb_jwt: keyBinding },
    }
    expect(answerTo(JSON.stringify(document), asked)).toBe('valid')
    expect(
      answerTo(JSON.stringify({ ...document, header: { disclosures: [], kb_jwt: keyBinding } }), asked),
    ).toBe('kb.sd_hash')
    expect(answerTo(JSON.stringify({ ...document, payload: encode({}) }), asked)).toBe('sig.invalid')
  })
})
