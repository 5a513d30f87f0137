import { beforeAll, describe, expect, test } from 'vitest'
import { createPerson, createStaffed, type Staffed } from '../../../test/factories/people.ts'
import { testApp } from '../../../test/test-app.ts'
import type { Actor } from '../../access/actor.ts'
import { inTenant } from '../../db/tenant.ts'
import {
  createMicroCredential,
  getMicroCredential,
  getVersion,
  listMicroCredentials,
  listVersions,
  moveOutcome,
  optofibreExample,
  publishVersion,
  removeOutcome,
  replaceDraft,
  saveOutcome,
  saveSection,
} from './index.ts'

const house = testApp()
let staff: Staffed
let designer: Actor

beforeAll(async () => {
  staff = await createStaffed(house().services)
  designer = actorOf('designer')
})

function actorOf(role: 'designer' | 'assessor'): Actor {
  const organisation = { id: staff.organisationId, name: 'Fiberkraft Norr Utbildning (demo)', roles: [role] }
  return { kind: 'person', personId: staff.designerId, name: 'Karin Ek', organisation }
}

const title = { sv: 'Mätning med OTDR' }
const create = () => createMicroCredential(house().services, designer, { languages: ['sv', 'en'], title })
const read = (id: string) => getMicroCredential(house().services, staff.organisationId, id)

async function createWhole() {
  const { id, revision } = await create()
  const draft = optofibreExample()
  const replaced = await replaceDraft(house().services, designer, { id, revision, draft })
  return { id, revision: replaced.revision, draft }
}

describe('createMicroCredential', () => {
  test('fills in what the organisation always says', async () => {
    const { id } = await create()
    const { draft, revision } = await read(id)
    expect(revision).toBe(1)
    expect(draft).toMatchObject({
      title,
      countries: ['SWE'],
      awardingBodies: [{ legalName: { sv: 'Fiberkraft Norr Utbildning (demo)' } }],
      steward: { registration: '559999-0011' },
    })
  })

  test('needs the title in the first language', async () => {
    const attempt = createMicroCredential(house().services, designer, {
      languages: ['en', 'sv'],
      title,
    })
    await expect(attempt).rejects.toMatchObject({ problems: [{ field: 'title.en' }] })
  })

  test('is for designers', async () => {
    const attempt = createMicroCredential(house().services, actorOf('assessor'), { languages: ['sv'], title })
    await expect(attempt).rejects.toMatchObject({ code: 'access.denied' })
  })
})

describe('a draft', () => {
  test('is saved only over what its author has seen', async () => {
    const { id, revision } = await create()
    const values = { workload: { hours: 24 } }
    const change = { id, section: 'workload', values } as const
    await saveSection(house().services, designer, { ...change, revision })
    const late = saveSection(house().services, designer, {
      ...change,
      revision,
      values: { workload: { hours: 8 } },
    })
    await expect(late).rejects.toMatchObject({ code: 'thing.conflict' })
    expect((await read(id)).draft.workload).toEqual({ hours: 24 })
  })

  test('forgets what a section leaves out, and nothing else', async () => {
    const { id, revision } = await createWhole()
    const values = { workTasks: { sv: 'Laga fiber.' } }
    await saveSection(house().services, designer, { id, revision, section: 'kompetenspasset', values })
    const { draft } = await read(id)
    expect(draft.workTasks).toEqual({ sv: 'Laga fiber.' })
    expect(draft.ssyk).toBeUndefined()
    expect(draft.workload).toEqual({ hours: 24 })
  })

  test('belongs to its organisation', async () => {
    const { id } = await create()
    const stranger = await createStaffed(house().services)
    await expect(getMicroCredential(house().services, stranger.organisationId, id)).rejects.toMatchObject({
      code: 'thing.not_found',
    })
    expect((await listMicroCredentials(house().services, stranger.organisationId)).total).toBe(0)
  })
})

