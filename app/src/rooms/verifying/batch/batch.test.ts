import { bakePng } from '@meritum/kit/carriers'
import qrcode from 'qrcode'
import { beforeAll, describe, expect, it } from 'vitest'
import { award, createStage, temporaryData } from '../../../../test/factories/journey.ts'
import { testApp } from '../../../../test/test-app.ts'
import { zipOf } from '../../../../test/zip-of.ts'
import { readSealedCredential } from '../../issuing/index.ts'

const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })

let sealed: Uint8Array
let code: string
const text = (value: string) => new TextEncoder().encode(value)
const forged = () => text(new TextDecoder().decode(sealed).replace('Maja', 'Mija'))
const qr = async (content: string) => new Uint8Array(await qrcode.toBuffer(content, { width: 300 }))

beforeAll(async () => {
  const { services } = house()
  const stage = await createStage(services)
  const issued = await award(services, stage)
  sealed = (await readSealedCredential(services, stage.organisationId, issued.sealedId)).bytes
  code = /\/m\/([0-9A-Z-]{14})/.exec(new TextDecoder().decode(sealed))?.[1] ?? ''
})

type Files = readonly (readonly [name: string, bytes: Uint8Array])[]

function formOf(files: Files, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, bytes] of files) form.append('files', new Blob([new Uint8Array(bytes)]), name)
  return form
}

async function send(files: Files, fields: Record<string, string> = {}, language = 'en') {
  const visitor = house().visitor()
  const form_token = await visitor.tokenOf('/verify/batch')
  const body = formOf(files, { form_token, ...fields })
  const headers = { 'sec-fetch-site': 'same-origin', 'accept-language': language }
  return visitor.send('/verify/batch', { method: 'POST', body, headers })
}

const mixed = async (): Promise<Files> => [
  ['maja.jsonld', sealed],
  ['forged.jsonld', forged()],
  ['words.txt', text('hello')],
  ['baked.png', bakePng(await qr('x'), new TextDecoder().decode(sealed))],
  ['photo.png', await qr(`${house().services.config.baseUrl}/m/${code}`)],
  ['broken.pdf', text('%PDF-1.7\n')],
]

describe('the page', () => {
  it.each(['sv', 'en', 'da'])('says in %s what it takes', async language => {
    const page = await house().visitor().get('/verify/batch', { 'accept-language': language })
    expect(page.status).toBe(200)
    expect(page.text).toContain('500')
    expect(page.text).toMatch(/<input[^>]*type="file"[^>]*multiple/)
    expect(page.text).not.toMatch(/verifying\.[a-z]/)
  })

  it('answers for every file, whatever the others are', async () => {
    const page = await send(await mixed())
    expect(page.status).toBe(200)
    expect(page.text).toContain('3 of 6 are genuine and in force')
    expect(page.text.match(/Maja Lindqvist Sarri/g)).toHaveLength(3)
    for (const name of [
      'maja.jsonld',
      'forged.jsonld',
      'words.txt',
      'baked.png',
      'photo.png',
      'broken.pdf',
    ]) {
      expect(page.text).toContain(name)
    }
    expect(page.text).toContain('The file is damaged and could not be opened.')
  })

  it('opens an archive, and is reached from the page for one file too', async () => {
    const archive = zipOf([
      ['a/maja.jsonld', sealed],
      ['a/forged.jsonld', forged()],
      ['inner.zip', zipOf([['x.json', text('{}')]])],
    ])
    const page = await send([['bundle.zip', archive]])
    expect(page.text).toContain('1 of 3 is genuine and in force')
    expect(page.text).toContain('bundle.zip/maja.jsonld')
    const single = await house()
      .visitor()
      .post('/verify', { file: { name: 'bundle.zip', bytes: archive } }, { from: '/verify' })
    expect(single.status).toBe(200)
    expect(single.text).toContain('1 av 3 är äkta och giltig')
  })

  it.each([
    ['nothing', 0, 422, 'Choose the files'],
    ['501 files', 501, 413, 'more than 500 files'],
  ])('says what is wrong with %s', async (_, count, status, message) => {
    const page = await send(Array.from({ length: count }, (_, i) => [`${i}.json`, text('{}')]))
    expect(page.status).toBe(status)
    expect(page.text).toContain(message)
  })

  it('gives the same as a table that no program takes for formulas', async () => {
    const named: Files = [['=HYPERLINK("x").json', text('{}')], ...(await mixed())]
    const answer = await send(named, { as: 'csv' })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="answers-\d{4}-\d\d-\d\d\.csv"$/,
    )
    const lines = answer.text.trim().split('\r\n')
    expect(lines).toHaveLength(8)
    expect(lines[1]).toMatch(/^"'=HYPERLINK\(""x""\)\.json",/)
    expect(lines[2]).toContain('"maja.jsonld","Genuine and in force","Maja Lindqvist Sarri","1994-05-03"')
    expect((await send(named, { as: 'csv' }, 'sv')).text).toContain('"maja.jsonld";"Äkta och giltig"')
  })
})

describe('POST /api/v1/verifications/batches', () => {
  const ask = (init: RequestInit) =>
    house()
      .visitor()
      .send('/api/v1/verifications/batches', { method: 'POST', ...init })
  const json = (value: unknown) =>
    ask({ body: JSON.stringify(value), headers: { 'content-type': 'application/json' } })
  const verdicts = (answer: { json<T>(): T }) =>
    answer.json<{ file: string; verdict: string }[]>().map(({ file, verdict }) => `${file} ${verdict}`)

  it('takes a form with files', async () => {
    const answer = await ask({ body: formOf(await mixed()) })
    expect(answer.status).toBe(200)
    expect(verdicts(answer)).toEqual([
      'maja.jsonld valid',
      'forged.jsonld invalid',
      'words.txt indeterminate',
      'baked.png valid',
      'photo.png valid',
      'broken.pdf indeterminate',
    ])
  })

  it('takes a list of text and base64', async () => {
    const answer = await json([
      { file: 'maja', text: new TextDecoder().decode(sealed) },
      { base64: Buffer.from(forged()).toString('base64') },
    ])
    expect(verdicts(answer)).toEqual(['maja valid', '2 invalid'])
  })

  it.each([
    ['an empty list', [], 422],
    ['no list', { text: '{}' }, 422],
    ['another member', [{ text: '{}', trusted: true }], 422],
    ['bad base64', [{ base64: '*' }], 422],
    ['501 files', Array.from({ length: 501 }, () => ({ text: '{}' })), 422],
  ])('refuses %s', async (_, body, status) => {
    const answer = await json(body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('refuses other kinds of body', async () => {
    expect((await ask({ body: 'x', headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect((await ask({ body: '[', headers: { 'content-type': 'application/json' } })).status).toBe(400)
    const form = new FormData()
    form.append('files', 'no file')
    expect((await ask({ body: form })).status).toBe(400)
  })
})
