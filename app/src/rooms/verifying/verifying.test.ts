import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createWorld, daysAfter, sealSample } from '../../../../kit/src/verify/sealed-sample.test-support.ts'
import { award, createStage, deliver, type Stage, temporaryData } from '../../../test/factories/journey.ts'
import { testApp } from '../../../test/test-app.ts'
import { readSealedCredential, revokeAward } from '../issuing/index.ts'
import { createShare } from '../wallet/commands/create-share.ts'
import { withdrawShare } from '../wallet/commands/withdraw-share.ts'
import { listHeld } from '../wallet/queries.ts'
import type { PresentedReport } from './present-report.ts'

const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })

let stage: Stage
let sealed: Uint8Array
let code: string
let awardId: string

beforeAll(async () => {
  const { services } = house()
  stage = await createStage(services)
  const issued = await award(services, stage)
  awardId = issued.awardId
  sealed = (await readSealedCredential(services, stage.organisationId, issued.sealedId)).bytes
  code = /\/m\/([0-9A-Z-]{14})/.exec(new TextDecoder().decode(sealed))?.[1] ?? ''
})

const upload = (bytes: Uint8Array, headers: Record<string, string> = { 'accept-language': 'en' }) =>
  house()
    .visitor()
    .post('/verify', { file: { name: 'merit.jsonld', bytes } }, { from: '/verify', headers })
const paste = (text: string) =>
  house()
    .visitor()
    .post('/verify', { text }, { from: '/verify', headers: { 'accept-language': 'en' } })
const ask = (body: Uint8Array | string, query = '', language = 'en') =>
  house()
    .visitor()
    .send(`/api/v1/verifications${query}`, {
      method: 'POST',
      body: body as BodyInit,
      headers: { 'accept-language': language },
    })

/** One byte of the sealed payload changed: still JSON, another meaning. */
function forged(): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(sealed).replace('Maja', 'Mija'))
}

describe('the page', () => {
  it.each(['sv', 'en', 'da'])('offers one panel in %s', async language => {
    const page = await house().visitor().get('/verify', { 'accept-language': language })
    expect(page.status).toBe(200)
    expect(page.text).toContain('enctype="multipart/form-data"')
    expect(page.text).not.toMatch(/verifying\.|checks?\.[a-z]/)
  })

  it.each([
    ['sv', 'Äkta och giltig', 'född 3 maj 1994'],
    ['en', 'Genuine and in force', 'born 3 May 1994'],
    ['da', 'Ægte og gyldigt', 'født 3. maj 1994'],
  ])('says of our own credential in %s: %s', async (language, headline, born) => {
    const page = await upload(sealed, { 'accept-language': language })
    expect(page.status).toBe(200)
    expect(page.text).toContain(headline)
    expect(page.text).toContain('Maja Lindqvist Sarri')
    expect(page.text).toContain(born)
    expect(page.text).toContain('Branschrådet Optofiber (demo)')
    expect(page.text).not.toMatch(/(verifying|checks|web)\.[a-z_]+\.[a-z]/)
  })

  it('says that a development seal is one', async () => {
    expect((await upload(sealed)).text).toContain('Development seal')
  })

  it('takes pasted text, and the same form twice', async () => {
    const visitor = house().visitor()
    const token = await visitor.tokenOf('/verify')
    const text = new TextDecoder().decode(sealed)
    for (let i = 0; i < 2; i++) {
      const page = await visitor.post('/verify', { text }, { formToken: token })
      expect(page.status).toBe(200)
      expect(page.text).toContain('Äkta och giltig')
    }
  })

  it('shows nothing of what a broken seal covers', async () => {
    const page = await upload(forged())
    expect(page.status).toBe(200)
    expect(page.text).toContain('Not genuine')
    expect(page.text).not.toContain('Lindqvist')
    expect(page.text).not.toContain('optofiber')
  })

  it('says of a stranger’s seal that it could not tell, and what to do', async () => {
    const page = await upload(
      await sealSample(await createWorld({ organizationIdentifier: 'NTRSE-5500000001' })),
    )
    expect(page.status).toBe(200)
    expect(page.text).toMatch(/Could not tell|Not genuine/)
  })
})

describe('what can’t be checked', () => {
  it.each([
    ['nothing', '', 'Paste a link, a code or text'],
    ['words', 'hello', 'neither a link or code of ours'],
    ['another site', 'https://evil.example/credential.json', 'leads to another site'],
    ['half a file', '{"payload":"{\\"@context\\"', 'Part of it may be missing'],
    ['other JSON', '{"hello":"world"}', 'not a credential that we can read'],
  ])('%s: a message at the field, and the text is kept', async (_, text, message) => {
    const page = await paste(text)
    expect(page.status).toBe(422)
    expect(page.text).toContain(message)
    expect(page.text).toContain('aria-invalid="true"')
    if (text !== '' && !text.includes('"')) expect(page.text).toContain(text)
  })

  it.each([
    ['an empty file', new Uint8Array(), 'Paste a link', 422],
    [
      'binary',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
      'Choose the Europass file itself',
      422,
    ],
    ['10 MB', new Uint8Array(10 * 1024 * 1024).fill(32), 'The file is 10\u00a0MB', 413],
  ])('%s', async (_, bytes, message, status) => {
    const page = await upload(bytes)
    expect(page.status).toBe(status)
    expect(page.text).toContain(message)
  })

  it('refuses what is beyond every limit before it is read', async () => {
    const headers = {
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(13 * 1024 * 1024),
    }
    const answer = await house().visitor().send('/verify', { method: 'POST', headers, body: '--x--' })
    expect(answer.status).toBe(413)
  })

  it('asks for one of text and file', async () => {
    const answer = await house()
      .visitor()
      .post('/verify', { text: 'x', file: { name: 'a', bytes: sealed } }, { from: '/verify' })
    expect(answer.status).toBe(422)
  })
})

