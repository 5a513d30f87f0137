import { beforeAll, describe, expect, test } from 'vitest'
import { asList, type JsonObject } from '../json/index.ts'
import { issueSealCertificate, signerFromPem } from '../keys/index.ts'
import { signVcJwt } from '../proofs/index.ts'
import type { CheckId, Report } from '../report/index.ts'
import { buildStatusListCredential } from '../status/index.ts'
import { createTrustStore, verifyCredential } from './index.ts'
import {
  contextOf,
  createWorld,
  daysAfter,
  listUrl,
  organisation,
  type SampleChange,
  sealedAt,
  sealSample,
  signList,
  statusIndex,
  type World,
} from './sealed-sample.test-support.ts'

let world: World
let sealed: Uint8Array
beforeAll(async () => {
  world = await createWorld()
  sealed = await sealSample(world)
})

const text = (value: string) => new TextEncoder().encode(value)
const codesOf = (report: Report, id: CheckId) =>
  report.checks.filter(check => check.id === id).map(({ state, code }) => `${state} ${code}`)
async function verifySample(
  change: SampleChange,
  context: Parameters<typeof contextOf>[1] = {},
): Promise<Report> {
  return verifyCredential(await sealSample(world, change), await contextOf(world, context))
}

test('a credential that holds gives six passed checks in their order', async () => {
  const report = await verifyCredential(sealed, await contextOf(world))
  expect(report.checks.map(({ id, state, code }) => `${id} ${state} ${code}`)).toEqual([
    'format passed format.edc',
    'seal passed seal.intact',
    'issuer passed issuer.trusted',
    'dates passed dates.in_force',
    'status passed status.in_force',
    'completeness passed completeness.full',
  ])
  expect(report.checks[2]?.params).toMatchObject({
    name: 'Fiberkraft Norr Utbildning (demo)',
    identifier: 'NTRSE-5599990011',
    country: 'SE',
    fingerprint: expect.stringMatching(/^[0-9A-F]{32}$/),
    root: 'Development root',
  })
})

describe('format', () => {
  test.each([
    ['nothing', '', 'unknown format.unknown'],
    ['a text', 'hello', 'unknown format.unknown'],
    ['some JSON', '{"hello":"world"}', 'unknown format.unknown'],
    [
      'ELM 2',
      '<?xml version="1.0"?><europassCredential xmlns="http://data.europa.eu/snb"/>',
      'unknown format.superseded',
    ],
    ['a JWS of nothing', '{"payload":"{}","signatures":[]}', 'passed format.edc'],
    ['broken JSON', '{"type":"EuropeanDigitalCredential"', 'failed json.syntax'],
    ['two types', '{"type":"EuropeanDigitalCredential","type":"x"}', 'failed json.duplicate_key'],
    ['a prototype', '{"type":"EuropeanDigitalCredential","__proto__":{}}', 'failed json.forbidden_key'],
    [
      'depth',
      `{"type":"EuropeanDigitalCredential","a":${'['.repeat(50)}${']'.repeat(50)}}`,
      'failed json.too_deep',
    ],
    ['another type', '{"type":["x"],"a":"EuropeanDigitalCredential"}', 'unknown format.not_edc'],
  ])('%s', async (_, input, expected) => {
    const report = await verifyCredential(text(input), await contextOf(world))
    expect(codesOf(report, 'format')).toEqual([expected])
    expect(report.verdict).not.toBe('valid')
  })

  test('more than 5 MiB is not even looked at', async () => {
    const report = await verifyCredential(new Uint8Array(10 * 1024 * 1024), await contextOf(world))
    expect(codesOf(report, 'format')).toEqual(['failed input.too_large'])
    expect(report.verdict).toBe('invalid')
  })

  test('a part that the format demands and that is missing is a warning', async () => {
    const report = await verifySample({ document: document => delete document.displayParameter })
    expect(codesOf(report, 'format')).toEqual(['warning format.nonconforming'])
    expect(report.checks[0]?.params).toEqual({ count: 1, first: 'displayParameter' })
    expect(report.verdict).toBe('valid')
  })

  test('an unsealed document is shown, and proves nothing', async () => {
    const { payload } = JSON.parse(new TextDecoder().decode(sealed))
    const context = await contextOf(world)
    const report = await verifyCredential(text(payload), context)
    expect(report).toMatchObject({ verdict: 'indeterminate', format: 'edc-unsealed' })
    expect(codesOf(report, 'format')).toEqual(['passed format.edc_unsealed'])
    expect(codesOf(report, 'seal')).toEqual(['unknown seal.none'])
    expect(codesOf(report, 'issuer')).toEqual(['skipped check.not_made'])
    expect(codesOf(report, 'status')).toEqual(['skipped check.not_made'])
    expect(codesOf(report, 'completeness')).toEqual(['passed completeness.full'])
    expect(report.credential?.holder.name).toBe('Maja Lindqvist Sarri')
    expect(context.fetched).toEqual([])
  })
})

