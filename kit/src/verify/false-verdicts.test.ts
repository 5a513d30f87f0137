import { beforeAll, describe, expect, test } from 'vitest'
import { asList, type JsonObject } from '../json/index.ts'
import {
  createDevelopmentAuthority,
  issueSealCertificate,
  readCertificate,
  readPemCertificates,
  signerFromPem,
  validateChain,
} from '../keys/index.ts'
import { verifyVcJwt } from '../proofs/index.ts'
import { type Report, verdictOf } from '../report/index.ts'
import { verifyCredential } from './index.ts'
import {
  contextOf,
  createWorld,
  daysAfter,
  listUrl,
  organisation,
  sealedAt,
  sealSample,
  signList,
  statusIndex,
  type World,
} from './sealed-sample.test-support.ts'

// Each case is a way in which a credential could get a better or a worse verdict than it deserves.

let world: World
beforeAll(async () => {
  world = await createWorld()
})

type Context = Parameters<typeof contextOf>[1]
async function verify(document: (document: JsonObject) => void, context: Context = {}): Promise<Report> {
  return verifyCredential(await sealSample(world, { document }), await contextOf(world, context))
}
const findingsOf = (report: Report, id: string) =>
  report.checks.filter(check => check.id === id).map(({ state, code }) => `${state} ${code}`)

const scheme = 'BitstringStatusListEntry'
const pointer = (index: number, more: JsonObject = {}): JsonObject => ({
  id: `urn:x-test:${index}`,
  type: 'Identifier',
  notation: `${listUrl}#${index}`,
  schemeName: scheme,
  ...more,
})
const revokedAt = (index: number) =>
  signList(world.signer, { revoked: [{ index, at: '2026-04-18T08:00:00Z', reason: 'misuse' }] })

describe('a revocation is not overlooked', () => {
  const hidden: [string, (document: JsonObject) => void][] = [
    ['the second of two', document => Object.assign(document, { identifier: [pointer(7), pointer(9)] })],
    [
      'the same id twice',
      document => Object.assign(document, { identifier: [pointer(7), pointer(9, { id: 'urn:x-test:7' })] }),
    ],
    [
      'a reference to a node elsewhere',
      document => {
        Object.assign(document, { identifier: 'urn:x-test:9' })
        const subject = document.credentialSubject as JsonObject
        Object.assign(subject, { identifier: pointer(9) })
      },
    ],
    [
      'a list of scheme names',
      document => Object.assign(document, { identifier: pointer(9, { schemeName: [scheme] }) }),
    ],
    [
      'a value object as scheme name',
      document => Object.assign(document, { identifier: pointer(9, { schemeName: { '@value': scheme } }) }),
    ],
    [
      'two notations in one',
      document =>
        Object.assign(document, { identifier: pointer(7, { notation: [`${listUrl}#7`, `${listUrl}#9`] }) }),
    ],
  ]
  test.each(hidden)('%s', async (_, document) => {
    const report = await verify(document, { list: await revokedAt(9) })
    expect(findingsOf(report, 'status')).toEqual(['failed status.revoked'])
    expect(report.verdict).toBe('invalid')
  })

  test('a fifth pointer makes it unclear, never clear', async () => {
    const identifier = [1, 2, 3, 4, 9].map(index => pointer(index))
    const report = await verify(document => Object.assign(document, { identifier }), {
      list: await revokedAt(9),
    })
    expect(report.verdict).toBe('indeterminate')
    expect(findingsOf(report, 'status')).toEqual(['unknown status.malformed'])
  })

  test('a pointer without an address is unclear', async () => {
    const { notation: _, ...bare } = pointer(9)
    const report = await verify(document => Object.assign(document, { identifier: bare }))
    expect(findingsOf(report, 'status')).toEqual(['unknown status.malformed'])
  })

  test('one that can not be read does not hide one that is revoked', async () => {
    const identifier = [pointer(7, { notation: 'nowhere' }), pointer(9)]
    const report = await verify(document => Object.assign(document, { identifier }), {
      list: await revokedAt(9),
    })
    expect(findingsOf(report, 'status')).toEqual(['failed status.revoked'])
  })

  test('what stands elsewhere in the document is no pointer of the credential', async () => {
    const report = await verify(
      document => Object.assign(document.credentialSubject as JsonObject, { identifier: pointer(9) }),
      { list: await revokedAt(9) },
    )
    expect(report.verdict).toBe('valid')
  })

  test('a list under a certificate that may sign no data is not believed', async () => {
    const { certificate: certificateChain, privateKey } = world.authority
    const list = await signList(signerFromPem({ certificateChain, privateKey }))
    expect(verifyVcJwt(list)).toEqual({ ok: false, code: 'jades.not_a_seal' })
  })
})

