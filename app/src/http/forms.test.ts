import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createStaffed, type Staffed } from '../../test/factories/people.ts'
import { testApp } from '../../test/test-app.ts'
import { AppError } from '../errors.ts'
import { readForm } from '../rooms/read-form.ts'
import { pageLimits, type Route } from '../rooms/route.ts'
import { routes as allRoutes } from './rooms.ts'

const done: string[] = []
let slow = 0
let refuse = false

const schema = z.object({ title: z.string().max(20), tags: z.array(z.string()).default([]) })

const note: Route = {
  method: 'POST',
  path: '/note',
  kind: 'page',
  who: 'signed-in',
  limits: { bodyBytes: 300_000, perMinute: 100 },
  async handle(visit) {
    const form = readForm(schema, visit.form)
    if (!form.ok) {
      return visit.page(
        { title: 'Note', place: 'none', size: 'sm', status: 422, hasProblems: true },
        form.problems[0]!.key,
      )
    }
    await new Promise(resolve => setTimeout(resolve, slow))
    if (refuse) throw new AppError('thing.conflict')
    done.push(`${form.value.title}:${form.value.tags.join('+')}:${visit.form.files.file?.bytes.length ?? 0}`)
    return visit.redirect(`/note/${done.length}`)
  },
}
const openNote: Route = {
  ...note,
  path: '/open-note',
  who: 'anyone',
}
const broken: Route = {
  method: 'GET',
  path: '/broken/:id',
  kind: 'page',
  who: 'anyone',
  limits: pageLimits.read,
  handle: () => {
    throw new Error('secret detail of select * from person')
  },
}
const brokenApi: Route = { ...broken, kind: 'api', path: '/api/v1/broken' }
const scarce: Route = {
  ...broken,
  path: '/scarce',
  limits: { bodyBytes: 0, perMinute: 0.1 },
  handle: visit => visit.json('ok'),
}

const house = testApp({ routes: [...allRoutes, note, openNote, broken, brokenApi, scarce] })
let staff: Staffed
beforeAll(async () => {
  staff = await createStaffed(house().services)
})
const learner = () => house().signInAs(staff.learnerId)

describe('a form sent twice', () => {
  test('has one effect and the same answer', async () => {
    const client = await learner()
    const token = await client.tokenOf('/act-for')
    const before = done.length
    const send = () => client.post('/note', { title: 'one' }, { formToken: token })
    const first = await send()
    const second = await send()
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.location).toBe(first.location)
    expect(done.length).toBe(before + 1)
  })

  test('at the same time has one effect and the same answer', async () => {
    const client = await learner()
    const token = await client.tokenOf('/act-for')
    const before = done.length
    slow = 120
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => client.post('/note', { title: 'many' }, { formToken: token })),
    )
    slow = 0
    expect(new Set(answers.map(answer => `${answer.status} ${answer.location}`)).size).toBe(1)
    expect(done.length).toBe(before + 1)
  })

  test('with other contents, after Back, is another form', async () => {
    const client = await learner()
    const token = await client.tokenOf('/act-for')
    const before = done.length
    await client.post('/note', { title: 'first' }, { formToken: token })
    await client.post('/note', { title: 'second' }, { formToken: token })
    expect(done.slice(before)).toEqual(['first::0', 'second::0'])
  })

  test('after a refusal may be sent again', async () => {
    const client = await learner()
    const token = await client.tokenOf('/act-for')
    refuse = true
    expect((await client.post('/note', { title: 'again' }, { formToken: token })).status).toBe(409)
    refuse = false
    expect((await client.post('/note', { title: 'again' }, { formToken: token })).status).toBe(303)
  })

  test('after a try that was cut off may be taken over a minute later', async () => {
    const client = await learner()
    const token = await client.tokenOf('/act-for')
    const before = done.length
    slow = 400
    const hanging = client.post('/note', { title: 'hanging' }, { formToken: token })
    await new Promise(resolve => setTimeout(resolve, 100))
    house().clock.forward(61_000)
    slow = 0
    expect((await client.post('/note', { title: 'hanging' }, { formToken: token })).status).toBe(303)
    await hanging
    expect(done.length).toBe(before + 2)
  })

  test('by somebody who has not signed in has one effect too', async () => {
    const visitor = house().visitor()
    const token = await visitor.tokenOf('/sign-in')
    const before = done.length
    const send = () => visitor.post('/open-note', { title: 'open' }, { formToken: token })
    expect((await send()).location).toBe((await send()).location)
    expect(done.length).toBe(before + 1)
  })
})

