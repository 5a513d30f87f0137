import { beforeAll, describe, expect, test } from 'vitest'
import { createStaffed, type Staffed } from '../../../test/factories/people.ts'
import { testApp } from '../../../test/test-app.ts'
import type { Answer, TestClient } from '../../../test/test-client.ts'
import { getMicroCredential, optofibreExample } from './index.ts'

const house = testApp()
let staff: Staffed
let karin: TestClient

beforeAll(async () => {
  staff = await createStaffed(house().services)
  karin = await house().signInAs(staff.designerId, staff.organisationId)
})

const read = (id: string) => getMicroCredential(house().services, staff.organisationId, id)
const decode = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

/** Every field of the page's largest form with its value, as a browser would send it. */
function fieldsOf(page: Answer): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    const known = fields[name]
    fields[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
  }
  const form =
    [...page.text.matchAll(/<form class="m-form"[\s\S]*?<\/form>/g)].map(([text]) => text).at(-1) ?? ''
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    const isChoice = /type="(radio|checkbox)"/.test(tag)
    if (!name || name === 'form_token' || (isChoice && !/checked/.test(tag))) continue
    add(name, decode(/value="([^"]*)"/.exec(tag)?.[1] ?? ''))
  }
  for (const [, name, text] of form.matchAll(
    /<textarea[^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g,
  )) {
    add(name!, decode(text!))
  }
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    add(name!, /<option value="([^"]*)" selected/.exec(options!)?.[1] ?? '')
  }
  return fields
}

async function createDraft(): Promise<string> {
  const answer = await karin.post('/design/new', { 'title.sv': 'Mätning med OTDR', languages: ['sv', 'en'] })
  expect(answer.status).toBe(303)
  return answer.location!.split('/').at(-1)!
}

async function createWhole(): Promise<string> {
  const id = await createDraft()
  const { revision } = await read(id)
  const answer = await karin.api('POST', `/api/v1/micro-credentials/${id}/draft`, {
    revision,
    draft: optofibreExample(),
  })
  expect(answer.status).toBe(200)
  return id
}

/** Fills in one page of the studio over what it shows. */
async function fill(path: string, fields: Record<string, string | string[]>): Promise<Answer> {
  const page = await karin.get(path)
  expect(page.status, path).toBe(200)
  return karin.post(path, { ...fieldsOf(page), ...fields }, { from: path })
}

describe('a new micro-credential', () => {
  test('without a title is refused at the field, and nothing is stored', async () => {
    const answer = await karin.post('/design/new', { languages: ['sv'] })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="field-title-sv"[^>]*aria-invalid="true"/)
    expect((await karin.get('/design')).text).not.toContain('m-mark-row')
  })

  test('without a language is refused, and the title is kept', async () => {
    const answer = await karin.post('/design/new', { 'title.sv': 'Mätning "OTDR" <b>' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('value="Mätning &quot;OTDR&quot; &lt;b&gt;"')
    expect(answer.text).toContain('href="#field-languages"')
  })

  test('sent twice is one', async () => {
    const token = await karin.tokenOf('/design/new')
    const fields = { 'title.sv': 'Dubbelt', languages: ['sv'] }
    const [first, second] = await Promise.all([
      karin.post('/design/new', fields, { formToken: token }),
      karin.post('/design/new', fields, { formToken: token }),
    ])
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.location).toBe(first.location)
    expect((await karin.get('/design')).text.match(/Dubbelt/g)).toHaveLength(1)
  })
})

