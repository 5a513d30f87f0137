import { beforeAll, describe, expect, test } from 'vitest'
import { createStaffed, type Staffed } from '../../test/factories/people.ts'
import { testApp } from '../../test/test-app.ts'

const house = testApp()
let staff: Staffed

beforeAll(async () => {
  staff = await createStaffed(house().services)
})

test("a demonstration answers under this machine's names alone, so that no site can lead its name here", async () => {
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) {
    expect((await house().app.request(`http://${host}/health`)).status).toBe(200)
  }
  const foreign = await house().app.request('http://evil.example:3000/sign-in')
  expect([foreign.status, await foreign.text()]).toEqual([421, expect.not.stringContaining('Karin')])
})

describe('signing in', () => {
  test('a demonstration person is picked, is greeted by name and signs out', async () => {
    const client = house().visitor()
    const page = await client.get('/sign-in')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Karin Ek')
    const before = client.cookies.get('meritum-visitor')
    expect(before).toBeTruthy()

    const signedIn = await client.post('/sign-in', { person: staff.designerId })
    expect([signedIn.status, signedIn.location]).toEqual([303, '/design'])
    const token = client.cookies.get('meritum-session')
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect((await client.get('/act-for')).text).toContain('Karin Ek')

    await client.post('/sign-out')
    expect(client.cookies.has('meritum-session')).toBe(false)
    client.cookies.set('meritum-session', token!)
    expect((await client.get('/act-for')).location).toBe('/sign-in?to=%2Fact-for')
  })

  test('leads back to where the reader wanted to go, and never to another site', async () => {
    const signIn = async (to: string) =>
      (await house().visitor().post('/sign-in', { person: staff.learnerId, to })).location
    expect(await signIn('/wallet?x=1')).toBe('/wallet?x=1')
    for (const to of [
      '//evil',
      '/\\evil',
      'https:evil',
      'javascript:alert(1)',
      '/%5cevil/\\',
      'https://evil.example/',
    ]) {
      expect(await signIn(to), to).toMatch(/^\/(wallet|%5cevil)/)
    }
  })

  test('gives a new session and ends the one before', async () => {
    const client = await house().signInAs(staff.learnerId)
    const earlier = client.cookies.get('meritum-session')!
    await client.post('/sign-in', { person: staff.issuerId })
    expect(client.cookies.get('meritum-session')).not.toBe(earlier)
    expect((await client.api('GET', '/act-for', undefined, null)).status).toBe(200)
    client.cookies.set('meritum-session', earlier)
    expect((await client.get('/act-for')).status).toBe(303)
  })

  test('ends after twelve hours', async () => {
    const client = await house().signInAs(staff.learnerId)
    expect((await client.get('/act-for')).status).toBe(200)
    house().clock.forward(12 * 60 * 60 * 1000)
    expect((await client.get('/act-for')).status).toBe(303)
  })

  test('an unknown person is nobody', async () => {
    const answer = await house().visitor().post('/sign-in', { person: crypto.randomUUID() })
    expect(answer.status).toBe(404)
  })

  test('the API takes a bearer token and no cookie', async () => {
    const client = house().visitor()
    const signedIn = await client.api('POST', '/api/v1/demonstration/sign-in', { person: staff.issuerId })
    expect(signedIn.status).toBe(200)
    expect(signedIn.json<{ token: string }>().token).toMatch(/^[A-Za-z0-9_-]{43}$/)
    const unknownField = await client.api('POST', '/api/v1/demonstration/sign-in', {
      person: staff.issuerId,
      role: 'x',
    })
    expect([unknownField.status, unknownField.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json',
    ])
    expect(unknownField.json<{ problems: unknown[] }>().problems).toHaveLength(1)
    expect((await client.api('POST', '/api/v1/demonstration/sign-in', '{"person":')).status).toBe(400)
  })
})

describe('acting for an organisation', () => {
  test('is chosen on a page and refused where one has no role', async () => {
    const client = await house().signInAs(staff.issuerId)
    const own = await client.post('/act-for', {})
    expect(own.location).toBe('/wallet')
    const back = await client.post('/act-for', { organisation: staff.organisationId })
    expect(back.location).toBe('/issuing')
    const foreign = await client.post('/act-for', { organisation: crypto.randomUUID() })
    expect(foreign.status).toBe(404)
  })
})

describe('every answer', () => {
  test('lets scripts run and the camera be asked for at /verify, and nowhere else', async () => {
    for (const [path, scripts, camera] of [
      ['/verify', "script-src 'self' 'wasm-unsafe-eval'", 'camera=(self)'],
      ['/verify/batch', "script-src 'none'", 'camera=()'],
      ['/', "script-src 'none'", 'camera=()'],
    ] as const) {
      const { headers } = await house().visitor().get(path)
      expect(headers.get('content-security-policy'), path).toContain(scripts)
      expect(headers.get('permissions-policy'), path).toContain(camera)
    }
  })

  test('carries the security headers', async () => {
    const { headers } = await house().visitor().get('/sign-in')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    const client = await house().signInAs(staff.learnerId)
    expect((await client.get('/act-for')).headers.get('cache-control')).toBe('no-store')
  })

  test('a path that does not exist is a page in the reader’s language', async () => {
    const page = await house().visitor().get('/no/such/path', { 'accept-language': 'da' })
    expect(page.status).toBe(404)
    expect(page.text).toContain('Her er ikke noget')
    expect(page.text).toContain('<html lang="da"')
    expect((await house().visitor().get('/sign-in/')).status).toBe(404)
  })

  test('the wrong method is refused with the right ones, HEAD is answered without a body', async () => {
    const visitor = house().visitor()
    const put = await visitor.send('/sign-in', { method: 'PUT', body: 'x' })
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
    const head = await visitor.send('/sign-in', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
    const api = await visitor.api('GET', '/api/v1/demonstration/sign-in')
    expect([api.status, api.headers.get('content-type')]).toEqual([405, 'application/problem+json'])
  })

  test('the language is kept in a cookie', async () => {
    const client = house().visitor()
    expect((await client.get('/language/en?to=%2Fsign-in')).location).toBe('/sign-in')
    expect((await client.get('/sign-in')).text).toContain('<html lang="en"')
    expect((await client.get('/language/en?to=//evil.example')).location).toBe('/')
    expect((await client.get('/language/xx')).status).toBe(404)
  })
})

test('health, robots, files and the description of the API are served', async () => {
  const visitor = house().visitor()
  const health = await visitor.get('/health')
  expect(health.json()).toEqual({ status: 'ok', version: '0.1.0', database: 'ok' })
  expect((await visitor.get('/robots.txt')).text).toContain('Disallow: /s/')
  const sheet = /href="(\/assets\/meritum\.[^"]+)"/.exec((await visitor.get('/sign-in')).text)![1]!
  const asset = await visitor.get(sheet)
  expect(asset.headers.get('cache-control')).toContain('immutable')
  expect(asset.headers.get('content-type')).toContain('text/css')
  expect((await visitor.get('/assets/none.css')).status).toBe(404)
  const api = (await visitor.get('/api/v1/openapi.json')).json<{ openapi: string; paths: object }>()
  expect(api.openapi).toBe('3.1.0')
  expect(Object.keys(api.paths)).toContain('/api/v1/demonstration/sign-in')
})
