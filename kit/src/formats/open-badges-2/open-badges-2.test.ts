import { describe, expect, test } from 'vitest'
import { parseIssuerList, sourceOfIssuerList } from '../../trust/index.ts'
import { createTrustStore, type Fetched, verifyCredential } from '../../verify/index.ts'
import { createIssuer, signJws, toBytes } from '../test-issuers.test-support.ts'

const issuer = createIssuer('P-256')
const stranger = createIssuer('P-256')
const issuerUrl = 'https://issuer.example'
const hostedUrl = `${issuerUrl}/assertions/1`

const badge = {
  type: 'BadgeClass',
  id: `${issuerUrl}/badges/1`,
  name: 'Fusion splicing',
  description: 'Splices fibre',
  criteria: { narrative: 'Ten splices' },
  issuer: { type: 'Issuer', id: issuerUrl, name: 'Fiberkraft' },
}
const assertion = (more: object = {}) => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: hostedUrl,
  recipient: { type: 'email', hashed: true, identity: 'sha256$abc' },
  issuedOn: '2026-01-01T00:00:00Z',
  badge,
  verification: { type: 'HostedBadge' },
  ...more,
})
const list = sourceOfIssuerList(
  { id: 'list', name: 'List' },
  parseIssuerList(toBytes({ issuers: [{ id: issuerUrl, name: 'Fiberkraft', jwks: [issuer.jwk] }] })),
)

async function verify(document: unknown, page?: unknown, isListed = true) {
  const asked: string[] = []
  const report = await verifyCredential(toBytes(document), {
    at: new Date('2026-06-01T00:00:00Z'),
    trust: createTrustStore(isListed ? { sources: [list] } : {}),
    fetchJson: async (url): Promise<Fetched> => {
      asked.push(url)
      return page === undefined
        ? { kind: 'unreachable', reason: 'fetch.status' }
        : { kind: 'found', body: toBytes(page) }
    },
  })
  const codes = report.checks.map(({ state, code }) => `${state} ${code}`)
  return { report, codes, asked }
}

describe('hosted', () => {
  test.each([
    ['says the same', assertion(), 'unknown badge.host_agrees', 'indeterminate'],
    [
      'says something else',
      assertion({ issuedOn: '2025-01-01T00:00:00Z' }),
      'failed badge.host_differs',
      'invalid',
    ],
    ['has taken it back', assertion({ revoked: true }), 'failed badge.host_revoked', 'invalid'],
    ['is a page', '<html>', 'unknown badge.host_unreachable', 'indeterminate'],
    ['does not answer', undefined, 'unknown badge.host_unreachable', 'indeterminate'],
  ])('its host %s: never valid', async (_, page, code, verdict) => {
    const { report, codes, asked } = await verify(assertion(), page)
    expect(report).toMatchObject({ verdict, format: 'open-badges-2' })
    expect(codes).toContain(code)
    expect(asked).toEqual([hostedUrl])
  })

  test('is recognised as an old format and shown as what it claims', async () => {
    const { report, codes } = await verify(assertion(), assertion())
    expect(codes[0]).toBe('unknown format.open_badges_2')
    expect(report.credential).toMatchObject({
      title: { und: 'Fusion splicing' },
      issuedBy: { name: { und: 'Fiberkraft' } },
    })
    expect(report.holder).toEqual({ bonds: ['email-hash'], possession: 'absent' })
  })

  test('without an address of its own nobody is asked', async () => {
    const { codes, asked } = await verify(assertion({ id: 'urn:uuid:1' }))
    expect(codes).toContain('unknown badge.not_hosted')
    expect(asked).toEqual([])
  })
})

describe('signed', () => {
  const signed = (by = issuer, payload: object = assertion({ verification: { type: 'SignedBadge' } })) =>
    signJws({ alg: 'ES256', typ: 'JWT' }, payload, by.privateKey)

  test('with a key that a list gives to the issuer: as good as any', async () => {
    const { report, asked } = await verify(signed())
    expect(report).toMatchObject({ verdict: 'valid', format: 'open-badges-2' })
    expect(report.checks.find(({ id }) => id === 'issuer')).toMatchObject({ code: 'issuer.listed' })
    expect(asked).toEqual([])
  })

  test('with another key: refused, and not shown', async () => {
    const { report, codes } = await verify(signed(stranger))
    expect(report.verdict).toBe('invalid')
    expect(codes).toContain('failed sig.invalid')
    expect(report.credential).toBeUndefined()
  })

  test.each([
    ['by an issuer on no list', assertion(), false],
    ['with a badge that stands elsewhere', assertion({ badge: badge.id }), true],
  ])('%s: could not be told', async (_, payload, isListed) => {
    const { report, codes } = await verify(signed(issuer, payload), undefined, isListed)
    expect(report.verdict).toBe('indeterminate')
    expect(codes).toContain('unknown key.unknown')
  })
})
