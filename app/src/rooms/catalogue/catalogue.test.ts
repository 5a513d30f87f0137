import { beforeAll, expect, test } from 'vitest'
import { createStaffed, type Staffed } from '../../../test/factories/people.ts'
import { testApp } from '../../../test/test-app.ts'
import type { Actor } from '../../access/actor.ts'
import { createMicroCredential, optofibreExample, publishVersion, replaceDraft } from '../design/index.ts'
import { searchCatalogue } from './index.ts'

const house = testApp()
let staff: Staffed
let older: string
let newer: string

beforeAll(async () => {
  staff = await createStaffed(house().services)
  const first = await publish('Lagning av optofiber')
  older = first.versionId
  house().clock.forward(60_000)
  newer = (await first.again({ hours: 30 })).versionId
})

async function publish(title: string) {
  const services = house().services
  const actor: Actor = {
    kind: 'person',
    personId: staff.designerId,
    name: 'Karin Ek',
    organisation: { id: staff.organisationId, name: 'Fiberkraft', roles: ['designer'] },
  }
  const draft = { ...optofibreExample(), title: { sv: title } }
  const { id, revision } = await createMicroCredential(services, actor, {
    languages: ['sv'],
    title: { sv: title },
  })
  const replaced = await replaceDraft(services, actor, { id, revision, draft })
  const published = await publishVersion(services, actor, { id, revision: replaced.revision })
  const again = async (workload: { hours: number }) => {
    const next = await replaceDraft(services, actor, {
      id,
      revision: replaced.revision,
      draft: { ...draft, workload },
    })
    return publishVersion(services, actor, { id, revision: next.revision })
  }
  return { ...published, again }
}

const search = (words: string, page = 1) => searchCatalogue(house().services, { words, page })

test('offers the newest version of each, also to a visitor', async () => {
  const { items, total } = await search('')
  expect([total, items.map(({ versionId }) => versionId)]).toEqual([1, [newer]])
  const page = await house().visitor().get('/catalogue')
  expect(page.text).toContain(`href="/catalogue/${newer}"`)
  expect(page.text).not.toContain(older)
})

test('finds words in titles, and takes none for a pattern', async () => {
  expect((await search('OPTOFIBER')).total).toBe(1)
  expect((await search('koppar')).total).toBe(0)
  expect((await search('%')).total).toBe(0)
  expect((await search('_')).total).toBe(0)
  expect((await search('\\')).total).toBe(0)
})

test('answers what it hasn’t got with a way on', async () => {
  const page = await house().visitor().get('/catalogue?q=%00koppar%27--')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Inget med de orden')
  expect((await house().visitor().get('/catalogue?page=-1')).status).toBe(200)
  expect((await house().visitor().get('/catalogue?page=9999')).status).toBe(200)
})

test('keeps an older version readable, with the way to the newest', async () => {
  const page = await house().visitor().get(`/catalogue/${older}`)
  expect(page.status).toBe(200)
  expect(page.text).toContain(`href="/catalogue/${newer}"`)
  expect(page.text).toContain('24 timmar')
  const now = await house().visitor().get(`/catalogue/${newer}`)
  expect(now.text).toContain('30 timmar')
  expect(now.text).toContain(`href="/catalogue/${older}"`)
})

test('never promises recognition or a framework level', async () => {
  const { text } = await house().visitor().get(`/catalogue/${newer}`)
  expect(text).toContain('officiellt erkännande')
  expect(text).toContain('Utfärdarens egen bedömning')
  expect(text).toContain('Inget beslut finns')
})

test('knows no other versions', async () => {
  expect((await house().visitor().get(`/catalogue/${crypto.randomUUID()}`)).status).toBe(404)
  expect((await house().visitor().get('/catalogue/abc')).status).toBe(404)
})

test('turns pages of twenty', async () => {
  for (let i = 0; i < 20; i++) await publish(`Fler ${i}`)
  const [first, second] = [await search(''), await search('', 2)]
  expect([first.items.length, second.items.length, first.pages]).toEqual([20, 1, 2])
  expect((await house().visitor().get('/catalogue?q=Fler')).text).toContain('20 mikromeriter')
})
