import { beforeAll, expect, test } from 'vitest'
import { createMembership, createOrganisation, createPerson } from '../../test/factories/people.ts'
import { testApp } from '../../test/test-app.ts'
import type { TestClient } from '../../test/test-client.ts'
import { type Actor, type Role, roles } from '../access/actor.ts'
import { can } from '../access/can.ts'
import type { Route } from '../rooms/route.ts'
import { routes } from './rooms.ts'

/** Every route is walked: one that says nothing of who may call it, or of its limits, fails here. */

const house = testApp()
let organisationId: string
const people = new Map<Role | 'all' | 'nobody', string>()

beforeAll(async () => {
  const { services } = house()
  organisationId = await createOrganisation(services)
  for (const role of [...roles, 'all', 'nobody'] as const) {
    const personId = await createPerson(services, { familyName: role })
    const held = role === 'all' ? roles : role === 'nobody' ? [] : [role]
    if (held.length > 0) await createMembership(services, organisationId, personId, ...held)
    people.set(role, personId)
  }
})

const nameOf = (route: Route) => `${route.method} ${route.path}`
const pathOf = (route: Route) =>
  route.path.replace(/:(\w+)/g, (_, name) => (/^id$|Id$/.test(name) ? crypto.randomUUID() : 'unknown-thing'))
const isForm = (route: Route) => route.method === 'POST' && route.kind !== 'api'

function call(client: TestClient, route: Route, path = pathOf(route)) {
  if (route.kind === 'api') return client.api(route.method, path, route.method === 'POST' ? {} : undefined)
  return route.method === 'GET' ? client.get(path) : client.post(path)
}

const allowed = () => house().signInAs(people.get('all')!)

/** Who may not call a route that asks for an act: those without a role for it. */
function refusedRoles(route: Route): (Role | 'nobody')[] {
  const { who } = route
  if (who === 'anyone' || who === 'signed-in') return []
  const actorWith = (role: Role): Actor => ({
    kind: 'person',
    personId: 'p',
    name: 'n',
    organisation: { id: 'o', name: 'n', roles: [role] },
  })
  const refused: (Role | 'nobody')[] = roles.filter(role => role !== 'learner' && !can(actorWith(role), who))
  if (!can({ kind: 'person', personId: 'p', name: 'n' }, who)) refused.push('nobody')
  return refused
}

test('routes are unique and say what they must', () => {
  const names = routes.map(nameOf)
  expect(names).toEqual([...new Set(names)])
  for (const route of routes) {
    expect(route.who, nameOf(route)).toMatch(/^(anyone|signed-in|[a-z]+\.[a-z]+)$/)
    expect(Number.isInteger(route.limits.bodyBytes) && route.limits.bodyBytes >= 0, nameOf(route)).toBe(true)
    expect(route.limits.perMinute, nameOf(route)).toBeGreaterThan(0)
    if (route.method === 'GET') expect(route.limits.bodyBytes, nameOf(route)).toBe(0)
    expect(route.path.startsWith('/api/'), nameOf(route)).toBe(route.kind === 'api')
    expect(Boolean(route.openapi), `${nameOf(route)} has openapi`).toBe(route.kind === 'api')
  }
})

test('every example in the API’s description fits its schema', () => {
  for (const route of routes) {
    if (!route.openapi) continue
    const result = route.openapi.response.safeParse(route.openapi.example)
    expect(result.success, `${nameOf(route)}: ${result.error?.message}`).toBe(true)
  }
})

for (const route of routes.filter(({ who }) => who !== 'anyone')) {
  test(`${nameOf(route)} asks somebody who has not signed in to do so`, async () => {
    const answer = await call(house().visitor(), route)
    if (route.kind === 'api')
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    else expect([answer.status, answer.location?.split('?')[0]]).toEqual([303, '/sign-in'])
  })

  for (const role of refusedRoles(route)) {
    test(`${nameOf(route)} refuses somebody whose role is ${role}`, async () => {
      const client = await house().signInAs(people.get(role)!)
      expect((await call(client, route)).status).toBe(403)
    })
  }
}

for (const route of routes.filter(({ method }) => method === 'POST')) {
  test(`${nameOf(route)} refuses a body that is too large`, async () => {
    const client = await allowed()
    const body = new Uint8Array(route.limits.bodyBytes + 1).fill(97)
    const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
    if (route.kind === 'api') headers.authorization = `Bearer ${client.cookies.get('meritum-session')}`
    expect((await client.send(pathOf(route), { method: 'POST', body, headers })).status).toBe(413)
  })
}

for (const route of routes.filter(isForm)) {
  test(`${nameOf(route)} refuses a form that is not ours`, async () => {
    const client = await allowed()
    const crossSite = await client.post(pathOf(route), {}, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(crossSite.status).toBe(403)
    const without = await client.post(pathOf(route), {}, { formToken: null })
    expect(without.status).toBe(403)
  })
}

for (const route of routes.filter(({ path }) => path.includes(':') && path !== '/language/:tag')) {
  test(`${nameOf(route)} does not find what does not exist`, async () => {
    const client = await allowed()
    const unknown = await call(client, route)
    // A form without its fields may be refused for them before anything is looked for.
    expect(route.method === 'GET' ? [404] : [404, 422, 400]).toContain(unknown.status)
    if (/:(id|\w+Id)\b/.test(route.path)) {
      const noId = await call(client, route, route.path.replace(/:\w+/g, 'x'))
      expect(noId.status).toBe(404)
    }
  })
}
