import { beforeAll, expect, test } from 'vitest'
import { roles } from '../src/access/actor.ts'
import { routes } from '../src/http/rooms.ts'
import { optofibreExample } from '../src/rooms/design/index.ts'
import type { Route } from '../src/rooms/route.ts'
import { award, createStage, temporaryData } from './factories/journey.ts'
import { createMembership, createPerson } from './factories/people.ts'
import { testApp } from './test-app.ts'
import type { Answer, Fields, TestClient } from './test-client.ts'

/** What belongs to another organisation or person is answered exactly as what never existed: nobody can tell. */

const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })
let stranger: TestClient
/** What the stranger may name: herself, and what her organisation has published. */
let own: { learner: string; version: string }
/** Ids of the other organisation's things, by what the routes' paths begin with. */
let theirs: {
  micro: string
  version: string
  outcome: string
  case: string
  award: string
  held: string
  share: string
  learner: string
}

beforeAll(async () => {
  const { services } = house()
  const stage = await createStage(services)
  const { caseId, awardId } = await award(services, stage)
  const learner = await house().signInAs(stage.learnerId)
  const { credentials } = (await learner.api('GET', '/api/v1/wallet')).json<{
    credentials: { id: string }[]
  }>()
  const held = credentials[0]!.id
  const shared = await learner.api('POST', `/api/v1/wallet/${held}/shares`, { days: 7 })
  theirs = {
    micro: stage.version.microCredentialId.replace('urn:uuid:', ''),
    version: stage.version.versionId,
    outcome: stage.version.content.outcomes[0]!.id,
    case: caseId,
    award: awardId,
    held,
    share: shared.json<{ id: string }>().id,
    learner: stage.learnerId,
  }
  const { organisationId, version } = await createStage(services)
  const personId = await createPerson(services, { familyName: 'Främling' })
  await createMembership(services, organisationId, personId, ...roles)
  own = { learner: personId, version: version.versionId }
  stranger = await house().signInAs(personId, organisationId)
})

/** Published to everybody: the catalogue, status lists, and links that their holders hand out. */
const open = /^\/(api\/v1\/)?(catalogue|status|m|s|language)\//
const withIds = routes.filter(({ path }) => path.includes('/:') && !open.test(path))

const firstId: readonly (readonly [RegExp, keyof typeof theirs])[] = [
  [/^\/design\/|micro-credentials\//, 'micro'],
  [/^\/api\/v1\/versions\//, 'version'],
  [/^\/assessment\/|\/assessment-cases\/|^\/issuing\/cases\//, 'case'],
  [/^\/issuing\/awards\/|\/api\/v1\/awards\//, 'award'],
  [/\/shares\/:/, 'share'],
  [/\/wallet\//, 'held'],
]

function fill(route: Route, isTheirs: boolean): { path: string; ids: string[] } {
  const ids: string[] = []
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const kind =
      ids.length === 0
        ? firstId.find(([pattern]) => pattern.test(route.path))![1]
        : name === 'versionId'
          ? 'version'
          : 'outcome'
    const id = isTheirs ? theirs[kind] : crypto.randomUUID()
    ids.push(id)
    return id
  })
  return { path, ids }
}

const outcome = optofibreExample().outcomes[0]!
const decision = {
  outcomeId: outcome.id,
  result: 'met',
  method: outcome.methods[0]!,
  supervision: 'supervised-on-site-with-id',
}

/** What a route would take from its own organisation, so that nothing but the id can be refused. */
function bodyOf({ path }: Route): Fields & Record<string, unknown> {
  if (path.endsWith('/draft')) return { revision: 1, draft: optofibreExample() } as never
  if (path.endsWith('/versions')) return { revision: 1 } as never
  if (path.includes('results')) return decision
  if (path.includes('/outcomes/') && path.startsWith('/assessment')) return decision
  if (/revo/.test(path)) return { reason: 'issued-in-error' }
  if (path.endsWith('/shares')) return { days: 7 } as never
  if (path.endsWith('/share')) return { days: '7' }
  const parts = Object.entries(outcome.parts.sv!).map(([part, text]) => [`parts.sv.${part}`, text])
  return { revision: '1', category: 'skill', direction: 'up', ...Object.fromEntries(parts) }
}

function call(route: Route, path: string): Promise<Answer> {
  if (route.kind === 'api')
    return stranger.api(route.method, path, route.method === 'POST' ? bodyOf(route) : undefined)
  return route.method === 'GET' ? stranger.get(path) : stranger.post(path, bodyOf(route))
}

const ownHeaders = /^(date|x-request-id|set-cookie|etag|content-length)$/

function comparable(answer: Answer, ids: readonly string[]) {
  const text = ids.reduce((sofar, id) => sofar.replaceAll(id, '<id>'), answer.text)
  return {
    status: answer.status,
    headers: [...answer.headers].filter(([name]) => !ownHeaders.test(name)),
    text: text.replace(/name="form_token" value="[^"]*"/g, 'name="form_token"'),
  }
}

test('the list of routes with ids is not empty', () => {
  expect(withIds.length).toBeGreaterThan(40)
})

test.each(withIds.map(route => [`${route.method} ${route.path}`, route] as const))('%s', async (_, route) => {
  const foreign = fill(route, true)
  const unknown = fill(route, false)
  const answer = comparable(await call(route, foreign.path), foreign.ids)
  expect(answer.status, answer.text).toBe(404)
  expect(answer).toEqual(comparable(await call(route, unknown.path), unknown.ids))
})

test.each([
  ['/api/v1/awards', (id: string) => ({ caseId: id }), 'case'],
  ['/api/v1/assessment-cases', (id: string) => ({ versionId: id, personId: own.learner }), 'version'],
  ['/api/v1/assessment-cases', (id: string) => ({ versionId: own.version, personId: id }), 'learner'],
] as const)('POST %s with an id in its body (%#)', async (path, bodyWith, kind) => {
  const [foreign, unknown] = [theirs[kind], crypto.randomUUID()]
  const answer = comparable(await stranger.api('POST', path, bodyWith(foreign)), [foreign])
  expect([404, 422]).toContain(answer.status)
  expect(answer).toEqual(comparable(await stranger.api('POST', path, bodyWith(unknown)), [unknown]))
})
