import { beforeAll, describe, expect, test } from 'vitest'
import type { Certificate } from '../keys/index.ts'
import { foldName } from './fold-name.ts'
import { parseIssuerList } from './parse-issuer-list.ts'
import {
  createAuthority,
  day,
  grantedStatus,
  issueSeal,
  now,
  signXml,
  type TestAuthority,
  withdrawnStatus,
  writeList,
} from './signed-list.test-support.ts'
import { sourceOfCertificates, sourceOfIssuerList, sourceOfTrustedList } from './sources-of.ts'
import type { TrustSource } from './trust-source.ts'
import { createTrustSources } from './trust-sources.ts'
import { readTrustedList } from './trusted-list/read-trusted-list.ts'

let authority: TestAuthority
let state: TestAuthority
let seal: Certificate
let plainSeal: Certificate
const told = { id: 'test', name: 'Test list' }

beforeAll(async () => {
  authority = await createAuthority('Example Seal CA')
  state = await createAuthority('State')
  seal = await issueSeal(authority, { organisation: 'Fiberkraft Norr' })
  plainSeal = await issueSeal(authority, { organisation: 'Fiberkraft Norr', isQualified: false })
})

const ask = (sources: readonly TrustSource[], certificate: Certificate, at = now) =>
  createTrustSources(sources).findIssuer({ certificateChain: [certificate], at })
const listOf = (issuer: object, rest: object = {}) =>
  sourceOfIssuerList(
    told,
    parseIssuerList(
      Buffer.from(
        JSON.stringify({ issuers: [{ id: 'NTRSE-1', name: 'Fiberkraft Norr', ...issuer }], ...rest }),
      ),
    ),
  )

function trustedList(nextUpdate = '2027-03-31T10:00:00Z'): TrustSource {
  const xml = writeList({
    territory: 'SE',
    nextUpdate,
    services: [
      {
        provider: 'Example Trust AB',
        name: 'Seals G1',
        certificate: authority.read,
        periods: [
          { from: '2025-06-01', status: grantedStatus },
          { from: '2025-03-01', status: withdrawnStatus },
          { from: '2022-06-01', status: grantedStatus },
        ],
      },
    ],
  })
  const list = readTrustedList(signXml(xml, state), [state.read])
  return sourceOfTrustedList(told, { name: 'SE', list, nextUpdate: list.nextUpdate! })
}

describe('a chain', () => {
  test('is known by a root, a seal, a listed seal, a trusted list; each says under which name', () => {
    const names = [
      sourceOfCertificates(told, [authority.read]),
      sourceOfCertificates(told, [seal]),
      listOf({ name: 'Fiberkraft (listed)', certificates: pem(seal) }),
      trustedList(),
    ].map(source => ask([source], seal))
    expect(names).toMatchObject([
      { state: 'known', listedName: 'Example Seal CA' },
      { state: 'known', listedName: 'Fiberkraft Norr' },
      { state: 'known', listedName: 'Fiberkraft (listed)' },
      {
        state: 'known',
        listedName: 'Example Trust AB: Seals G1',
        source: { kind: 'trusted-list', state: 'loaded' },
      },
    ])
    expect(ask([], seal)).toEqual({ state: 'unknown' })
  })

  test('of a trusted list counts while the service was granted', () => {
    const states = ['2025-02-28', '2025-03-01', '2025-05-31', '2025-06-01'].map(
      at => ask([trustedList()], seal, day(at)).state,
    )
    expect(states).toEqual(['known', 'withdrawn', 'withdrawn', 'known'])
  })

  test('of a trusted list must be a qualified seal, and the service itself is none', () => {
    expect(ask([trustedList()], plainSeal)).toEqual({ state: 'unknown' })
    expect(ask([trustedList()], authority.read)).toEqual({ state: 'unknown' })
  })

  test('an authority on an issuer’s entry speaks for that issuer alone', async () => {
    const other = await issueSeal(authority, {
      organisation: 'Somebody else',
      organizationIdentifier: 'NTRSE-2',
    })
    const source = listOf({ certificates: pem(authority.read) })
    expect(ask([source], seal).state).toBe('known')
    expect(ask([source], other)).toEqual({ state: 'unknown' })
    expect(ask([listOf({ id: 'NTRSE-2', certificates: pem(authority.read) })], other).state).toBe('known')
  })

  test('a list that is past its end doesn’t make an issuer known; a current one beside it does', () => {
    const stale = listOf({ certificates: pem(seal) }, { nextUpdate: '2026-11-20' })
    expect(ask([stale], seal)).toMatchObject({ state: 'stale', source: { state: 'stale' } })
    expect(ask([stale, trustedList()], seal)).toMatchObject({
      state: 'known',
      source: { kind: 'trusted-list' },
    })
    expect(ask([trustedList('2026-11-21T11:59:59Z')], seal).state).toBe('stale')
    expect(ask([trustedList('2026-11-21T12:00:00Z')], seal).state).toBe('known')
  })

  test('an ended certificate, a not yet begun one, too many of them', () => {
    const roots = [sourceOfCertificates(told, [authority.read])]
    expect(ask(roots, seal, day('2029-06-01'))).toMatchObject({
      state: 'expired',
      listedName: 'Example Seal CA',
    })
    expect(ask(roots, seal, day('2024-06-01'))).toEqual({ state: 'broken', code: 'cert.not_yet_valid' })
    const many = Array.from({ length: 18 }, () => seal) as [Certificate, ...Certificate[]]
    expect(createTrustSources([]).findIssuer({ certificateChain: many, at: now })).toEqual({
      state: 'broken',
      code: 'cert.too_many',
    })
  })
})