describe('seal', () => {
  test('what a broken seal covers is not shown, not read on, and nothing is fetched for it', async () => {
    const envelope = JSON.parse(new TextDecoder().decode(sealed))
    const payload = envelope.payload.replaceAll('Maja', 'Mona')
    const context = await contextOf(world)
    const report = await verifyCredential(text(JSON.stringify({ ...envelope, payload })), context)
    expect(report.verdict).toBe('invalid')
    expect(codesOf(report, 'seal')).toEqual(['failed sig.invalid'])
    for (const id of ['issuer', 'dates', 'status', 'completeness'] as const) {
      expect(codesOf(report, id)).toEqual(['skipped check.not_made'])
    }
    expect(report.credential).toBeUndefined()
    expect(context.fetched).toEqual([])
  })

  test('a payload that is broken as JSON too is told so twice', async () => {
    const envelope = JSON.parse(new TextDecoder().decode(sealed))
    const broken = text(JSON.stringify({ ...envelope, payload: envelope.payload.slice(1) }))
    const report = await verifyCredential(broken, await contextOf(world))
    expect(codesOf(report, 'format')).toEqual(['failed json.syntax'])
    expect(codesOf(report, 'seal')).toEqual(['failed sig.invalid'])
  })

  test('a time stamp on other bytes is a warning', async () => {
    const envelope = JSON.parse(new TextDecoder().decode(sealed))
    const sigTst = { tstTokens: [{ val: Buffer.from('3000', 'hex').toString('base64') }] }
    const header = { etsiU: [Buffer.from(JSON.stringify({ sigTst })).toString('base64url')] }
    const signatures = [{ ...envelope.signatures[0], header }]
    const report = await verifyCredential(
      text(JSON.stringify({ ...envelope, signatures })),
      await contextOf(world),
    )
    expect(codesOf(report, 'seal')).toEqual(['warning jades.timestamp_mismatch', 'passed seal.intact'])
    expect(report.verdict).toBe('valid')
  })
})

describe('issuer', () => {
  test('nobody in trust: unknown, never invalid', async () => {
    const report = await verifyCredential(sealed, await contextOf(world, { trust: { certificates: [] } }))
    expect(report.verdict).toBe('indeterminate')
    expect(codesOf(report, 'issuer')).toEqual(['unknown issuer.unknown'])
    expect(report.credential).toBeDefined()
  })

  test('the certificate of the seal itself in trust is enough', async () => {
    const trust = { certificates: [...world.signer.certificateChain] }
    expect((await verifyCredential(sealed, await contextOf(world, { trust }))).verdict).toBe('valid')
  })

  test('whoever wears a listed name under another root is refused', async () => {
    const other = await createWorld({ organizationIdentifier: 'NTRSE-1', serial: '5ea2' })
    const input = { seal: { ...organisation, organizationIdentifier: 'NTRSE-1' } }
    const forged = await sealSample(other, { input })
    const trust = { certificates: [world.root], names: [{ name: 'Fiberkraft Norr Utbildning (demo)' }] }
    const report = await verifyCredential(forged, await contextOf(other, { trust }))
    expect(codesOf(report, 'issuer')).toEqual(['failed cert.untrusted'])
    expect(report.verdict).toBe('invalid')
  })

  test('a credential that names another issuer than its seal does, is refused', async () => {
    const input = { seal: { ...organisation, organizationIdentifier: 'NTRSE-0000000000' } }
    const report = await verifySample({ input })
    expect(codesOf(report, 'issuer')).toEqual(['failed jades.issuer_mismatch'])
    const none = await verifySample({
      document: document => delete (document.issuer as JsonObject).eIDASIdentifier,
    })
    expect(codesOf(none, 'issuer')).toEqual(['failed jades.issuer_mismatch'])
  })

  test('an expired certificate without proof of time leaves it open, trusted or not', async () => {
    const late = { at: daysAfter(370) }
    const trusted = await verifyCredential(sealed, await contextOf(world, late))
    expect(trusted.verdict).toBe('indeterminate')
    expect(codesOf(trusted, 'issuer')).toEqual(['unknown jades.no_poe'])
    const unknown = await verifyCredential(
      sealed,
      await contextOf(world, { ...late, trust: { certificates: [] } }),
    )
    expect(codesOf(unknown, 'issuer')).toEqual(['unknown issuer.unknown', 'unknown jades.no_poe'])
  })
})