describe('the pages of the studio', () => {
  test('take the whole guidebook example, page by page, and give it back as it was', async () => {
    const example = optofibreExample()
    const id = await createWhole()
    const before = (await read(id)).draft
    const pages = [
      'basics',
      'awarding',
      'workload',
      'level',
      'assessment',
      'participation',
      'quality',
      'validity',
      'optional',
      'kompetenspasset',
    ]
    for (const page of pages) {
      const answer = await fill(`/design/${id}/${page}`, {})
      expect([page, answer.status]).toEqual([page, 303])
    }
    for (const outcome of example.outcomes) {
      const answer = await fill(`/design/${id}/outcomes/${outcome.id}`, {})
      expect(answer.status).toBe(303)
    }
    expect((await read(id)).draft).toEqual(before)
    expect(before).toEqual(example)
  })

  test.each([
    ['workload', { 'workload.hours': '0' }, 'field-workload-hours'],
    ['workload', { 'workload.hours': 'en vecka' }, 'field-workload-hours'],
    ['workload', { 'workload.hours': '10001' }, 'field-workload-hours'],
    ['workload', { 'workload.hours': '24', 'workload.ects': '61' }, 'field-workload-ects'],
    ['validity', { 'validity.kind': 'months', 'validity.months': '601' }, 'field-validity-months'],
    ['validity', { 'validity.kind': 'months', 'validity.months': '' }, 'field-validity-months'],
    ['validity', { 'validity.kind': 'ever' }, 'field-validity-kind'],
    ['level', { 'level.kind': 'estimate', 'level.level': '9' }, 'field-level-level'],
    ['participation', { 'participation.mode': 'by-post' }, 'field-participation-mode'],
    [
      'quality',
      {
        'qualityAssurance.description.sv': '',
        'qualityAssurance.description.en': '',
        'qualityAssurance.description.da': '',
      },
      'field-qualityAssurance-description',
    ],
    ['basics', { 'title.sv': '' }, 'field-title-sv'],
    ['basics', { 'title.sv': 'x'.repeat(201) }, 'field-title-sv'],
    ['basics', { 'title.sv': 'Optofiber\u0007' }, 'field-title-sv'],
    ['basics', { 'countries.0': '', 'countries.1': '' }, 'field-countries-0'],
    ['awarding', { 'awardingBodies.0.homepage': 'javascript:alert(1)' }, 'field-awardingBodies-0-homepage'],
    ['awarding', { 'awardingBodies.0.legalName.sv': '' }, 'field-awardingBodies-0-legalName-sv'],
    ['awarding', { 'steward.email': 'ingen' }, 'field-steward-email'],
    ['optional', { homepage: 'fiber' }, 'field-homepage'],
    ['kompetenspasset', { ssyk: '74200' }, 'field-ssyk'],
    ['kompetenspasset', { esco: 'https://esco.example/x' }, 'field-esco'],
  ])('%s: %o is refused at the field and kept, nothing is stored', async (page, fields, at) => {
    const id = await createWhole()
    const before = await read(id)
    const answer = await fill(`/design/${id}/${page}`, fields as Record<string, string>)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="#${at}"`)
    expect(answer.text).toContain(`id="${at}`)
    expect(answer.text).toMatch(new RegExp(`id="${at}-error"`))
    expect(answer.text).toContain('<title>Fel: ')
    for (const [name, value] of Object.entries(fields)) {
      const kept = fieldsOf(answer)[name]
      const isChoice =
        ['kind', 'mode', 'level'].includes(name.split('.').at(-1)!) || name.startsWith('countries')
      if (!isChoice && !value.includes('\u0007')) expect(kept, name).toBe(value)
    }
    expect((await read(id)).revision).toBe(before.revision)
  })

  test('keep a text that somebody else’s has overtaken, and say so', async () => {
    const id = await createDraft()
    const path = `/design/${id}/workload`
    const stale = fieldsOf(await karin.get(path))
    await fill(`/design/${id}/level`, { 'level.kind': 'not-applicable' })
    const answer = await karin.post(path, { ...stale, 'workload.hours': '16' }, { from: path })
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('Någon annan har sparat')
    expect(fieldsOf(answer)['workload.hours']).toBe('16')
    const again = await karin.post(path, fieldsOf(answer) as Record<string, string>, { from: path })
    expect(again.status).toBe(303)
    expect((await read(id)).draft).toMatchObject({
      workload: { hours: 16 },
      level: { kind: 'not-applicable' },
    })
  })

  test('are nobody else’s', async () => {
    const id = await createDraft()
    const other = await createStaffed(house().services)
    const stranger = await house().signInAs(other.designerId, other.organisationId)
    for (const path of [`/design/${id}`, `/design/${id}/workload`, `/design/${id}/publish`]) {
      expect((await stranger.get(path)).status).toBe(404)
    }
    expect(
      (await stranger.post(`/design/${id}/workload`, { 'workload.hours': '1', revision: '1' })).status,
    ).toBe(404)
    const learner = await house().signInAs(staff.learnerId)
    expect((await learner.get(`/design/${id}`)).status).toBe(403)
  })
})

test('an assessor reads how far it has come, and is not led to where she may not go', async () => {
  const id = await createWhole()
  const lars = await house().signInAs(staff.assessorId, staff.organisationId)
  const page = await lars.get(`/design/${id}`)
  expect(page.status).toBe(200)
  expect(page.text).not.toContain(`href="/design/${id}/workload"`)
  expect((await lars.get('/design')).text).not.toContain('href="/design/new"')
  expect((await lars.get(`/design/${id}/workload`)).status).toBe(403)
})

