import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signerFromPem } from '@meritum/kit/keys'
import { signVcJwt } from '@meritum/kit/proofs'
import { beforeAll, describe, expect, it } from 'vitest'
import { createWorld } from '../../../../../kit/src/verify/sealed-sample.test-support.ts'
import { award, createStage, temporaryData } from '../../../../test/factories/journey.ts'
import { testApp } from '../../../../test/test-app.ts'
import { readSealedCredential } from '../../issuing/index.ts'
import type { PresentedReport } from '../present-report.ts'
import { verifyBytes } from '../verify-bytes.ts'
import { issueReceipt } from './issue-receipt.ts'
import { buildReceiptCredential, receiptOf } from './receipt-credential.ts'

const dataFolder = temporaryData()
const house = testApp({ environment: { MERITUM_DATA: dataFolder } })
const abroad = testApp({
  environment: { MERITUM_DATA: temporaryData(), BASE_URL: 'https://meritum.example', HOST: '0.0.0.0' },
})
const english = { 'accept-language': 'en' }

let sealed: Uint8Array
let code: string

beforeAll(async () => {
  const { services } = house()
  const stage = await createStage(services)
  const issued = await award(services, stage)
  sealed = (await readSealedCredential(services, stage.organisationId, issued.sealedId)).bytes
  code = /\/m\/([0-9A-Z-]{14})/.exec(new TextDecoder().decode(sealed))?.[1] ?? ''
})

const upload = (bytes: Uint8Array, headers = english) =>
  house()
    .visitor()
    .post('/verify', { file: { name: 'x', bytes } }, { from: '/verify', headers })
const ask = async (body: Uint8Array | string) => {
  const answer = await house()
    .visitor()
    .send('/api/v1/verifications', { method: 'POST', body: body as BodyInit, headers: english })
  return answer.json<PresentedReport>()
}
const codesOf = ({ verdict, checks }: PresentedReport) => [
  verdict,
  ...checks.map(({ state, code }) => `${state} ${code}`),
]
const good = [
  'valid',
  'passed format.receipt',
  'passed seal.intact',
  'passed issuer.trusted',
  'passed receipt.dated',
]