describe('dates', () => {
  test.each<[string, SampleChange, number, string]>([
    [
      'valid to the last second',
      { award: { validUntil: '2026-04-18T09:45:01Z' } },
      1,
      'passed dates.in_force',
    ],
    ['over at the very moment', { award: { validUntil: '2026-04-18T09:45:00Z' } }, 1, 'failed dates.expired'],
    ['over', { award: { validUntil: '2026-04-18T09:44:59Z' } }, 1, 'failed dates.expired'],
    [
      'without an end',
      { award: { validUntil: undefined } as SampleChange['award'] & {} },
      1,
      'passed dates.unlimited',
    ],
    ['not begun', { award: { awardingDate: '2026-04-19T00:00:00Z' } }, 1, 'failed dates.not_yet_valid'],
    [
      'the end before the start',
      { award: { validUntil: '2026-04-01T00:00:00Z' } },
      1,
      'failed time.malformed',
    ],
    ['sealed after now', { signingTime: daysAfter(2) }, 1, 'failed jades.sigt'],
    ['sealed before the certificate', { signingTime: daysAfter(-2) }, 1, 'failed jades.sigt'],
    ['sealed after the certificate', { signingTime: daysAfter(366) }, 370, 'failed jades.sigt'],
  ])('%s', async (_, change, days, expected) => {
    const report = await verifySample(change, { at: daysAfter(days) })
    expect(codesOf(report, 'dates')).toEqual([expected])
  })

  test.each([
    '2026-02-30T00:00:00Z',
    '2026-04-17T00:00:00',
    '2026-04-17',
    '+10000-01-01T00:00:00Z',
    'soon',
    '7',
  ])('%s is no time', async value => {
    const report = await verifySample({ document: document => Object.assign(document, { validFrom: value }) })
    expect(codesOf(report, 'dates')).toEqual(['failed time.malformed'])
  })

  test('the earlier of two ends counts', async () => {
    const document = (content: JsonObject) =>
      Object.assign(content, { expirationDate: '2026-04-18T00:00:00Z' })
    expect(codesOf(await verifySample({ document }), 'dates')).toEqual(['failed dates.expired'])
  })
})

