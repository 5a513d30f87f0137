import { describe, expect, test } from 'vitest'
import { presentSdJwt, sealSdJwt } from '../../proofs/index.ts'
import { parseIssuerList, sourceOfIssuerList } from '../../trust/index.ts'
import { createTrustStore, type Fetched, verifyCredential } from '../../verify/index.ts'
import { createWorld, daysAfter } from '../../verify/sealed-sample.test-support.ts'
import { asSigner, createIssuer, encode, toBytes } from '../test-issuers.test-support.ts'

const issuer = createIssuer('P-256')
const other = createIssuer('P-256')
const holder = createIssuer('P-256')
const iss = 'https://issuer.example/tenant'
const metadataUrl = 'https://issuer.example/.well-known/jwt-vc-issuer/tenant'
const at = daysAfter(1)
const now = at.getTime() / 1000

let salts = 0
const seal = (claims: object = {}, more: object = {}, signer = asSigner(issuer)) =>
  sealSdJwt(
    {
      claims: {
        vct: 'https://issuer.example/fusion-splicing',
        iss,
        iat: now - 100,
        cnf: { jwk: holder.jwk },
        given_name: 'Maja',
        family_name: 'Lindqvist Sarri',
        birthdate: '1994-05-03',
        grade: { en: 'met' },
        ...claims,
      },
      paths: [['given_name'], ['birthdate']],
      nextSalt: () => encode(String(salts++).padStart(20, 's')),
      ...more,
    },
    signer,
  )

async function verify(token: string, web: Record<string, unknown> = {}, more: object = {}) {
  const asked: string[] = []
  const list = parseIssuerList(toBytes({ issuers: [{ id: iss, name: 'Issuer' }] }))
  const report = await verifyCredential(toBytes(token), {
    at,
    trust: createTrustStore({ sources: [sourceOfIssuerList({ id: 'list', name: 'List' }, list)] }),
    fetchJson: async (url): Promise<Fetched> => {
      asked.push(url)
      return web[url] === undefined
        ? { kind: 'unreachable', reason: 'fetch.status' }
        : { kind: 'found', body: toBytes(web[url]) }
    },
    ...more,
  })
  return { report, asked, codes: report.checks.map(({ state, code }) => `${state} ${code}`) }
}

describe('an issuer that publishes its keys', () => {
  const jwks = { keys: [{ ...issuer.jwk, kid: 'one' }] }

  test('is found at its own address', async () => {
    const { report, asked } = await verify(await seal({}, { kid: 'one' }), {
      [metadataUrl]: { issuer: iss, jwks },
    })
    expect(report).toMatchObject({ verdict: 'valid', format: 'sd-jwt-vc' })
    expect(report.checks.find(({ id }) => id === 'issuer')).toMatchObject({ code: 'issuer.listed' })
    expect(asked).toEqual([metadataUrl])
    expect(report.credential).toMatchObject({
      title: { und: 'fusion-splicing' },
      holder: { name: 'Maja Lindqvist Sarri', birthDate: '1994-05-03' },
      notes: [{ label: { und: 'grade: en' }, text: { und: 'met' } }],
    })
    expect(report.holder).toEqual({ bonds: ['key', 'name', 'birth-date'], possession: 'absent' })
  })

  test('or at a second one that it names', async () => {
    const second = 'https://keys.issuer.example/jwks'
    const web = { [metadataUrl]: { issuer: iss, jwks_uri: second }, [second]: jwks }
    const { report, asked } = await verify(await seal(), web)
    expect(report.verdict).toBe('valid')
    expect(asked).toEqual([metadataUrl, second])
  })

  test.each([
    ['of another issuer', { issuer: 'https://evil.example', jwks }, 'unknown issuer.metadata_malformed'],
    [
      'with keys twice',
      { issuer: iss, jwks, jwks_uri: 'https://x.example' },
      'unknown issuer.metadata_malformed',
    ],
    [
      'that pretend to be an answer of ours',
      { ok: true, issuer: iss, jwks: { ok: true } },
      'failed key.malformed',
    ],
    ['that are none', '<html>', 'unknown issuer.metadata_malformed'],
    ['with another key', { issuer: iss, jwks: { keys: [other.jwk] } }, 'failed sig.invalid'],
    [
      'with a private key',
      { issuer: iss, jwks: { keys: [{ ...issuer.jwk, d: 'AAAA' }] } },
      'failed key.private_material',
    ],
    ['that are not there', undefined, 'unknown issuer.metadata_unreachable'],
  ])('metadata %s', async (_, metadata, code) => {
    const { codes, report } = await verify(
      await seal(),
      metadata === undefined ? {} : { [metadataUrl]: metadata },
    )
    expect(codes).toContain(code)
    expect(report.verdict).toBe(code.startsWith('failed') ? 'invalid' : 'indeterminate')
  })

  test('a key that is asked for by a name that nobody has', async () => {
    const { codes } = await verify(await seal({}, { kid: 'two' }), { [metadataUrl]: { issuer: iss, jwks } })
    expect(codes).toContain('failed key.unknown')
  })
})