describe('the check link', () => {
  it('stands in the sealed file and leads to the report', async () => {
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const page = await house().visitor().get(`/m/${code}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Äkta och giltig')
    expect(page.text).toContain('noindex')
  })

  it('may be typed carelessly', async () => {
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    expect((await paste(typed)).location).toBe(`/m/${code}`)
    expect(
      (
        await house()
          .visitor()
          .get(`/m/${encodeURIComponent(typed)}`)
      ).location,
    ).toBe(`/m/${code}`)
  })

  it.each([
    '0000-0000-0000',
    'hello',
    '%00',
    '..%2F..%2Fetc',
    'x'.repeat(300),
  ])('%s leads nowhere', async wrong => {
    const page = await house().visitor().get(`/m/${wrong}`)
    expect(page.status).toBe(404)
  })
})

describe('the share link', () => {
  it('shows the report until it is withdrawn or ends', async () => {
    const { services } = house()
    const [held] = await listHeld(services, stage.learner)
    const input = { walletCredentialId: held!.id, days: 7 }
    const { link, shareId } = await createShare(services, stage.learner, input)
    const path = new URL(link).pathname
    expect((await paste(link)).location).toBe(path)
    const page = await house().visitor().get(path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Innehavaren delar den här sidan med dig till och med')
    await withdrawShare(services, stage.learner, { shareId })
    expect((await house().visitor().get(path)).status).toBe(410)
    expect((await house().visitor().get('/s/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404)
  })
})

describe('POST /api/v1/verifications', () => {
  it.each([
    ['en', 'Nothing has been changed since it was sealed.'],
    ['sv', 'Innehållet är oförändrat sedan det stämplades.'],
    ['da', 'Indholdet er uændret, siden det blev forseglet.'],
  ])('answers with the report in %s', async (language, message) => {
    const answer = await ask(sealed, '', language)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-language')).toBe(language)
    const report = answer.json<PresentedReport>()
    expect(report.verdict).toBe('valid')
    expect(report.checks.map(({ id }) => id)).toEqual([
      'format',
      'seal',
      'issuer',
      'dates',
      'status',
      'completeness',
    ])
    expect(report.checks[1]?.message).toBe(message)
    expect(report.credential?.holder.name).toBe('Maja Lindqvist Sarri')
  })

  it('asks about another moment', async () => {
    expect((await ask(sealed, '?at=2001-01-01')).json<PresentedReport>().verdict).toBe('invalid')
    expect((await ask(sealed, '?at=yesterday')).status).toBe(422)
    expect((await ask(sealed, '?at=2026-02-30')).status).toBe(422)
  })

  it('finds one changed letter', async () => {
    const report = (await ask(forged())).json<PresentedReport>()
    expect(report.verdict).toBe('invalid')
    expect(report.credential).toBeUndefined()
  })

  it.each([
    ['nothing', '', 400],
    ['no JSON', 'hello', 400],
    ['garbage', Uint8Array.of(0, 255, 254, 1, 2), 400],
    ['10 MB', new Uint8Array(10 * 1024 * 1024).fill(32), 413],
  ])('refuses %s with problem+json', async (_, body, status) => {
    const answer = await ask(body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('gives JSON that is no credential an indeterminate report', async () => {
    const report = (await ask('{"hello":"world"}')).json<PresentedReport>()
    expect(report).toMatchObject({ verdict: 'indeterminate', format: 'unknown' })
  })
})

describe('trust', () => {
  it('leaves out a file that is no certificate, and goes on', async () => {
    const folder = join(house().services.config.dataFolder, 'trust')
    await mkdir(folder, { recursive: true })
    writeFileSync(join(folder, 'broken.pem'), 'not a certificate')
    await mkdir(join(folder, 'folder.pem'), { recursive: true })
    expect((await ask(sealed)).json<PresentedReport>().verdict).toBe('valid')
  })
})

describe('time and revocation', () => {
  it('says that it is revoked, when and why', async () => {
    const { services } = house()
    await revokeAward(services, stage.issuer, { awardId, reason: 'issued-in-error' })
    await deliver(services)
    const page = await house().visitor().get(`/m/${code}`, { 'accept-language': 'en' })
    expect(page.text).toContain('Genuine, but revoked')
    expect(page.text).toMatch(/The issuer revoked it on [\d]+ \w+ \d{4}\. Reason: Issued by mistake\./)
    const report = (await ask(sealed)).json<PresentedReport>()
    expect(report.verdict).toBe('invalid')
    expect(report.checks.find(({ id }) => id === 'status')?.code).toBe('status.revoked')
  })

  it('says of a genuine one whose time has passed that it is genuine', async () => {
    const world = await createWorld()
    const { dataFolder } = house().services.config
    writeFileSync(join(dataFolder, 'trust', 'world.der'), world.root)
    const bytes = await sealSample(world, { award: { validUntil: daysAfter(30).toISOString() } })
    const report = (await ask(bytes, `?at=${daysAfter(60).toISOString()}`)).json<PresentedReport>()
    expect(report.verdict).toBe('invalid')
    expect(report.checks.find(({ id }) => id === 'dates')?.code).toBe('dates.expired')
  })
})
