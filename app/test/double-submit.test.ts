import { beforeAll, expect, test } from 'vitest'
import { optofibreExample } from '../src/rooms/design/index.ts'
import { assess, award, createStage, type Stage, temporaryData } from './factories/journey.ts'
import { createMembership, createPerson } from './factories/people.ts'
import { testApp } from './test-app.ts'
import type { Answer, Fields, TestClient } from './test-client.ts'

/** Every form of the journey, sent twice as an impatient hand does it, has one effect. */

const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })
let stage: Stage
let karin: TestClient
let lars: TestClient
let siv: TestClient
let maja: TestClient
let heldId: string
let awardId: string

beforeAll(async () => {
  const { services } = house()
  stage = await createStage(services)
  karin = await house().signInAs(stage.designerId)
  lars = await house().signInAs(stage.assessorId)
  siv = await house().signInAs(stage.issuerId)
  maja = await house().signInAs(stage.learnerId)
  awardId = (await award(services, stage)).awardId
  const list = (await maja.api('GET', '/api/v1/wallet')).json<{ credentials: { id: string }[] }>()
  heldId = list.credentials[0]!.id
})

/** Sends the form of a page twice: one after the other, and once more at the same time. */
async function sendTwice(client: TestClient, page: string, path: string, fields: Fields): Promise<Answer> {
  const formToken = await client.tokenOf(page)
  const send = () => client.post(path, fields, { formToken })
  const first = await send()
  expect(first.status, first.text).toBe(303)
  for (const again of [await send(), ...(await Promise.all([send(), send()]))]) {
    expect([again.status, again.location]).toEqual([303, first.location])
  }
  return first
}

const count = async (client: TestClient, path: string, pattern: RegExp) =>
  [...(await client.get(path)).text.matchAll(pattern)].length

async function newLearner(): Promise<string> {
  const personId = await createPerson(house().services, { givenName: 'Amir', familyName: 'Haddad' })
  await createMembership(house().services, stage.organisationId, personId, 'learner')
  return personId
}

interface Micro {
  readonly revision: number
  readonly draft: { readonly outcomes?: readonly unknown[] }
  readonly versions: readonly unknown[]
}

test('design: begin, write a section, write an outcome, publish', async () => {
  const rows = () => count(karin, '/design', /<a[^>]+href="\/design\/[0-9a-f-]{36}"/g)
  const before = await rows()
  const begun = await sendTwice(karin, '/design/new', '/design/new', {
    'title.sv': 'En gång',
    languages: ['sv'],
  })
  expect(await rows()).toBe(before + 1)

  const id = begun.location!.split('/').at(-1)!
  const micro = async () => (await karin.api('GET', `/api/v1/micro-credentials/${id}`)).json<Micro>()
  const workload = `/design/${id}/workload`
  await sendTwice(karin, workload, workload, { revision: '1', 'workload.hours': '24' })
  expect((await micro()).revision).toBe(2)

  const { parts, criterion, category, methods } = optofibreExample().outcomes[0]!
  const words = Object.entries(parts.sv!).map(([part, text]) => [`parts.sv.${part}`, text])
  const fields = {
    revision: '2',
    category,
    methods,
    'criterion.sv': criterion.sv!,
    ...Object.fromEntries(words),
  }
  const page = `/design/${id}/outcomes/new`
  await sendTwice(karin, page, page, fields)
  expect((await micro()).draft.outcomes).toHaveLength(1)

  const whole = { revision: 3, draft: optofibreExample() }
  await karin.api('POST', `/api/v1/micro-credentials/${id}/draft`, whole)
  await sendTwice(karin, `/design/${id}/publish`, `/design/${id}/publish`, { revision: '4' })
  expect((await micro()).versions).toHaveLength(1)
})

test('assessment: open a case, decide an outcome', async () => {
  const personId = await newLearner()
  const cases = () => count(lars, '/assessment', /<a href="\/assessment\/[0-9a-f-]{36}"/g)
  const before = await cases()
  const { versionId, content } = stage.version
  const opened = await sendTwice(lars, '/assessment/new', '/assessment/new', { versionId, personId })
  expect(await cases()).toBe(before + 1)
  const outcome = content.outcomes[0]!
  const page = `${opened.location}/outcomes/${outcome.id}`
  const decision = { method: outcome.methods[0]!, supervision: 'supervised-on-site-with-id' }
  await sendTwice(lars, page, page, { ...decision, result: 'not-yet-met' })
  await sendTwice(lars, page, page, { ...decision, result: 'met' })
  const text = (await lars.get(opened.location!, { 'accept-language': 'en' })).text
  expect(text).toContain('One earlier result is kept')
})

test('issuing: award and issue', async () => {
  const caseId = await assess(house().services, stage, await newLearner())
  const register = () => count(siv, '/issuing', /<a href="\/issuing\/awards\//g)
  const before = await register()
  const page = `/issuing/cases/${caseId}`
  const issued = await sendTwice(siv, page, page, { place: 'Skellefteå' })
  expect(await register()).toBe(before + 1)
  const found = await siv.api('GET', `/api/v1/awards/${issued.location!.split('/').at(-1)}`)
  expect(found.json<{ credentials: unknown[] }>().credentials).toHaveLength(1)
})

test('the wallet: share, stop sharing', async () => {
  const page = `/wallet/${heldId}/share`
  const shared = await sendTwice(maja, page, page, { purpose: 'Bara en gång', days: '7' })
  expect(await count(maja, '/wallet/shares', /Bara en gång/g)).toBe(1)
  const shareId = shared.location!.split('=').at(-1)!
  await sendTwice(maja, '/wallet/shares', `/wallet/shares/${shareId}/withdrawal`, {})
})

test('revoking', async () => {
  const page = `/issuing/awards/${awardId}/revoke`
  await sendTwice(siv, page, page, { reason: 'issued-in-error', note: 'Fel person.' })
  const found = await siv.api('GET', `/api/v1/awards/${awardId}`)
  expect(found.json()).toMatchObject({ state: 'revoked', revoked: { reason: 'issued-in-error' } })
})
