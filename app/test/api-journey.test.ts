import { beforeAll, expect, test } from 'vitest'
import { expectConforming } from '../../conformance/shacl/expect-conforming.ts'
import { optofibreExample } from '../src/rooms/design/index.ts'
import { createSealKey } from '../src/rooms/organisation/index.ts'
import { deliver, temporaryData } from './factories/journey.ts'
import { createStaffed, type Staffed } from './factories/people.ts'
import { testApp } from './test-app.ts'
import type { Answer, TestClient } from './test-client.ts'

/** The whole journey through the API alone, each in her role, with a bearer token and no cookie. */

const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })
let staff: Staffed
let karin: TestClient
let lars: TestClient
let siv: TestClient
let maja: TestClient

beforeAll(async () => {
  const { services } = house()
  staff = await createStaffed(services)
  await createSealKey(services, staff.organisationId)
  karin = await house().signInAs(staff.designerId)
  lars = await house().signInAs(staff.assessorId)
  siv = await house().signInAs(staff.issuerId)
  maja = await house().signInAs(staff.learnerId)
})

interface Verdict {
  readonly verdict: string
  readonly checks: readonly { id: string; state: string; code: string; message: string }[]
  readonly credential?: { holder: { name: string }; designedBy: { name: Record<string, string> } }
}

const verify = async (bytes: Uint8Array) =>
  (await house().visitor().api('POST', '/api/v1/verifications', bytes, null)).json<Verdict>()

function refused(answer: Answer, status: number, code: string) {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({ status, code })
  return answer.json<{ problems?: { field: string; message: string }[] }>().problems ?? []
}

function taken<T>(answer: Answer, status = 201): T {
  expect(answer.status, answer.text).toBe(status)
  return answer.json<T>()
}

async function design(): Promise<string> {
  const root = '/api/v1/micro-credentials'
  const content = optofibreExample()
  const begun = taken<{ id: string; revision: number }>(
    await karin.api('POST', root, { languages: ['sv'], title: content.title }),
  )
  const missing = refused(
    await karin.api('POST', `${root}/${begun.id}/versions`, { revision: begun.revision }),
    422,
    'design.incomplete',
  )
  expect(missing.map(({ field }) => field)).toContain('outcomes')
  const change = { revision: begun.revision, draft: content }
  const draft = taken<{ revision: number }>(await karin.api('POST', `${root}/${begun.id}/draft`, change), 200)
  refused(await karin.api('POST', `${root}/${begun.id}/versions`, { revision: 1 }), 409, 'thing.conflict')
  const version = await karin.api('POST', `${root}/${begun.id}/versions`, { revision: draft.revision })
  return taken<{ id: string }>(version).id
}

const met = (outcomeId: string, method: string, result = 'met') => ({
  outcomeId,
  result,
  method,
  supervision: 'supervised-on-site-with-id',
})

async function assess(versionId: string): Promise<string> {
  const root = '/api/v1/assessment-cases'
  const nobody = { versionId, personId: crypto.randomUUID() }
  expect(refused(await lars.api('POST', root, nobody), 422, 'input.invalid')[0]?.field).toBe('personId')
  const { id } = taken<{ id: string }>(await lars.api('POST', root, { versionId, personId: staff.learnerId }))
  const { outcomes } = optofibreExample()
  const results = `${root}/${id}/results`
  const alone = await lars.api('POST', results, met(outcomes[0]!.id, 'self-assessment'))
  refused(alone, 422, 'assessment.self_assessment_alone')
  for (const [index, outcome] of outcomes.entries()) {
    const result = met(outcome.id, outcome.methods[0]!, index === 0 ? 'not-yet-met' : 'met')
    expect(taken(await lars.api('POST', results, result))).toEqual({ state: 'open' })
  }
  return id
}

test('a micro-credential from design to revocation', async () => {
  const versionId = await design()
  const caseId = await assess(versionId)

  const early = refused(await siv.api('POST', '/api/v1/awards', { caseId }), 422, 'issuing.outcomes_missing')
  expect(early).toHaveLength(1)
  const [first] = optofibreExample().outcomes
  const retried = await lars.api(
    'POST',
    `/api/v1/assessment-cases/${caseId}/results`,
    met(first!.id, first!.methods[0]!),
  )
  expect(taken(retried)).toEqual({ state: 'ready' })

  const ended = refused(
    await siv.api('POST', '/api/v1/awards', { caseId, validUntil: '2026-03-13' }),
    422,
    'input.invalid',
  )
  expect(ended[0]?.field).toBe('validUntil')
  const award = taken<{ id: string; state: string }>(await siv.api('POST', '/api/v1/awards', { caseId }))
  expect(award.state).toBe('issued')
  const again = taken<{ id: string; credentials: unknown[] }>(
    await siv.api('POST', '/api/v1/awards', { caseId }),
  )
  expect(again).toMatchObject({ id: award.id })
  expect(again.credentials).toHaveLength(1)

  await deliver(house().services)
  const { credentials } = taken<{ credentials: { id: string; state: string; checkLink: string }[] }>(
    await maja.api('GET', '/api/v1/wallet'),
    200,
  )
  expect(credentials).toMatchObject([{ state: 'in-force' }])
  const held = credentials[0]!
  const file = await maja.api('GET', `/api/v1/wallet/${held.id}/file`)
  const same = await siv.api('GET', `/api/v1/awards/${award.id}/credential`)
  expect(file.bytes).toEqual(same.bytes)
  await expectConforming(file.bytes)

  const valid = await verify(file.bytes)
  expect(valid.verdict).toBe('valid')
  expect(valid.checks.map(({ state }) => state)).toEqual(Array(6).fill('passed'))
  expect(valid.credential?.holder.name).toBe('Maja Lindqvist Sarri')
  expect(valid.credential?.designedBy.name.sv).toBe('Branschrådet Optofiber (demo)')
  const checked = await house().visitor().get(new URL(held.checkLink).pathname)
  expect(checked.status).toBe(200)

  const share = taken<{ id: string; link: string }>(
    await maja.api('POST', `/api/v1/wallet/${held.id}/shares`, { days: 7 }),
  )
  const shared = new URL(share.link).pathname
  expect((await house().visitor().get(shared)).status).toBe(200)

  const revocation = `/api/v1/awards/${award.id}/revocation`
  expect(refused(await siv.api('POST', revocation, {}), 422, 'input.invalid')[0]?.field).toBe('reason')
  const revoked = taken(await siv.api('POST', revocation, { reason: 'issued-in-error' }), 200)
  expect(revoked).toMatchObject({ state: 'revoked', revoked: { reason: 'issued-in-error' } })
  refused(await siv.api('POST', revocation, { reason: 'issued-in-error' }), 409, 'issuing.already_revoked')
  await deliver(house().services)
  const invalid = await verify(file.bytes)
  expect(invalid.verdict).toBe('invalid')
  expect(invalid.checks.find(({ id }) => id === 'status')).toMatchObject({
    state: 'failed',
    code: 'status.revoked',
  })
  const list = taken<{ credentials: unknown[] }>(await maja.api('GET', '/api/v1/wallet'), 200)
  expect(list.credentials).toMatchObject([{ state: 'revoked', revoked: { reason: 'issued-in-error' } }])

  expect(taken(await maja.api('POST', `/api/v1/shares/${share.id}/withdrawal`), 200)).toEqual({
    state: 'withdrawn',
  })
  expect((await house().visitor().get(shared)).status).toBe(410)
})
