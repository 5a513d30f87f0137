import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { jwkThumbprint, keyThumbprint } from './jwk-thumbprint.ts'
import { parseIssuerList } from './parse-issuer-list.ts'
import { createAuthority, type TestAuthority } from './signed-list.test-support.ts'

let authority: TestAuthority
beforeAll(async () => {
  authority = await createAuthority('List CA')
})

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwk = key.publicKey.export({ format: 'jwk' })
const parse = (list: unknown) => parseIssuerList(Buffer.from(JSON.stringify(list)))
const issuer = (rest: object) => ({ issuers: [{ id: 'https://a.example', name: 'A', ...rest }] })

describe('parseIssuerList', () => {
  test('everything that an entry can have', () => {
    const certificates = authority.certificate + authority.certificate
    const list = parse({
      name: 'Providers',
      issued: '2026-11-01',
      nextUpdate: '2026-12-01T00:00:00+01:00',
      contact: 'passed over',
      ...issuer({
        name: { en: 'A', sv: 'Å' },
        jwks: { keys: [jwk, { ...jwk, use: 'enc' }] },
        dids: ['did:web:a.example'],
        certificates,
      }),
    })
    expect(list).toMatchObject({
      name: 'Providers',
      issued: new Date('2026-11-01T00:00:00Z'),
      nextUpdate: new Date('2026-11-30T23:00:00Z'),
    })
    expect(list.issuers).toMatchObject([
      {
        names: ['A', 'Å'],
        ids: ['https://a.example', 'did:web:a.example'],
        jwkThumbprints: [keyThumbprint(key.publicKey)],
      },
    ])
    expect(list.issuers[0]!.certificates).toHaveLength(2)
    expect(
      parse(issuer({ jwks: [jwk], certificates: [authority.certificate] })).issuers[0]!.certificates,
    ).toHaveLength(1)
    expect(parse({ issuers: [] }).issuers).toEqual([])
  })

  test.each<[string, unknown, string, string]>([
    ['no object', [], 'list.malformed', 'the list'],
    ['no issuers', {}, 'list.malformed', 'issuers'],
    ['issuers that are none', { issuers: ['A'] }, 'list.malformed', 'issuers[0]'],
    ['no id', { issuers: [{ name: 'A' }] }, 'list.malformed', 'issuers[0].id'],
    ['an empty name', issuer({ name: ' ' }), 'list.malformed', 'issuers[0].name'],
    ['a name in no language', issuer({ name: {} }), 'list.malformed', 'issuers[0].name'],
    ['a DID that is none', issuer({ dids: ['web:a.example'] }), 'list.malformed', 'issuers[0].dids[0]'],
    ['DIDs that are no array', issuer({ dids: 'did:web:a' }), 'list.malformed', 'issuers[0].dids'],
    ['keys without keys', issuer({ jwks: {} }), 'list.malformed', 'issuers[0].jwks.keys'],
    ['a key of no kind', issuer({ jwks: [{ kty: 'constructor' }] }), 'list.malformed', 'issuers[0].jwks[0]'],
    [
      'a key with a part missing',
      issuer({ jwks: [{ kty: 'EC', crv: 'P-256', x: 'AA' }] }),
      'list.malformed',
      'issuers[0].jwks[0]',
    ],
    [
      'a certificate that is none',
      issuer({ certificates: ['MIIB'] }),
      'cert.malformed',
      'issuers[0].certificates[0]',
    ],
    ['a date that is none', { issuers: [], nextUpdate: '2026-02-30' }, 'list.malformed', 'nextUpdate'],
  ])('%s', (_, list, code, place) => {
    expect(() => parse(list)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(place) }),
    )
  })

  test('a private key is refused, and its value is in no message', () => {
    const secret = key.privateKey.export({ format: 'jwk' })
    try {
      parse(issuer({ jwks: [jwk, secret] }))
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'key.private_material' })
      expect(String(error)).toContain('issuers[0].jwks[1]')
      expect(String(error)).not.toContain(secret.d)
    }
  })

  test('the strict rules of JSON', () => {
    const bytes = (text: string) => () => parseIssuerList(Buffer.from(text))
    expect(bytes('{"issuers":[],"issuers":[]}')).toThrow(
      expect.objectContaining({ code: 'json.duplicate_key' }),
    )
    expect(bytes('{"issuers":[],"__proto__":{}}')).toThrow(
      expect.objectContaining({ code: 'json.forbidden_key' }),
    )
    expect(bytes('{"issuers":[')).toThrow(expect.objectContaining({ code: 'json.syntax' }))
  })
})

// RFC 7638 §3.1, RFC 8037 appendix A.3
test('thumbprints are those of the RFCs', () => {
  const n =
    '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw'
  expect(jwkThumbprint({ kty: 'RSA', n, e: 'AQAB', alg: 'RS256', kid: '2011-04-29' })).toBe(
    'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  )
  const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
  expect(jwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x })).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
})
