import { inflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { award, createStage, temporaryData } from '../../../../test/factories/journey.ts'
import { testApp } from '../../../../test/test-app.ts'
import { readSealedCredential } from '../../issuing/index.ts'
import { verifyBytes } from '../verify-bytes.ts'
import { readSheet } from './read-sheet.ts'

const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })
let sealed: Uint8Array
let code: string

beforeAll(async () => {
  const { services } = house()
  const stage = await createStage(services)
  const issued = await award(services, stage)
  sealed = (await readSealedCredential(services, stage.organisationId, issued.sealedId)).bytes
  code = /\/m\/([0-9A-Z-]{14})/.exec(new TextDecoder().decode(sealed))?.[1] ?? ''
})

const sheetOf = async (bytes: Uint8Array, language: 'sv' | 'en' | 'da' = 'en') =>
  readSheet(await verifyBytes(house().services, bytes), language, 'https://meritum.example/m/7KQ4-M2XP-9TRD')
const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type ?\/Page\b/g)?.length ?? pagesWithin(pdf)

/** Objects may lie in packed streams. */
function pagesWithin(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)]
    .map(({ index, 0: mark }) => {
      try {
        return inflateSync(pdf.subarray(index + mark.length)).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('')
    .match(/\/Type ?\/Page\b/g)!.length
}

describe('the sheet', () => {
  it.each(['sv', 'en', 'da'] as const)('says 11 + 5 elements in %s, each with its source', async language => {
    const sheet = await sheetOf(sealed, language)
    expect(sheet?.elements).toHaveLength(16)
    for (const { label, source } of sheet!.elements)
      expect([label, source].join()).not.toMatch(/[a-z]\.[a-z]+\.|^,|,$/)
    expect(sheet?.elements[0]?.value).toContain('Maja Lindqvist Sarri')
    expect(JSON.stringify(sheet)).not.toMatch(/verifying\./)
  })

  it('tells what is sealed from what nobody confirms', async () => {
    const [learner, title, ...others] = (await sheetOf(sealed))!.elements
    expect(title?.source).toBe('Sealed by the issuer.')
    expect(learner?.source).toMatch(/^Sealed by the issuer\. Not checked/)
    expect(others.find(({ label }) => label === 'Level')?.source).toMatch(/own estimate|framework/)
    const report = await verifyBytes(house().services, sealed)
    const checks = report.checks.map(check =>
      check.id === 'issuer' ? { ...check, state: 'unknown' as const, code: 'issuer.unknown' } : check,
    )
    const stranger = readSheet({ ...report, verdict: 'indeterminate', checks }, 'en', undefined)
    expect(stranger?.elements).toHaveLength(16)
    for (const { source } of stranger?.elements ?? []) expect(source).not.toContain('Sealed')
  })

  it('says of what is not stated just that', async () => {
    const report = await verifyBytes(house().services, sealed)
    const { level: _, prerequisites: __, ...credential } = report.credential!
    const sheet = readSheet({ ...report, credential }, 'en', undefined)!
    expect(
      sheet.elements.filter(({ value }) => value === '').map(({ label, source }) => [label, source]),
    ).toEqual([
      ['Level', 'Not stated'],
      ['Prerequisites', 'Not stated'],
    ])
    expect(sheet.check).toBeUndefined()
  })

  it('has one page, whatever is in it', async () => {
    const { rendering } = house().services
    const sheet = (await sheetOf(sealed))!
    const long = 'Innehavaren kan redogöra för hur lagning och skarvning genomförs. '.repeat(40)
    const hostile = '#panic("x") *b* $x$ </svg> \u202Eomvänd \u0000 名前 🎉'
    for (const value of ['', long, hostile, 'Å'.repeat(3000)]) {
      const elements = sheet.elements.map(element => ({ ...element, value }))
      const pdf = await rendering.recognitionSheet({ ...sheet, elements, title: value || 'x' })
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
      expect(pagesOf(pdf)).toBe(1)
      expect(pdf.length).toBeLessThan(200_000)
    }
  })
})

describe('is had', () => {
  const upload = (bytes: Uint8Array, language = 'en') =>
    house()
      .visitor()
      .post(
        '/verify',
        { file: { name: 'x', bytes }, as: 'sheet' },
        { from: '/verify', headers: { 'accept-language': language } },
      )

  it('at the address of a credential, and with an upload', async () => {
    const linked = await house().visitor().get(`/m/${code}/sheet`, { 'accept-language': 'da' })
    const uploaded = await upload(sealed)
    for (const answer of [linked, uploaded]) {
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
    }
    expect(linked.headers.get('content-disposition')).toContain('anerkendelse-')
    const pasted = await house().visitor().post('/verify', { text: code, as: 'sheet' }, { from: '/verify' })
    expect(pasted.location).toBe(`/m/${code}/sheet`)
  })

  it('never of what isn’t shown: the page says why', async () => {
    const forged = new TextEncoder().encode(new TextDecoder().decode(sealed).replace('Maja', 'Mija'))
    const answer = await upload(forged)
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(answer.text).toContain('Not genuine')
    expect((await house().visitor().get('/m/0000-0000-0000/sheet')).status).toBe(404)
  })
})
