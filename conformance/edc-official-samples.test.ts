import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  createDevelopmentAuthority,
  issueSealCertificate,
  readPemCertificates,
} from '../kit/src/keys/index.ts'
import type { Check, Report } from '../kit/src/report/index.ts'
import { createTrustStore, verifyCredential } from '../kit/src/verify/index.ts'

/** The Commission's own sealed samples: the proof that we read what others write. */
const shared = process.env.MERITUM_SHARED ?? join(import.meta.dirname, '../../shared')
const folder = join(shared, 'data/elm/samples/official')
const present = existsSync(folder)
if (!present) console.warn(`SKIPPED: the official samples are not at ${folder}; set MERITUM_SHARED`)

interface Envelope {
  payload: string
  signatures: { protected: string; header: { etsiU: string[] }; signature: string }[]
}
const decode = (text: string) => JSON.parse(Buffer.from(text, 'base64url').toString())
const files = present ? readdirSync(folder).filter(name => name.endsWith('.jsonld')) : []
const samples = files
  .map(name => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))
  .filter(({ bytes }) => Object.hasOwn(JSON.parse(Buffer.from(bytes).toString()), 'signatures'))
  .map(sample => {
    const envelope: Envelope = JSON.parse(Buffer.from(sample.bytes).toString())
    const header = decode(envelope.signatures[0]!.protected)
    const dayAfter = new Date(Date.parse(header.sigT) + 86_400_000)
    return { ...sample, envelope, dayAfter, seal: new Uint8Array(Buffer.from(header.x5c[0], 'base64')) }
  })

const resolveStatusList = async (): Promise<never> => {
  throw new Error('nothing may be fetched for these samples')
}
function verifyAt(bytes: Uint8Array, at: Date, certificates: Uint8Array[] = []): Promise<Report> {
  return verifyCredential(bytes, { at, trust: createTrustStore({ certificates }), resolveStatusList })
}
const codesOf = (report: Report, state: Check['state']) =>
  report.checks.filter(check => check.state === state).map(({ id, code }) => `${id} ${code}`)
const bytesOf = (envelope: unknown) => new TextEncoder().encode(JSON.stringify(envelope))

/** The authority that issued the seal: among the certificates that a long-term seal stores beside itself. */
function issuerOf({ envelope }: { envelope: Envelope }): Uint8Array {
  const values = envelope.signatures[0]!.header.etsiU.map(decode).flatMap(component => component.xVals ?? [])
  const ders = values.map(({ x509Cert }) => Buffer.from(x509Cert.val, 'base64'))
  return new Uint8Array(ders.find(der => der.includes('ANF Global Root CA'))!)
}

