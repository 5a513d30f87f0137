import { beforeAll, describe, expect, test } from 'vitest'
import {
  assess,
  createStage,
  type Stage,
  staffActor,
  temporaryData,
} from '../../../test/factories/journey.ts'
import { createMembership, createPerson, createStaffed } from '../../../test/factories/people.ts'
import { testApp } from '../../../test/test-app.ts'
import { inTenant } from '../../db/tenant.ts'
import { type DecideOutcomeInput, decideOutcome, getCase, openCase } from './index.ts'

const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })
let stage: Stage

beforeAll(async () => {
  stage = await createStage(house().services)
})

const services = () => house().services

async function newLearner(): Promise<string> {
  const personId = await createPerson(services(), { givenName: 'Amir', familyName: 'Haddad' })
  await createMembership(services(), stage.organisationId, personId, 'learner')
  return personId
}

async function newCase(): Promise<string> {
  const personId = await newLearner()
  const { versionId } = stage.version
  return (await openCase(services(), stage.assessor, { versionId, personId })).caseId
}

function decision(caseId: string, change: Partial<DecideOutcomeInput> = {}): DecideOutcomeInput {
  const outcome = stage.version.content.outcomes[0]!
  return {
    caseId,
    outcomeId: outcome.id,
    result: 'met',
    method: outcome.methods[0]!,
    supervision: 'supervised-on-site-with-id',
    ...change,
  }
}

const countResults = (caseId: string) =>
  inTenant(services().db, stage.organisationId, async trx => {
    const rows = await trx.selectFrom('outcome_result').select('id').where('case_id', '=', caseId).execute()
    return rows.length
  })

