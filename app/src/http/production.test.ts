import { beforeAll, expect, test } from 'vitest'
import { createStaffed, type Staffed } from '../../test/factories/people.ts'
import { testApp } from '../../test/test-app.ts'
import { pageLimits, type Route } from '../rooms/route.ts'
import { routes } from './rooms.ts'

const probe: Route = {
  method: 'GET',
  path: '/probe',
  kind: 'page',
  who: 'anyone',
  limits: { ...pageLimits.read, perMinute: 3 },
  handle: visit => visit.page({ title: 'Probe', place: 'none', size: 'md' }, `token ${visit.formToken}`),
}

const house = testApp({
  environment: { BASE_URL: 'https://meritum.example', HOST: '0.0.0.0' },
  routes: [...routes, probe],
})
let staff: Staffed
beforeAll(async () => {
  staff = await createStaffed(house().services)
})

test('nobody can be picked, on the page, by a form or by the API, though demonstration people exist', async () => {
  const visitor = house().visitor()
  const page = await visitor.get('/sign-in')
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('Karin')
  const formToken = /token ([\w.-]+)/.exec((await visitor.get('/probe')).text)![1]!
  expect((await visitor.post('/sign-in', { person: staff.issuerId }, { formToken })).status).toBe(404)
  expect(
    (await visitor.api('POST', '/api/v1/demonstration/sign-in', { person: staff.issuerId })).status,
  ).toBe(404)
  expect(visitor.cookies.has('__Host-meritum-session')).toBe(false)
})

test('cookies are tied to the host and to https, and browsers are told to stay there', async () => {
  const { headers } = await house().visitor().get('/probe')
  const cookie = headers.getSetCookie()[0]!
  expect(cookie).toMatch(/^__Host-meritum-visitor=/)
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
    expect(cookie).toContain(attribute)
  expect(cookie).not.toContain('Domain')
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
})

test('limits count as they are written', async () => {
  const visitor = house().visitor()
  const answers: number[] = []
  for (let n = 0; n < 6; n += 1)
    answers.push((await visitor.get('/probe', { 'x-forwarded-for': `10.0.0.${n}` })).status)
  expect(answers).toContain(429)
})