describe('what is shown is what is checked', () => {
  test('an end that is said of the credential in another place counts', async () => {
    const report = await verify(document => {
      delete document.validUntil
      delete document.expirationDate
      const again = {
        id: document.id!,
        type: 'EuropeanDigitalCredential',
        validUntil: '2026-04-17T12:00:00Z',
      }
      Object.assign(document.credentialSubject as JsonObject, { memberOf: again })
    })
    expect(report.credential?.validUntil).toBe('2026-04-17T12:00:00Z')
    expect(findingsOf(report, 'dates')).toEqual(['failed dates.expired'])
  })

  test('an issuer with two identifiers is not the one of the seal', async () => {
    const other = { id: 'urn:x-test:id', type: 'LegalIdentifier', notation: 'NTRSE-0000000000' }
    for (const spoil of [
      (issuer: JsonObject) =>
        Object.assign(issuer, { eIDASIdentifier: [...asList(issuer.eIDASIdentifier), other] }),
      (issuer: JsonObject, document: JsonObject) => {
        const subject = document.credentialSubject as JsonObject
        Object.assign(subject, { memberOf: { id: issuer.id!, type: 'Organisation', eIDASIdentifier: other } })
        // First place counts: the subject now stands before the issuer.
        delete document.issuer
        document.issuer = issuer
      },
    ]) {
      const report = await verify(document => {
        spoil(document.issuer as JsonObject, document)
      })
      expect(findingsOf(report, 'issuer')).toEqual(['failed jades.issuer_mismatch'])
    }
  })

  test('an issuer that is written as a reference is the one of the seal', async () => {
    const report = await verify(document => {
      const issuer = document.issuer as JsonObject
      Object.assign(document.credentialSubject as JsonObject, { memberOf: issuer })
      document.issuer = issuer.id!
    })
    expect(findingsOf(report, 'issuer')).toEqual(['passed issuer.trusted'])
  })

  test('a credential inside a credential is not shown in its place', async () => {
    const report = await verify(document => {
      const inner: JsonObject = { ...structuredClone(document), id: 'urn:x-test:inner' }
      ;(inner.credentialSubject as JsonObject).fullName = { sv: ['Någon Annan'] }
      ;(inner.credentialSubject as JsonObject).id = 'urn:x-test:another'
      document.credential = inner
      delete document.credentialSubject
    })
    expect(report.credential?.holder.name).toBe('')
  })

  test('without a start of its own it begins with its issuance', async () => {
    const report = await verify(document => {
      delete document.validFrom
      document.issuanceDate = '2026-05-01T00:00:00Z'
    })
    expect(findingsOf(report, 'dates')).toEqual(['failed dates.not_yet_valid'])
  })
})

describe('a chain is judged by its best path', () => {
  const certificateOf = (pem: string) => readCertificate(readPemCertificates(pem)[0]!)
  const at = daysAfter(1)

  test('an ended certificate of the same authority does not stand in the way', async () => {
    const leaf = readCertificate(world.signer.certificateChain[0]!)
    const root = readCertificate(world.root)
    const ended = { ...root, sha256: 'ended', notAfter: sealedAt }
    const made = { ...root, sha256: 'no authority', isAuthority: false }
    for (const beside of [ended, made]) {
      const result = validateChain({ leaf, intermediates: [], anchors: [beside, root], at })
      expect(result.state).toBe('trusted')
    }
    expect(validateChain({ leaf, intermediates: [], anchors: [ended], at }).state).toBe('expired')
  })

  test('a critical extension that is not understood leaves it open', () => {
    const leaf = readCertificate(world.signer.certificateChain[0]!)
    const root = readCertificate(world.root)
    const strange = { unknownCritical: ['2.5.29.30'] }
    const check = (l: typeof leaf, anchor: typeof leaf) =>
      validateChain({ leaf: l, intermediates: [], anchors: [anchor], at }).state
    expect(check(leaf, { ...root, ...strange })).toBe('unknown')
    expect(check({ ...leaf, ...strange }, root)).toBe('unknown')
    expect(check({ ...leaf, ...strange }, { ...leaf, ...strange })).toBe('trusted')
  })

  test('the same name and a key of its own is no path', async () => {
    const twin = await createDevelopmentAuthority({
      commonName: 'Development root',
      now: daysAfter(-2),
      days: 3650,
      serial: '01',
    })
    const forged = certificateOf((await issueSealCertificate(twin, organisation)).certificateChain)
    const anchors = [readCertificate(world.root)]
    const result = validateChain({
      leaf: forged,
      intermediates: [certificateOf(twin.certificate)],
      anchors,
      at,
    })
    expect(result.state).toBe('unknown')
  })
})

test('a credential of the sample itself is valid, so that the cases above mean something', async () => {
  const report = await verify(document => {
    expect(asList(document.identifier).map(node => (node as JsonObject).notation)).toContain(
      `${listUrl}#${statusIndex}`,
    )
  })
  expect(verdictOf(report.checks)).toBe('valid')
})