describe('openCase', () => {
  test('refuses a stranger, somebody without the role of learner, and an unknown version, at the field', async () => {
    const stranger = await createPerson(services())
    const { versionId } = stage.version
    for (const personId of [stranger, stage.issuerId]) {
      await expect(openCase(services(), stage.assessor, { versionId, personId })).rejects.toMatchObject({
        code: 'input.invalid',
        problems: [{ field: 'personId', key: 'assessment.open.person_unknown' }],
      })
    }
    const personId = await newLearner()
    await expect(
      openCase(services(), stage.assessor, { versionId: stranger, personId }),
    ).rejects.toMatchObject({
      problems: [{ field: 'versionId', key: 'assessment.open.version_unknown' }],
    })
  })

  test('gives a person one case per version, also when two are opened at once', async () => {
    const input = { versionId: stage.version.versionId, personId: await newLearner() }
    const tries = await Promise.allSettled([1, 2, 3].map(() => openCase(services(), stage.assessor, input)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = tries.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    expect(refused.reason).toMatchObject({ code: 'assessment.case_exists', status: 409 })
  })

  test('is for assessors', async () => {
    const input = { versionId: stage.version.versionId, personId: await newLearner() }
    await expect(openCase(services(), stage.issuer, input)).rejects.toMatchObject({ code: 'access.denied' })
    await expect(openCase(services(), { kind: 'anonymous' }, input)).rejects.toMatchObject({
      code: 'access.sign_in_required',
    })
  })
})

describe('decideOutcome', () => {
  test('keeps every decision and lets what is missing be tried again', async () => {
    const caseId = await newCase()
    await decideOutcome(
      services(),
      stage.assessor,
      decision(caseId, { result: 'not-yet-met', note: 'Vinden ökade.' }),
    )
    house().clock.forward(60_000)
    expect(await decideOutcome(services(), stage.assessor, decision(caseId))).toEqual({ state: 'open' })
    const { progress } = await getCase(services(), stage.assessor, caseId)
    expect(progress.map(({ state }) => state)).toEqual(['met', 'not-assessed', 'not-assessed'])
    expect(progress[0]!.history.map(({ result }) => result)).toEqual(['met', 'not-yet-met'])
    expect(progress[0]!.history[1]!.note).toBe('Vinden ökade.')
  })

  test('makes the case ready when the last outcome is met, and open again when one no longer is', async () => {
    const caseId = await assess(services(), stage, await newLearner())
    expect((await getCase(services(), stage.issuer, caseId)).state).toBe('ready')
    house().clock.forward(1000)
    await decideOutcome(services(), stage.assessor, decision(caseId, { result: 'not-yet-met' }))
    expect((await getCase(services(), stage.issuer, caseId)).state).toBe('open')
  })

  test.each(['self-assessment', 'exploratory-talk'] as const)('cannot be done by %s alone', async method => {
    const caseId = await newCase()
    await expect(
      decideOutcome(services(), stage.assessor, decision(caseId, { method })),
    ).rejects.toMatchObject({
      code: 'assessment.self_assessment_alone',
      status: 422,
      problems: [{ field: 'method' }],
    })
    expect(await countResults(caseId)).toBe(0)
  })

  test('takes only methods that the outcome allows, and outcomes of the version', async () => {
    const caseId = await newCase()
    await expect(
      decideOutcome(services(), stage.assessor, decision(caseId, { method: 'written-multiple-choice' })),
    ).rejects.toMatchObject({ problems: [{ field: 'method', key: 'assessment.decide.method_not_allowed' }] })
    await expect(
      decideOutcome(services(), stage.assessor, decision(caseId, { outcomeId: services().ids.uuid() })),
    ).rejects.toMatchObject({ problems: [{ field: 'outcomeId' }] })
    expect(await countResults(caseId)).toBe(0)
  })

  test("reaches no other organisation's case", async () => {
    const caseId = await newCase()
    const other = await createStaffed(services())
    const foreign = staffActor(other, other.assessorId, 'assessor')
    await expect(decideOutcome(services(), foreign, decision(caseId))).rejects.toMatchObject({
      code: 'thing.not_found',
    })
    await expect(getCase(services(), foreign, caseId)).rejects.toMatchObject({ status: 404 })
  })

  test('seals the note: without the key nobody reads it', async () => {
    const personId = await newLearner()
    const caseId = await assess(services(), stage, personId, 1)
    await decideOutcome(services(), stage.assessor, decision(caseId, { note: 'Fibern var ren.' }))
    const stored = await inTenant(services().db, stage.organisationId, async trx => {
      const row = await trx
        .selectFrom('outcome_result')
        .select('note_sealed')
        .where('case_id', '=', caseId)
        .where('note_sealed', 'is not', null)
        .executeTakeFirstOrThrow()
      await services().vault.eraseKey(trx, { tenantId: stage.organisationId, personId })
      return row.note_sealed!
    })
    expect(stored.includes('Fibern')).toBe(false)
    await expect(getCase(services(), stage.assessor, caseId)).rejects.toMatchObject({ code: 'thing.gone' })
  })
})

describe('the pages of the assessor', () => {
  test('lead from an empty list through every outcome to a ready case', async () => {
    const assessorId = await createPerson(services(), { givenName: 'Eva', familyName: 'Ny' })
    await createMembership(services(), stage.organisationId, assessorId, 'assessor')
    const client = await house().signInAs(assessorId, stage.organisationId)
    expect((await client.get('/assessment')).text).toContain('Här samlas dina bedömningar')

    const personId = await newLearner()
    const opened = await client.post('/assessment/new', { versionId: stage.version.versionId, personId })
    expect(opened.status).toBe(303)
    let path = opened.location!
    const { outcomes } = stage.version.content
    path = `${path}/outcomes/${outcomes[0]!.id}`
    for (const outcome of outcomes) {
      expect(path).toContain(outcome.id)
      const page = await client.get(path)
      expect(page.text).toContain(outcome.parts.sv!.content)
      const fields = {
        result: 'met',
        method: outcome.methods[0]!,
        supervision: 'supervised-on-site-with-id',
        note: '',
      }
      path = (await client.post(path, fields)).location!
    }
    expect(path).toBe(opened.location)
    expect((await client.get(path)).text).toContain('Alla läranderesultat är uppnådda')
    expect((await client.get('/assessment')).text).toContain('Amir Haddad')
  })

  test('say what is missing at the field, keep what was written and store nothing', async () => {
    const caseId = await newCase()
    const client = await house().signInAs(stage.assessorId, stage.organisationId)
    const path = `/assessment/${caseId}/outcomes/${stage.version.content.outcomes[0]!.id}`
    const answer = await client.post(path, {
      result: '',
      method: 'self-assessment',
      supervision: '',
      note: 'Jag såg <b>',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Välj ett resultat')
    expect(answer.text).toContain('href="#field-supervision"')
    expect(answer.text).toContain('Jag såg &lt;b&gt;')
    const alone = await client.post(path, {
      result: 'met',
      method: 'self-assessment',
      supervision: 'supervised-without-id',
    })
    expect(alone.status).toBe(422)
    expect(alone.text).toContain('href="#field-method"')
    expect(await countResults(caseId)).toBe(0)
  })

  test('go on without a record when an outcome is left unassessed', async () => {
    const caseId = await newCase()
    const client = await house().signInAs(stage.assessorId, stage.organisationId)
    const [first, second] = stage.version.content.outcomes
    const answer = await client.post(`/assessment/${caseId}/outcomes/${first!.id}`, {
      result: 'not-assessed',
    })
    expect(answer.location).toContain(second!.id)
    expect(await countResults(caseId)).toBe(0)
  })

  test('refuse an unknown person and a second case with the choices kept', async () => {
    const client = await house().signInAs(stage.assessorId, stage.organisationId)
    const { versionId } = stage.version
    const stranger = await createPerson(services())
    const unknown = await client.post('/assessment/new', { versionId, personId: stranger })
    expect(unknown.status).toBe(422)
    expect(unknown.text).toContain('Personen finns inte bland organisationens deltagare')
    expect(unknown.text).toMatch(new RegExp(`value="${versionId}" selected`))
    const personId = await newLearner()
    const token = await client.tokenOf('/assessment/new')
    const once = await client.post('/assessment/new', { versionId, personId }, { formToken: token })
    const twice = await client.post('/assessment/new', { versionId, personId }, { formToken: token })
    expect(twice.location).toBe(once.location)
    expect((await client.post('/assessment/new', { versionId, personId })).status).toBe(422)
  })
})

describe('the API of assessment', () => {
  test('opens, decides and reads a case', async () => {
    const client = await house().signInAs(stage.assessorId, stage.organisationId)
    const personId = await newLearner()
    const { versionId, content } = stage.version
    const opened = await client.api('POST', '/api/v1/assessment-cases', { versionId, personId })
    expect(opened.status).toBe(201)
    const { id } = opened.json<{ id: string }>()
    const { caseId: _, ...body } = decision(id, { outcomeId: content.outcomes[0]!.id })
    const decided = await client.api('POST', `/api/v1/assessment-cases/${id}/results`, body)
    expect(decided.json()).toEqual({ state: 'open' })
    const found = await client.api('GET', `/api/v1/assessment-cases/${id}`)
    expect(found.json()).toMatchObject({ id, state: 'open', personId, outcomes: [{ state: 'met' }, {}, {}] })
    const again = await client.api('POST', '/api/v1/assessment-cases', { versionId, personId })
    expect(again.json()).toMatchObject({ code: 'assessment.case_exists', status: 409 })
  })

  test('refuses broken JSON, unknown fields and wrong codes', async () => {
    const client = await house().signInAs(stage.assessorId, stage.organisationId)
    expect((await client.api('POST', '/api/v1/assessment-cases', '{"versionId":')).status).toBe(400)
    const caseId = await newCase()
    const { caseId: _, ...body } = decision(caseId)
    const path = `/api/v1/assessment-cases/${caseId}/results`
    for (const change of [{ result: 'passed' }, { supervision: 'none' }, { assessorId: stage.issuerId }]) {
      const answer = await client.api('POST', path, { ...body, ...change })
      expect(answer.status).toBe(422)
      expect(answer.json()).toMatchObject({ problems: [{ field: Object.keys(change)[0] }] })
    }
    expect(await countResults(caseId)).toBe(0)
  })
})