describe('a receipt', () => {
  let token: string
  beforeAll(async () => {
    token = (await house().visitor().get(`/m/${code}/receipt`)).text
  })

  it('is a file that verifies, says what was found, and names nobody', async () => {
    const answer = await house().visitor().get(`/m/${code}/receipt`)
    expect(answer.headers.get('content-type')).toBe('application/vc+jwt')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="receipt-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.jwt"$/,
    )
    const report = await ask(answer.bytes)
    expect(codesOf(report)).toEqual(good)
    expect(report).toMatchObject({ format: 'receipt', receipt: { verdict: 'valid', format: 'edc' } })
    expect(report.receipt?.digest).toBe((await ask(sealed)).digest)
    expect(report.credential).toBeUndefined()
    const payload = Buffer.from(answer.text.split('.')[1]!, 'base64url').toString()
    expect(payload).not.toMatch(/Maja|Lindqvist|1994/)
  })

  it.each([
    ['en', 'A genuine receipt of a check', 'Genuine and in force'],
    ['sv', 'Ett äkta kvitto på en kontroll', 'Äkta och giltig'],
    ['da', 'En ægte kvittering for en kontrol', 'Ægte og gyldigt'],
  ])('has a page of its own in %s', async (language, title, verdict) => {
    const page = await upload(Buffer.from(token), { 'accept-language': language })
    expect(page.status).toBe(200)
    expect(page.text).toContain(`<h1>${title}</h1>`)
    expect(page.text).toContain(`<strong>${verdict}</strong>`)
    expect(page.text).not.toMatch(/(verifying|checks?)\.[a-z_]+\.[a-z]/)
  })

  it('is pasted as well as uploaded, and no credential to a batch', async () => {
    const pasted = await house()
      .visitor()
      .post('/verify', { text: `${token}\n` }, { from: '/verify', headers: english })
    expect(pasted.text).toContain('A genuine receipt of a check')
    const table = await house()
      .visitor()
      .post(
        '/verify/batch',
        { files: { name: 'receipt.jwt', bytes: Buffer.from(token) } },
        { from: '/verify/batch', headers: english },
      )
    expect(table.text).toContain('0 of 1 are genuine and in force')
    expect(table.text).toContain('a receipt of a check, not a credential')
  })

  it('is not genuine when one letter is changed, and then says nothing', async () => {
    const [header, payload, signature] = token.split('.') as [string, string, string]
    const text = Buffer.from(payload, 'base64url')
      .toString()
      .replace('"verdict":"valid"', '"verdict":"invalid"')
    const changed = `${header}.${Buffer.from(text).toString('base64url')}.${signature}`
    const report = await ask(changed)
    expect(codesOf(report)).toEqual(['invalid', 'passed format.receipt', 'failed sig.invalid'])
    expect(report.receipt).toBeUndefined()
    expect((await upload(Buffer.from(changed))).text).toContain('Not a genuine receipt')
  })

  it('of a stranger could be anybody’s, and one who wears our name is refused', async () => {
    const { services } = house()
    const credential = buildReceiptCredential(receiptOf(await verifyBytes(services, sealed)), {
      id: services.ids.randomUuid(),
      issuer: { id: 'https://elsewhere.example', name: 'Someone' },
    })
    const impostor = await signVcJwt(credential, (await createWorld()).signer)
    expect(codesOf(await ask(impostor))).toContain('failed cert.untrusted')
    const name = { organisationName: 'Elsewhere', commonName: 'Elsewhere', organizationIdentifier: 'NTRSE-9' }
    const stranger = await signVcJwt(credential, (await createWorld(name)).signer)
    expect(codesOf(await ask(stranger))).toEqual([
      'indeterminate',
      ...good.slice(1, 3),
      'unknown issuer.unknown',
      good[4],
    ])
    const page = await upload(Buffer.from(stranger))
    expect(page.text).toContain('A receipt, but from whom?')
  })

  it('that says nothing that a receipt says is refused', async () => {
    const kept = JSON.parse(readFileSync(join(dataFolder, 'keys/receipts.json'), 'utf8'))
    const { services } = house()
    const privateKey = services.vault
      .unwrap('installation.receipts', Buffer.from(kept.wrappedKey, 'base64'))
      .toString()
    const signer = signerFromPem({ privateKey, certificateChain: kept.certificateChain })
    const empty = {
      type: ['VerifiableCredential', 'VerificationReceipt'],
      credentialSubject: { receipt: { verdict: 'valid' } },
    }
    expect(codesOf(await ask(await signVcJwt(empty, signer)))).toEqual([
      'invalid',
      'failed receipt.malformed',
    ])
  })

  it('from tomorrow is refused', async () => {
    const { services } = house()
    const report = await verifyBytes(services, sealed, new Date(services.clock.now().getTime() + 86_400_000))
    const tomorrow = await issueReceipt(services, report)
    expect(codesOf(await ask(tomorrow!.token)).at(-1)).toBe('failed dates.not_yet_valid')
  })
})

describe('after an upload', () => {
  it('stands in the page and is given back as a file', async () => {
    const visitor = house().visitor()
    const page = await visitor.post(
      '/verify',
      { file: { name: 'x', bytes: sealed } },
      { from: '/verify', headers: english },
    )
    const receipt = /name="receipt" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const file = await visitor.post('/verify/receipt', { receipt }, { from: '/verify' })
    expect(file.status).toBe(200)
    expect(file.text).toBe(receipt)
    expect(codesOf(await ask(file.bytes))).toEqual(good)
  })

  it('nothing is given back that we did not sign', async () => {
    const { services } = house()
    const credential = buildReceiptCredential(receiptOf(await verifyBytes(services, sealed)), {
      id: services.ids.randomUuid(),
      issuer: { id: services.config.baseUrl, name: 'Meritum (demo)' },
    })
    const forged = await signVcJwt(credential, (await createWorld()).signer)
    for (const receipt of ['', 'x', '<script>', forged, new TextDecoder().decode(sealed).slice(0, 1000)]) {
      const answer = await house().visitor().post('/verify/receipt', { receipt }, { from: '/verify' })
      expect(answer.status).toBe(400)
      expect(answer.headers.get('content-disposition')).toBeNull()
    }
  })
})

describe('without a seal of its own', () => {
  it('the page says why there is no receipt', async () => {
    const visitor = abroad().visitor()
    const page = await visitor.post(
      '/verify',
      { file: { name: 'x', bytes: sealed } },
      { from: '/verify', headers: english },
    )
    expect(page.status).toBe(200)
    expect(page.text).toContain('no seal of its own yet')
    expect(page.text).not.toContain('name="receipt"')
    expect((await visitor.get('/m/0000-0000-0000/receipt')).status).toBe(404)
  })
})

it('keeps its key to itself', () => {
  const path = join(dataFolder, 'keys/receipts.json')
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).not.toContain('PRIVATE KEY')
})