describe('a form is refused', () => {
  test('without a token, with a broken one, and with somebody else’s', async () => {
    const client = await learner()
    const others = await (await learner()).tokenOf('/act-for')
    const own = await client.tokenOf('/act-for')
    const before = done.length
    for (const formToken of [null, '', 'x', others, `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`]) {
      expect((await client.post('/note', { title: 'x' }, { formToken })).status, String(formToken)).toBe(403)
    }
    expect(done.length).toBe(before)
  })

  test('after twelve hours', async () => {
    const visitor = house().visitor()
    const token = await visitor.tokenOf('/sign-in')
    house().clock.forward(12 * 60 * 60 * 1000 + 1)
    expect((await visitor.post('/open-note', { title: 'x' }, { formToken: token })).status).toBe(403)
  })

  test('from another site', async () => {
    const client = await learner()
    const from = async (headers: Record<string, string>) =>
      (await client.post('/note', { title: `x${Math.random()}`.slice(0, 20) }, { headers })).status
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await from({ 'sec-fetch-site': 'same-site' })).toBe(403)
    const token = await client.tokenOf('/act-for')
    const raw = async (headers: Record<string, string>) => {
      const body = new URLSearchParams({ title: `y${Math.random()}`.slice(0, 20), form_token: token })
      return (await client.send('/note', { method: 'POST', body, headers })).status
    }
    expect(await raw({ origin: 'https://evil.example' })).toBe(403)
    expect(await raw({ origin: 'null' })).toBe(403)
    expect(await raw({ origin: 'http://localhost:3000' })).toBe(303)
    expect(await raw({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(303)
  })

  test('as text or JSON, compressed, too large, announced too large, or as a broken text', async () => {
    const client = await learner()
    const token = await client.tokenOf('/act-for')
    const post = async (body: BodyInit, headers: Record<string, string>) =>
      (await client.send('/note', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)).status
    const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await post('{"title":"x"}', { 'content-type': 'text/plain' })).toBe(415)
    expect(await post('{"title":"x"}', { 'content-type': 'application/json' })).toBe(415)
    expect(await post(`title=x&form_token=${token}`, { ...urlencoded, 'content-encoding': 'gzip' })).toBe(415)
    expect(await post(`form_token=${token}&title=${'x'.repeat(300_000)}`, urlencoded)).toBe(413)
    const chunked = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(100_000).fill(120))
      },
    })
    expect(await post(chunked, urlencoded)).toBe(413)
    expect(await post(`form_token=${token}&title=%ff`, urlencoded)).toBe(400)
    expect(await post(`form_token=${token}&title=%zz`, urlencoded)).toBe(400)
    expect(await post(`form_token=${token}&title=a%00b`, urlencoded)).toBe(400)
    expect(await post(new Uint8Array([0x74, 0x3d, 0xff]), urlencoded)).toBe(400)
    expect(await post(Array.from({ length: 401 }, (_, i) => `f${i}=1`).join('&'), urlencoded)).toBe(413)
    expect(await post('--x\r\nbroken', { 'content-type': 'multipart/form-data; boundary=x' })).toBe(400)
  })
})

test('text, lists and files arrive as they were sent', async () => {
  const client = await learner()
  const bytes = crypto.getRandomValues(new Uint8Array(1000))
  await client.post('/note', { title: 'Blåbär & 50 %', tags: ['a', 'b+c'], file: { name: 'å.bin', bytes } })
  expect(done.at(-1)).toBe('Blåbär & 50 %:a+b+c:1000')
  await client.post('/note', { title: 'Blåbär & 50 %', tags: ['a', 'b+c'] })
  expect(done.at(-1)).toBe('Blåbär & 50 %:a+b+c:0')
})

test('a wrong field is answered with the form again', async () => {
  const client = await learner()
  const long = await client.post('/note', { title: 'x'.repeat(21) })
  expect(long.status).toBe(422)
  expect(long.text).toContain('form.problem.too_long')
  expect((await client.post('/note', { title: '  ' })).text).toContain('form.problem.required')
})

describe('a defect', () => {
  test('is a page with a number and nothing of its cause', async () => {
    const visitor = house().visitor()
    const page = await visitor.get(`/broken/${crypto.randomUUID()}`)
    expect(page.status).toBe(500)
    expect(page.text).toContain(page.headers.get('x-request-id')!)
    expect(page.text).not.toContain('secret')
    const problem = (await visitor.api('GET', '/api/v1/broken')).json<Record<string, unknown>>()
    expect(problem).toMatchObject({ status: 500, code: 'internal.unexpected' })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  test('is not reached by an id that is none', async () => {
    expect((await house().visitor().get('/broken/1')).status).toBe(404)
    expect((await house().visitor().get('/broken/%00')).status).toBe(404)
  })
})

test('too many requests are told how long to wait', async () => {
  const visitor = house().visitor()
  const answers = [await visitor.get('/scarce'), await visitor.get('/scarce'), await visitor.get('/scarce')]
  const last = answers.at(-1)!
  expect(answers.map(answer => answer.status)).toEqual([200, 200, 429])
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
})