describe('what is shown and what is kept back', () => {
  const web = { [metadataUrl]: { issuer: iss, jwks: { keys: [issuer.jwk] } } }

  test('hidden parts are said to be hidden', async () => {
    const shown = await presentSdJwt(await seal(), { reveal: [['given_name']] })
    const { report, codes } = await verify(shown, web)
    expect(codes[0]).toBe('passed format.sd_jwt_vc_partly')
    expect(report.checks[0]?.params).toEqual({ hidden: 1 })
    expect(report.credential?.hiddenParts).toBe(1)
    expect(report.credential?.holder).toEqual({ name: 'Maja Lindqvist Sarri' })
    expect(JSON.stringify(report)).not.toContain('1994')
  })

  test('a proof of the key for nobody in particular is only that', async () => {
    const keyBinding = { audience: 'x', nonce: 'y', issuedAt: at, signer: asSigner(holder) }
    const token = await presentSdJwt(await seal(), { reveal: 'all', keyBinding })
    const unasked = await verify(token, web)
    expect(unasked.codes).toContain('warning holder.key_unasked')
    const asked = { presentation: { audience: 'x', nonce: 'y', keyBinding: 'required' } }
    expect((await verify(token, web, asked)).codes).toContain('passed holder.key_proven')
    const otherwise = { presentation: { audience: 'x', nonce: 'z', keyBinding: 'optional' } }
    const refused = await verify(token, web, otherwise)
    expect(refused.codes).toContain('failed kb.nonce')
    expect(refused.codes).toContain('passed seal.intact')
    expect(refused.report.holder?.possession).toBe('disproved')
  })

  test('asked for in half, a proof proves nothing', async () => {
    const keyBinding = { audience: 'x', nonce: 'y', issuedAt: at, signer: asSigner(holder) }
    const token = await presentSdJwt(await seal(), { reveal: 'all', keyBinding })
    const half = { presentation: { audience: 'x', keyBinding: 'required' } }
    expect((await verify(token, web, half)).codes).toContain('failed kb.missing')
  })
})

test('an issuer by certificate needs no name of its own', async () => {
  const world = await createWorld()
  const token = await seal({ iss: undefined }, {}, world.signer)
  const trust = createTrustStore({ certificates: [world.root] })
  const { report, asked } = await verify(token, {}, { trust })
  expect(report.verdict).toBe('valid')
  expect(report.signers).toMatchObject([{ kind: 'certificate', identifier: 'NTRSE-5599990011' }])
  expect(asked).toEqual([])
  const named = await verify(await seal({}, {}, world.signer), {}, { trust })
  expect(named.codes).toContain('unknown key.unconfirmed')
})