describe.skipIf(!present)('official sealed samples', () => {
  test('are all here', () => {
    expect(samples.map(({ name }) => name)).toEqual([
      'Sample-CertOfPart-signed.jsonld',
      'Sample-MC-Annex1-signed.jsonld',
    ])
  })

  describe.each(samples)('$name', sample => {
    const { bytes, dayAfter, seal, envelope } = sample
    const today = new Date('2026-11-21T12:00:00Z')

    test('today: intact and shown, but expired and of an unknown issuer', async () => {
      const report = await verifyAt(bytes, today)
      expect(report.verdict).toBe('indeterminate')
      expect(report.format).toBe('edc')
      expect(codesOf(report, 'failed')).toEqual([])
      expect(codesOf(report, 'unknown')).toEqual(['issuer issuer.unknown', 'issuer jades.no_poe'])
      expect(codesOf(report, 'passed')).toContain('seal seal.intact')
      expect(report.credential?.title.en).toMatch(/\w{3}/)
      expect(report.credential?.holder.name).toMatch(/\w{2}/)
      const who = report.checks.find(({ id }) => id === 'issuer')?.params
      expect(who).toMatchObject({ name: 'ORGANIZACION TEST', identifier: 'VATES-A00000000' })
    })

    test('today with trust: only the proof of time is missing', async () => {
      const report = await verifyAt(bytes, today, [seal])
      expect(report.verdict).toBe('indeterminate')
      expect(codesOf(report, 'unknown')).toEqual(['issuer jades.no_poe'])
    })

    test('on the day after sealing: only the root is left to trust', async () => {
      const report = await verifyAt(bytes, dayAfter)
      expect(report.verdict).toBe('indeterminate')
      expect(codesOf(report, 'unknown')).toEqual(['issuer issuer.unknown'])
      expect(codesOf(report, 'failed')).toEqual([])
    })

    test.each([
      ['the certificate of the seal', seal],
      ['its authority', issuerOf(sample)],
    ])('with %s in trust: valid', async (_, certificate) => {
      const report = await verifyAt(bytes, dayAfter, [certificate])
      expect(report.verdict).toBe('valid')
      expect(codesOf(report, 'passed')).toContain('issuer issuer.trusted')
    })

    test('before it was sealed: invalid', async () => {
      const report = await verifyAt(bytes, new Date('2023-06-01T00:00:00Z'), [seal])
      expect(report.verdict).toBe('invalid')
      expect(codesOf(report, 'failed')).toContain('dates jades.sigt')
    })

    test('one flipped byte anywhere in the payload: invalid, and nothing is shown', async () => {
      const start = Buffer.from(bytes).indexOf('"payload":"') + '"payload":"'.length
      const end = Buffer.from(bytes).indexOf('","signatures"')
      const step = Math.floor((end - start) / 300)
      for (let position = start, bit = 0; position < end; position += step, bit = (bit + 1) % 8) {
        const flipped = bytes.slice()
        flipped[position]! ^= 1 << bit
        const report = await verifyAt(flipped, dayAfter, [seal])
        expect({ position, verdict: report.verdict }).toEqual({ position, verdict: 'invalid' })
        expect(report.credential).toBeUndefined()
      }
    })

    test('one changed character anywhere in header or signature: never valid', async () => {
      const [entry] = envelope.signatures
      for (const member of ['protected', 'signature'] as const) {
        const text = entry![member]
        for (let position = 0; position < text.length; position += Math.ceil(text.length / 100)) {
          const other = text[position] === 'A' ? 'B' : 'A'
          const changed = text.slice(0, position) + other + text.slice(position + 1)
          const report = await verifyAt(
            bytesOf({ ...envelope, signatures: [{ ...entry, [member]: changed }] }),
            dayAfter,
            [seal],
          )
          expect({ member, position, verdict: report.verdict }).toEqual({
            member,
            position,
            verdict: 'invalid',
          })
        }
      }
    })

    test('with another certificate: invalid', async () => {
      const authority = await createDevelopmentAuthority({
        commonName: 'CA',
        now: dayAfter,
        days: 9,
        serial: '01',
      })
      const other = await issueSealCertificate(authority, {
        organisationName: 'ORGANIZACION TEST',
        commonName: 'TEST SEAL',
        organizationIdentifier: 'VATES-A00000000',
        country: 'ES',
        now: dayAfter,
        days: 9,
        serial: '02',
      })
      const [der] = readPemCertificates(other.certificateChain)
      const header = decode(envelope.signatures[0]!.protected)
      const x5c = [Buffer.from(der!).toString('base64')]
      const changed = Buffer.from(JSON.stringify({ ...header, x5c })).toString('base64url')
      const signatures = [{ ...envelope.signatures[0], protected: changed }]
      const report = await verifyAt(bytesOf({ ...envelope, signatures }), dayAfter, [seal])
      expect(report.verdict).toBe('invalid')
      expect(codesOf(report, 'failed')).toEqual(['seal jades.cert_mismatch'])
    })
  })

  const unsealed = files.filter(name => !samples.some(sample => sample.name === name))
  const now = new Date('2026-11-21T12:00:00Z')

  test.each(unsealed)('%s has no seal: content shown, nothing proved', async name => {
    const report = await verifyAt(new Uint8Array(readFileSync(join(folder, name))), now)
    expect(report.format).toBe('edc-unsealed')
    expect(codesOf(report, 'unknown')).toEqual(['seal seal.none'])
    expect(report.credential).toBeDefined()
    // The hand-made sample gives times without a zone; nobody can say which moment they mean.
    const isHandMade = name === 'credential-sample.jsonld'
    expect(codesOf(report, 'failed')).toEqual(isHandMade ? ['dates time.malformed'] : [])
    expect(report.verdict).toBe(isHandMade ? 'invalid' : 'indeterminate')
  })

  test('and in the upload form', async () => {
    for (const name of readdirSync(folder).filter(file => file.endsWith('.json'))) {
      const report = await verifyAt(new Uint8Array(readFileSync(join(folder, name))), now)
      expect({ name, format: report.format, verdict: report.verdict }).toEqual({
        name,
        format: 'edc-unsealed',
        verdict: 'indeterminate',
      })
    }
  })
})