describe('the outcome editor', () => {
  const outcome = {
    category: 'skill',
    'parts.sv.introduction': 'Innehavaren kan',
    'parts.sv.activity': 'hantera',
    'parts.sv.content': 'fibersvets',
    'parts.sv.contextAndQuality': 'med rätt kvalitet',
    'criterion.sv': 'Tre skarvar i följd.',
    methods: ['test-centre-observation-steered', 'case-study'],
  }

  test('refuses an outcome without a verb at its field, with everything kept', async () => {
    const id = await createDraft()
    const answer = await fill(`/design/${id}/outcomes/new`, { ...outcome, 'parts.sv.activity': '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(/id="field-parts-sv-activity"[^>]*aria-invalid="true"/)
    expect(answer.text).toContain('Det aktiva verbet saknas')
    expect(fieldsOf(answer)).toMatchObject({ ...outcome, 'parts.sv.activity': '' })
    expect((await read(id)).draft.outcomes).toBeUndefined()
  })

  test('names everything that is wrong at once, also without a category', async () => {
    const id = await createDraft()
    const answer = await fill(`/design/${id}/outcomes/new`, { 'parts.sv.content': 'fibersvets' })
    expect(answer.status).toBe(422)
    for (const field of ['category', 'parts-sv-activity', 'parts-sv-contextAndQuality']) {
      expect(answer.text).toContain(`href="#field-${field}"`)
    }
  })

  test('keeps the outcome and goes on to the list', async () => {
    const id = await createDraft()
    const answer = await fill(`/design/${id}/outcomes/new`, outcome)
    expect(answer.location).toBe(`/design/${id}/outcomes`)
    expect((await karin.get(answer.location!)).text).toContain(
      'Innehavaren kan hantera fibersvets med rätt kvalitet.',
    )
  })

  test('advises once on a vague verb, and changes it on request', async () => {
    const id = await createDraft()
    const first = await fill(`/design/${id}/outcomes/new`, { ...outcome, 'parts.sv.activity': 'förstå' })
    const path = first.location!
    expect(path).toMatch(/\/outcomes\/[0-9a-f-]{36}$/)
    expect((await karin.get(path)).text).toContain('”förstå” går inte att observera')
    const changed = await fill(path, { use: 'sv:hantera' })
    expect(changed.location).toBe(path)
    const page = await karin.get(path)
    expect(page.text).not.toContain('går inte att observera')
    expect((await read(id)).draft.outcomes![0]!.parts.sv!.activity).toBe('hantera')
  })

  test('lets a vague verb stay when its author has seen the advice', async () => {
    const id = await createDraft()
    const first = await fill(`/design/${id}/outcomes/new`, { ...outcome, 'parts.sv.activity': 'förstå' })
    const second = await fill(first.location!, {})
    expect(second.location).toBe(`/design/${id}/outcomes`)
  })

  test('moves and removes', async () => {
    const id = await createWhole()
    const [first, second] = (await read(id)).draft.outcomes!
    const list = `/design/${id}/outcomes`
    const revision = async () => String((await read(id)).revision)
    await karin.post(
      `${list}/${second!.id}/move`,
      { revision: await revision(), direction: 'up' },
      { from: list },
    )
    expect((await read(id)).draft.outcomes![0]!.id).toBe(second!.id)
    await karin.post(`${list}/${first!.id}/remove`, { revision: await revision() }, { from: list })
    expect((await read(id)).draft.outcomes).toHaveLength(2)
  })
})

describe('publishing', () => {
  test('lists what is missing, each with its page, and refuses', async () => {
    const id = await createDraft()
    const page = await karin.get(`/design/${id}/publish`)
    expect(page.text).toContain(`href="/design/${id}/workload"`)
    expect(page.text).toContain(`href="/design/${id}/validity"`)
    const answer = await karin.post(`/design/${id}/publish`, { revision: '1' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(`href="/design/${id}/level"`)
    expect((await read(id)).versions).toEqual([])
  })

  test('says in words what each missing thing is', async () => {
    const id = await createDraft()
    const outcome = { ...optofibreExample().outcomes[0]!, criterion: {}, methods: [] }
    const draft = { languages: ['sv'], title: { sv: 'Mätning' }, outcomes: [outcome] }
    await karin.api('POST', `/api/v1/micro-credentials/${id}/draft`, { revision: 1, draft })
    const { text } = await karin.get(`/design/${id}/publish`)
    const list = /<ul class="m-link-list">[\s\S]*?<\/ul>/.exec(text)![0]
    expect(list).not.toContain('design.')
    expect(list).toContain('Läranderesultat 1: välj bedömningsmetod')
  })

  test('offers nothing when nothing has changed', async () => {
    const id = await createWhole()
    const path = `/design/${id}/publish`
    await karin.post(path, { revision: '2' }, { from: path })
    const page = await karin.get(path)
    expect(page.text).toContain('Inget har ändrats sedan version 1')
    expect(page.text).not.toContain(`action="${path}"`)
  })

  test('makes one version of one press, and shows it to everybody', async () => {
    const id = await createWhole()
    const path = `/design/${id}/publish`
    const fields = fieldsOf(await karin.get(path)) as Record<string, string>
    const formToken = await karin.tokenOf(path)
    const [answer, again] = [
      await karin.post(path, fields, { formToken }),
      await karin.post(path, fields, { formToken }),
    ]
    expect([answer.status, again.location]).toEqual([303, answer.location])
    expect((await read(id)).versions).toHaveLength(1)
    const version = await karin.get(answer.location!)
    expect(version.status).toBe(200)
    const link = /href="(\/catalogue\/[0-9a-f-]+)"/.exec(version.text)![1]!
    const item = await house().visitor().get(link)
    expect(item.status).toBe(200)
    expect(item.text).toContain('Innehavaren kan hantera fibersvets samt kabelverktyg')
  })
})