describe('a key or an address', () => {
  const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
  const source = () =>
    listOf({
      id: 'https://Skills.example',
      dids: ['did:web:skills.example', 'did:web:host.example:uni', 'did:key:z6Mk'],
      jwks: [{ kty: 'OKP', crv: 'Ed25519', x }],
    })
  test.each<[object, string]>([
    [{ did: 'did:web:skills.example' }, 'known'],
    [{ did: 'did:web:host.example:uni' }, 'known'],
    [{ did: 'did:web:skills.example.evil' }, 'unknown'],
    [{ did: 'did:key:z6Mk' }, 'known'],
    [{ url: 'https://Skills.example' }, 'known'],
    [{ url: 'https://skills.example/evil' }, 'unknown'],
    [{ jwkThumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' }, 'known'],
    [{ jwkThumbprint: '__proto__' }, 'unknown'],
    [{ domain: 'skills.example' }, 'known'],
    [{ domain: 'SKILLS.example' }, 'known'],
    [{ domain: 'host.example' }, 'unknown'],
  ])('%o is %s', (query, expected) => {
    const found = createTrustSources([source()]).findIssuer({ at: now, ...query } as never)
    expect(found.state).toBe(expected)
    if (expected === 'known') expect(found).toMatchObject({ listedName: 'Fiberkraft Norr' })
  })
})

describe('namesakes', () => {
  const find = (name: string, organizationIdentifier?: string) =>
    createTrustSources([listOf({ name: 'Fiberkraft Norr “AB”' }), trustedList()]).findNamesake({
      names: [undefined, name],
      organizationIdentifier,
      at: now,
    })

  test.each([
    'Fiberkraft Norr “AB”',
    'FIBERKRAFT NORR AB',
    'Fiberkraft\u00a0Norr "AB"',
    'Fiber-kraft Norr AB',
    'Fiber\u00adkraft\u200b Norr A\u2060B',
    'Ｆｉｂｅｒｋｒａｆｔ Norr AB',
    'Fiberkraft Nоrr АВ',
    'Fiberkraft‐Norr ‹AB›',
  ])('%s is the listed one to a reader', name => {
    expect(find(name)).toMatchObject({ listedName: 'Fiberkraft Norr “AB”', source: { name: 'Test list' } })
  })

  test.each(['Fiberkraft Syd AB', 'Fiberkraft', '', '“”', 'Example Trust AB'])('%s is not', name => {
    expect(find(name)).toBeUndefined()
  })

  test('by identifier', () => {
    expect(find('Another name', 'ntrse-1')).toMatchObject({ listedName: 'Fiberkraft Norr “AB”' })
    expect(find('Another name', 'NTRSE-2')).toBeUndefined()
  })

  test('accents make another name', () => {
    expect(foldName('Malmö')).not.toBe(foldName('Malmo'))
    expect(foldName('Mo\u0308rk')).toBe(foldName('Mörk'))
    expect(foldName('STRAẞE')).toBe(foldName('strasse'))
  })
})

test('sources say their state: loaded, past their end, not loaded', () => {
  const failed: TrustSource = { ...told, kind: 'trusted-list', issuers: [], failure: 'list.altered' }
  const sources = createTrustSources([listOf({}), listOf({}, { nextUpdate: '2026-01-01' }), failed])
  expect(sources.summarise(now)).toMatchObject([
    { state: 'loaded', issuers: 1 },
    { state: 'stale', issuers: 1 },
    { state: 'could-not-load', issuers: 0, failure: 'list.altered' },
  ])
})

function pem(certificate: Certificate): string {
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.der).toString('base64')}\n-----END CERTIFICATE-----`
}

describe('keys that a list gives', () => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', kid: 'one' }
  const id = 'https://fiberkraft.example'
  const sources = createTrustSources([
    listOf({ id, dids: ['did:web:fiberkraft.example'], jwks: { keys: [jwk] } }),
    listOf({ id: 'https://other.example', name: 'Other' }),
  ])

  test('are found under the issuer that has them', () => {
    expect(sources.findKeys(id)).toMatchObject([{ kid: 'one', algorithm: 'EdDSA' }])
    expect(sources.findKeys('did:web:fiberkraft.example')).toHaveLength(1)
    expect(sources.findKeys('https://other.example')).toBeUndefined()
    expect(sources.findKeys('https://stranger.example')).toBeUndefined()
  })

  test('are that issuer’s and nobody else’s', () => {
    const jwkThumbprint = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'
    expect(sources.givesKey(id, { did: 'did:key:z6Mk', jwkThumbprint })).toBe(true)
    expect(sources.givesKey(id, { did: 'did:web:fiberkraft.example' })).toBe(true)
    expect(sources.givesKey(id, { did: id })).toBe(false)
    expect(sources.givesKey('https://other.example', { did: 'did:key:z6Mk', jwkThumbprint })).toBe(false)
  })

  test('whoever is listed under an id has its name by right', () => {
    const claim = { names: ['Fiberkraft  norr'], at: now }
    expect(sources.findNamesake(claim)?.listedName).toBe('Fiberkraft Norr')
    expect(sources.findNamesake({ ...claim, id })).toBeUndefined()
    expect(sources.findNamesake({ ...claim, id: 'https://other.example' })).toBeDefined()
  })
})