describe('status', () => {
  const revoked = [{ index: statusIndex, at: '2026-04-18T08:00:00Z', reason: 'misuse' as const }]
  const statusWith = async (context: Parameters<typeof contextOf>[1]) => {
    const report = await verifyCredential(sealed, await contextOf(world, context))
    return [report.verdict, ...codesOf(report, 'status')]
  }

  test('revoked is invalid; its neighbour is not', async () => {
    expect(await statusWith({ list: await signList(world.signer, { revoked }) })).toEqual([
      'invalid',
      'failed status.revoked',
    ])
    const neighbour = revoked.map(change => ({ ...change, index: statusIndex + 1 }))
    expect(await statusWith({ list: await signList(world.signer, { revoked: neighbour }) })).toEqual([
      'valid',
      'passed status.in_force',
    ])
  })

  test('revoked without a word about when and why is revoked', async () => {
    const list = buildStatusListCredential({
      url: listUrl,
      issuer: 'urn:uuid:1',
      validFrom: sealedAt,
      validUntil: daysAfter(9),
      revoked,
    })
    delete (list.credentialSubject as JsonObject).statusChanges
    expect(await statusWith({ list: await signVcJwt(list, world.signer) })).toEqual([
      'invalid',
      'failed status.revoked_unexplained',
    ])
  })

  test('what can not be found out is neither valid nor invalid', async () => {
    const stale = await signList(world.signer, { validUntil: daysAfter(1) })
    const stranger = await createWorld({ organizationIdentifier: 'NTRSE-2', serial: '5ea3' })
    const impostor = await createWorld()
    const elsewhere = await signList(world.signer, { url: `${listUrl}0` })
    const cases: [Parameters<typeof contextOf>[1], string][] = [
      [{ list: { kind: 'unreachable', reason: 'timeout' } }, 'unknown status.unreachable'],
      [{ list: stale }, 'unknown status.stale'],
      [{ list: elsewhere }, 'unknown status.unverified'],
      [{ list: '<html>' }, 'unknown status.unverified'],
      [{ list: `${await signList(world.signer)}A` }, 'unknown status.unverified'],
      [{ list: await signList(stranger.signer) }, 'unknown status.issuer_mismatch'],
      [{ list: await signList(impostor.signer) }, 'unknown status.unverified'],
    ]
    for (const [context, expected] of cases)
      expect(await statusWith(context)).toEqual(['indeterminate', expected])
  })

  test('too short, too large, another purpose', async () => {
    const { gzipSync } = await import('node:zlib')
    const listOf = (change: JsonObject) => {
      const list = buildStatusListCredential({
        url: listUrl,
        issuer: 'urn:uuid:1',
        validFrom: sealedAt,
        validUntil: daysAfter(9),
        revoked: [],
      })
      Object.assign(list.credentialSubject as JsonObject, change)
      return signVcJwt(list, world.signer)
    }
    const pack = (bytes: number) => `u${gzipSync(new Uint8Array(bytes)).toString('base64url')}`
    for (const [change, code] of [
      [{ encodedList: pack(8) }, 'status.too_short'],
      [{ encodedList: pack(64 * 1024 * 1024) }, 'status.too_large'],
      [{ statusPurpose: 'suspension' }, 'status.purpose_mismatch'],
    ] as const) {
      expect(await statusWith({ list: await listOf(change) })).toEqual(['indeterminate', `unknown ${code}`])
    }
  })

  test('a list of the same organisation under a newer seal is as good', async () => {
    const renewed = await issueSealCertificate(world.authority, { ...organisation, serial: '5ea4' })
    expect(await statusWith({ list: await signList(signerFromPem(renewed)) })).toEqual([
      'valid',
      'passed status.in_force',
    ])
  })

  test.each<[string, (document: JsonObject) => void, string]>([
    ['no entry', document => delete document.identifier, 'skipped status.none'],
    ['an index of words', document => setNotation(document, `${listUrl}#first`), 'unknown status.malformed'],
    [
      'an index with a fraction',
      document => setNotation(document, `${listUrl}#1.5`),
      'unknown status.malformed',
    ],
    ['a negative index', document => setNotation(document, `${listUrl}#-1`), 'unknown status.malformed'],
    [
      'an index in hexadecimal',
      document => setNotation(document, `${listUrl}#0x10`),
      'unknown status.malformed',
    ],
    ['an index with a blank', document => setNotation(document, `${listUrl}# 7`), 'unknown status.malformed'],
    [
      'an index of 10,000 digits',
      document => setNotation(document, `${listUrl}#${'9'.repeat(10_000)}`),
      'unknown status.malformed',
    ],
    [
      'an index beyond the list',
      document => setNotation(document, `${listUrl}#131072`),
      'unknown status.index_range',
    ],
    ['a file address', document => setNotation(document, 'file:///etc/passwd#1'), 'unknown status.malformed'],
    [
      'a foreign kind of status',
      document => Object.assign(document, { credentialStatus: { id: 'x' } }),
      'unknown status.malformed',
    ],
  ])('a credential with %s', async (_, document, expected) => {
    expect(codesOf(await verifySample({ document }), 'status')).toEqual([expected])
  })
})

function setNotation(document: JsonObject, notation: string): void {
  for (const identifier of asList(document.identifier)) Object.assign(identifier as JsonObject, { notation })
}

describe('completeness', () => {
  test('says how many of the eleven are there and which are not', async () => {
    const report = await verifySample({
      document: document => delete (document.credentialSubject as JsonObject).hasClaim,
    })
    expect(codesOf(report, 'completeness')).toEqual(['warning completeness.missing'])
    const { present, total, missing } = report.checks.at(-1)!.params!
    expect(total).toBe(11)
    expect(String(missing).split(', ')).toHaveLength(11 - Number(present))
    expect(String(missing)).toContain('learning-outcomes')
  })
})

test('content of the wrong kind in any place never makes it throw', async () => {
  const places = [
    'id',
    'issuer',
    'credentialSubject',
    'displayParameter',
    'identifier',
    'validFrom',
    'type',
    '@context',
  ]
  for (const place of places) {
    for (const value of [null, 7, 'x', [], {}, [[]], [null], { id: 7, hasClaim: [null, 3] }]) {
      const report = await verifySample({ document: document => Object.assign(document, { [place]: value }) })
      expect(report.checks.length).toBeGreaterThanOrEqual(6)
    }
  }
})

test('an unreadable anchor is an error of the caller', () => {
  expect(() => createTrustStore({ certificates: [new Uint8Array(3)] })).toThrow(
    expect.objectContaining({ code: 'cert.malformed' }),
  )
})