describe('outcomes', () => {
  test('are added, replaced, moved and removed in order', async () => {
    const { id, revision } = await create()
    const [first, second] = optofibreExample().outcomes
    const services = house().services
    let place = { id, ...(await saveOutcome(services, designer, { id, revision, outcome: first! })) }
    place = { id, ...(await saveOutcome(services, designer, { ...place, outcome: second! })) }
    const ids = async () => (await read(id)).draft.outcomes?.map(outcome => outcome.id)
    expect(await ids()).toEqual([first!.id, second!.id])
    place = {
      id,
      ...(await moveOutcome(services, designer, { ...place, outcomeId: second!.id, direction: 'up' })),
    }
    expect(await ids()).toEqual([second!.id, first!.id])
    place = {
      id,
      ...(await moveOutcome(services, designer, { ...place, outcomeId: second!.id, direction: 'up' })),
    }
    expect(await ids()).toEqual([second!.id, first!.id])
    const changed = { ...first!, criterion: { sv: 'Nytt kriterium.' } }
    place = { id, ...(await saveOutcome(services, designer, { ...place, outcome: changed })) }
    await removeOutcome(services, designer, { ...place, outcomeId: second!.id })
    expect((await read(id)).draft.outcomes).toEqual([changed])
  })

  test('are refused without a verb, at the field, in every language that was begun', async () => {
    const { id, revision } = await create()
    const [outcome] = optofibreExample().outcomes
    const parts = { sv: { ...outcome!.parts.sv!, activity: '' }, en: { ...outcome!.parts.en!, content: '' } }
    const attempt = saveOutcome(house().services, designer, { id, revision, outcome: { ...outcome!, parts } })
    await expect(attempt).rejects.toMatchObject({
      code: 'input.invalid',
      problems: [
        { field: 'parts.sv.activity', key: 'design.outcome.verb_missing' },
        { field: 'parts.en.content', key: 'design.outcome.part_missing' },
      ],
    })
    expect((await read(id)).draft.outcomes).toBeUndefined()
  })
})

describe('publishVersion', () => {
  test('is refused with everything that is missing', async () => {
    const { id, revision } = await create()
    const attempt = publishVersion(house().services, designer, { id, revision })
    await expect(attempt).rejects.toMatchObject({ code: 'design.incomplete', status: 422 })
    const problems = await attempt.catch(error => error.problems.map((p: { field: string }) => p.field))
    expect(problems).toEqual(expect.arrayContaining(['outcomes', 'workload', 'level', 'validity']))
    expect((await read(id)).versions).toEqual([])
  })

  test('freezes the content, counts up, and does nothing twice', async () => {
    const { id, revision, draft } = await createWhole()
    const services = house().services
    const first = await publishVersion(services, designer, { id, revision })
    expect(first.number).toBe(1)
    expect(await publishVersion(services, designer, { id, revision })).toEqual(first)

    const values = { workload: { hours: 30 } }
    const saved = await saveSection(services, designer, { id, revision, section: 'workload', values })
    const second = await publishVersion(services, designer, { id, revision: saved.revision })
    expect(second.number).toBe(2)
    const frozen = await getVersion(services, staff.organisationId, first.versionId)
    expect(frozen).toMatchObject({ number: 1, microCredentialId: `urn:uuid:${id}` })
    expect(frozen.content).toEqual(draft)
    const newest = await listVersions(services, staff.organisationId)
    expect(newest.map(({ versionId }) => versionId)).toContain(second.versionId)
    expect(newest.map(({ versionId }) => versionId)).not.toContain(first.versionId)
  })

  test('leaves out texts in languages that are no longer chosen', async () => {
    const { id, revision } = await createWhole()
    const draft = { ...optofibreExample(), languages: ['sv'] }
    const replaced = await replaceDraft(house().services, designer, { id, revision, draft })
    const { versionId } = await publishVersion(house().services, designer, {
      id,
      revision: replaced.revision,
    })
    const { content } = await getVersion(house().services, staff.organisationId, versionId)
    expect(Object.keys(content.title)).toEqual(['sv'])
    expect(Object.keys(content.outcomes[0]!.parts)).toEqual(['sv'])
    expect((await read(id)).draft.title?.da).toBeTruthy()
  })

  test('is refused when the draft has changed since it was looked at', async () => {
    const { id, revision } = await createWhole()
    const attempt = publishVersion(house().services, designer, { id, revision: revision - 1 })
    await expect(attempt).rejects.toMatchObject({ code: 'thing.conflict' })
  })

  test('leaves a record with opaque ids', async () => {
    const { id, revision } = await createWhole()
    const { versionId } = await publishVersion(house().services, designer, { id, revision })
    const acts = await inTenant(house().services.db, staff.organisationId, trx =>
      trx.selectFrom('audit_event').select(['act', 'actor_id']).where('thing_id', '=', versionId).execute(),
    )
    expect(acts).toEqual([{ act: 'design.publish', actor_id: staff.designerId }])
  })
})

test('people outside the organisation design nothing', async () => {
  const personId = await createPerson(house().services)
  const attempt = createMicroCredential(
    house().services,
    { kind: 'person', personId, name: 'Maja' },
    { languages: ['sv'], title },
  )
  await expect(attempt).rejects.toMatchObject({ code: 'access.denied' })
})
