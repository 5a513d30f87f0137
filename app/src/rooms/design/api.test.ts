import { beforeAll, describe, expect, test } from 'vitest'
import { createStaffed, type Staffed } from '../../../test/factories/people.ts'
import { testApp } from '../../../test/test-app.ts'
import type { Answer, TestClient } from '../../../test/test-client.ts'
import { optofibreExample } from './index.ts'

const house = testApp()
let staff: Staffed
let karin: TestClient

beforeAll(async () => {
  staff = await createStaffed(house().services)
  karin = await house().signInAs(staff.designerId, staff.organisationId)
})

const root = '/api/v1/micro-credentials'

async function create(): Promise<{ id: string; revision: number }> {
  const answer = await karin.api('POST', root, { languages: ['sv'], title: { sv: 'Mätning med OTDR' } })
  expect(answer.status).toBe(201)
  return answer.json()
}

const fieldsOf = (answer: Answer) =>
  answer.json<{ problems: { field: string }[] }>().problems.map(({ field }) => field)

describe('the API of design', () => {
  test('takes a micro-credential from title to published version', async () => {
    const { id, revision } = await create()
    const { outcomes, ...rest } = optofibreExample()
    const draft = { ...rest, outcomes: outcomes.map(({ id: _, ...outcome }) => outcome) }
    const replaced = await karin.api('POST', `${root}/${id}/draft`, { revision, draft })
    expect(replaced.json()).toEqual({ id, revision: 2 })
    const published = await karin.api('POST', `${root}/${id}/versions`, { revision: 2 })
    expect(published.status).toBe(201)
    const version = published.json<{ id: string; number: number }>()
    const read = await karin.api('GET', `/api/v1/versions/${version.id}`)
    expect(read.json()).toMatchObject({ id: version.id, number: 1, content: rest })
    const whole = await karin.api('GET', `${root}/${id}`)
    expect(whole.json()).toMatchObject({ id, revision: 2, versions: [{ id: version.id, number: 1 }] })

    const item = await house().visitor().api('GET', `/api/v1/catalogue/${version.id}`, undefined, null)
    expect(item.json()).toEqual(read.json())
    const list = await house().visitor().api('GET', '/api/v1/catalogue?q=OPTOFIBER', undefined, null)
    expect(list.json()).toMatchObject({ total: 1, page: 1, pages: 1, items: [{ id: version.id }] })
  })

  test('refuses two texts in one language, whatever they are in', async () => {
    const answer = await karin.api('POST', root, '{"languages":["sv"],"title":{"sv":"En","sv":"Två"}}')
    expect(answer.status).toBe(400)
    expect(answer.json()).toMatchObject({ code: 'input.malformed' })
  })

  test.each([
    ['broken JSON', '{"languages":["sv"]'],
    ['a list', '[]'],
    ['nothing', ''],
  ])('refuses %s', async (_, body) => {
    const answer = await karin.api('POST', root, body)
    expect([400, 422]).toContain(answer.status)
    expect(answer.headers.get('content-type')).toMatch(/problem\+json/)
  })

  test('points at each wrong field', async () => {
    const { id, revision } = await create()
    const [first, second] = optofibreExample().outcomes
    const draft = {
      languages: ['sv'],
      title: { sv: 'Mätning' },
      unknown: true,
      workload: { hours: -1 },
      countries: ['Sverige'],
      outcomes: [first, { ...second!, category: 'attitude' }],
    }
    const answer = await karin.api('POST', `${root}/${id}/draft`, { revision, draft })
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer).sort()).toEqual([
      'draft.countries.0',
      'draft.outcomes.1.category',
      'draft.unknown',
      'draft.workload.hours',
    ])
  })

  test('refuses an outcome without a verb, and the same outcome twice', async () => {
    const { id, revision } = await create()
    const [first] = optofibreExample().outcomes
    const parts = { sv: { ...first!.parts.sv!, activity: ' ' } }
    const draft = {
      languages: ['sv'],
      title: { sv: 'Mätning' },
      outcomes: [first, { ...first!, parts }],
    }
    const answer = await karin.api('POST', `${root}/${id}/draft`, { revision, draft })
    expect(answer.status).toBe(422)
    expect(fieldsOf(answer)).toEqual(['draft.outcomes.1.id', 'draft.outcomes.1.parts.sv.activity'])
    expect((await karin.api('GET', `${root}/${id}`)).json<{ revision: number }>().revision).toBe(1)
  })

  test('says what is missing instead of publishing', async () => {
    const { id, revision } = await create()
    const answer = await karin.api('POST', `${root}/${id}/versions`, { revision })
    expect(answer.status).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'design.incomplete' })
    expect(fieldsOf(answer)).toEqual(expect.arrayContaining(['outcomes', 'workload', 'validity']))
  })

  test('refuses a draft that has moved on', async () => {
    const { id, revision } = await create()
    const draft = { languages: ['sv'], title: { sv: 'Ny' } }
    await karin.api('POST', `${root}/${id}/draft`, { revision, draft })
    const late = await karin.api('POST', `${root}/${id}/draft`, { revision, draft })
    expect(late.status).toBe(409)
  })

  test('knows nobody without a token', async () => {
    expect((await karin.api('POST', root, {}, null)).status).toBe(401)
  })
})
