import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPemCertificates } from '@meritum/kit/keys'
import { createTrustStore, verifyCredential } from '@meritum/kit/verify'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  assess,
  award,
  createStage,
  type Stage,
  staffActor,
  temporaryData,
} from '../../../test/factories/journey.ts'
import { createMembership, createPerson, createStaffed } from '../../../test/factories/people.ts'
import { testApp } from '../../../test/test-app.ts'
import { inTenant } from '../../db/tenant.ts'
import { createSealKey } from '../organisation/index.ts'
import type { Services } from '../services.ts'
import {
  decideAward,
  findByCheckCode,
  getAward,
  issueAward,
  listAwards,
  refreshStatusLists,
  resumeIssues,
  revokeAward,
  statusListJwt,
} from './index.ts'

const data = temporaryData()
const house = testApp({ environment: { MERITUM_DATA: data } })
let stage: Stage

beforeAll(async () => {
  stage = await createStage(house().services)
})

const services = () => house().services
const minute = 60_000

async function newLearner(): Promise<string> {
  const personId = await createPerson(services(), {
    givenName: 'Amir',
    familyName: 'Haddad',
    birthDate: '1990-02-11',
  })
  await createMembership(services(), stage.organisationId, personId, 'learner')
  return personId
}

const readyCase = async () => assess(services(), stage, await newLearner())

async function decided(): Promise<string> {
  return (await decideAward(services(), stage.issuer, { caseId: await readyCase() })).awardId
}

/** What the database holds of an award: intents, sealed copies, messages. */
const stored = (awardId: string) =>
  inTenant(services().db, stage.organisationId, async trx => {
    const intents = await trx.selectFrom('seal_intent').selectAll().where('award_id', '=', awardId).execute()
    const sealed = await trx
      .selectFrom('sealed_credential')
      .selectAll()
      .where('award_id', '=', awardId)
      .execute()
    const ids = sealed.map(({ id }) => id)
    const outbox = await trx
      .selectFrom('outbox')
      .selectAll()
      .where('kind', '=', 'credential.issued')
      .execute()
    const messages = outbox.filter(({ payload }) => ids.includes(payload.sealedCredentialId!))
    const { state } = await trx
      .selectFrom('award')
      .select('state')
      .where('id', '=', awardId)
      .executeTakeFirstOrThrow()
    return { intents, sealed, messages, state }
  })

const codeOf = (checkLink: string) => checkLink.split('/').at(-1)!

/** As a stranger who trusts the development authority, with our lists answered in process. */
async function verify(bytes: Uint8Array) {
  const certificates = readPemCertificates(readFileSync(join(data, 'trust', 'dev-ca.pem'), 'utf8'))
  return verifyCredential(bytes, {
    at: services().clock.now(),
    trust: createTrustStore({ certificates }),
    async resolveStatusList(url) {
      const jwt = await statusListJwt(services(), url.split('/').at(-1)!)
      return jwt ? { kind: 'found', body: Buffer.from(jwt) } : { kind: 'unreachable', reason: '404' }
    },
  })
}

describe('decideAward', () => {
  test('is refused with the list of outcomes that are missing, and stores nothing', async () => {
    const caseId = await assess(services(), stage, await newLearner(), 1)
    await expect(decideAward(services(), stage.issuer, { caseId })).rejects.toMatchObject({
      code: 'issuing.outcomes_missing',
      params: { count: 2 },
      problems: [
        { key: 'issuing.outcome_missing', params: { outcome: expect.stringContaining('fibersvets') } },
        { key: 'issuing.outcome_missing' },
      ],
    })
    const rows = await inTenant(services().db, stage.organisationId, trx =>
      trx.selectFrom('award').select('id').where('case_id', '=', caseId).execute(),
    )
    expect(rows).toEqual([])
  })

  test('answers with the first award when asked again, also at the same time', async () => {
    const caseId = await readyCase()
    const answers = await Promise.all([1, 2, 3].map(() => decideAward(services(), stage.issuer, { caseId })))
    expect(new Set(answers.map(({ awardId }) => awardId)).size).toBe(1)
  })

  test('lets no validity end before the award, go beyond the rule or be another thing than a date', async () => {
    const client = await house().signInAs(stage.issuerId, stage.organisationId)
    const caseId = await readyCase()
    for (const [validUntil, key] of [
      ['2026-03-13', 'issuing.award.expiry_before_award'],
      ['2099-01-01', 'issuing.award.expiry_after_rule'],
      ['31 februari', 'issuing.award.expiry_not_a_date'],
      ['2026-02-31', 'issuing.award.expiry_not_a_date'],
    ]) {
      const answer = await client.api('POST', '/api/v1/awards', { caseId, validUntil })
      expect(answer.status).toBe(422)
      expect(answer.json()).toMatchObject({ problems: [{ field: 'validUntil', code: key }] })
    }
    expect(
      (await listAwards(services(), stage.issuer)).entries.some(entry => entry.award === undefined),
    ).toBe(false)
  })

  test("reaches no other organisation's case", async () => {
    const caseId = await readyCase()
    const other = await createStaffed(services())
    const foreign = staffActor(other, other.issuerId, 'issuer')
    await expect(decideAward(services(), foreign, { caseId })).rejects.toMatchObject({ status: 404 })
    await expect(decideAward(services(), stage.assessor, { caseId })).rejects.toMatchObject({
      code: 'access.denied',
    })
  })
})

describe('issueAward', () => {
  test('gives a sealed credential that a stranger finds valid', async () => {
    const { awardId, credentialId } = await award(services(), stage, await newLearner())
    const { copies, award: truth } = await getAward(services(), stage.issuer, awardId)
    const found = await findByCheckCode(services(), codeOf(copies[0]!.checkLink).toLowerCase())
    const report = await verify(found!.bytes)
    expect(report.checks.filter(({ state }) => state === 'failed' || state === 'unknown')).toEqual([])
    expect(report.verdict).toBe('valid')
    expect(report.credential).toMatchObject({
      id: credentialId,
      holder: { name: 'Amir Haddad', birthDate: '1990-02-11' },
    })
    expect(report.credential!.completeness.missing).toEqual([])
    expect(report.credential!.outcomes).toHaveLength(3)
    expect(report.credential!.assessments.map(({ method }) => method)).toEqual(
      truth.results.map(({ method }) => method),
    )
  })

  test('writes the intent first: cut off before the seal is stored, the next try ends with one credential', async () => {
    const awardId = await decided()
    await expect(issueAward(cutOffAt('sealed_credential.'), stage.issuer, { awardId })).rejects.toThrow(
      'power cut',
    )
    const before = await stored(awardId)
    expect(before).toMatchObject({ state: 'decided', sealed: [], messages: [] })
    expect(before.intents).toMatchObject([{ state: 'prepared' }])

    await issueAward(services(), stage.issuer, { awardId })
    const after = await stored(awardId)
    expect(after).toMatchObject({
      state: 'issued',
      sealed: [{}],
      messages: [{}],
      intents: [{ state: 'sealed' }],
    })
    const { credential_id, status_index, check_code_hash, payload_sealed } = before.intents[0]!
    expect(after.intents).toMatchObject([{ credential_id, status_index, check_code_hash, payload_sealed }])
  })

  test('seals the very bytes that were written down', async () => {
    const awardId = await decided()
    await expect(issueAward(cutOffAt('sealed_credential.'), stage.issuer, { awardId })).rejects.toThrow(
      'power cut',
    )
    const { intents } = await stored(awardId)
    const { id, payload_sealed } = intents[0]!
    const payload = await inTenant(services().db, stage.organisationId, async trx => {
      const { person_id } = await trx
        .selectFrom('award')
        .select('person_id')
        .where('id', '=', awardId)
        .executeTakeFirstOrThrow()
      const place = {
        tenantId: stage.organisationId,
        personId: person_id,
        context: `seal_intent.payload_sealed:${id}`,
      }
      return (await services().vault.open(trx, place, payload_sealed)).toString()
    })
    house().clock.forward(minute)
    await issueAward(services(), stage.issuer, { awardId })
    const { copies } = await getAward(services(), stage.issuer, awardId)
    const { bytes } = (await findByCheckCode(services(), codeOf(copies[0]!.checkLink)))!
    expect(JSON.parse(Buffer.from(bytes).toString()).payload).toBe(payload)
  })

  test('is finished by the job when nobody tries again', async () => {
    const neverPrepared = await decided()
    const neverSealed = await decided()
    await expect(
      issueAward(cutOffAt('sealed_credential.'), stage.issuer, { awardId: neverSealed }),
    ).rejects.toThrow()
    expect(await resumeIssues(services())).toBe(0)
    house().clock.forward(2 * minute)
    expect(await resumeIssues(services())).toBeGreaterThanOrEqual(2)
    for (const awardId of [neverPrepared, neverSealed]) {
      expect(await stored(awardId)).toMatchObject({
        state: 'issued',
        intents: [{}],
        sealed: [{}],
        messages: [{}],
      })
    }
    expect(await resumeIssues(services())).toBe(0)
  })

  test('is finished under the next seal when the one that was written down has ended', async () => {
    const start = services().clock.now()
    const awardId = await decided()
    await expect(issueAward(cutOffAt('sealed_credential.'), stage.issuer, { awardId })).rejects.toThrow()
    house().clock.forward(735 * 24 * 60 * minute)
    await expect(issueAward(services(), stage.issuer, { awardId })).rejects.toMatchObject({
      code: 'issuing.no_seal',
    })
    const { keyId } = await createSealKey(services(), stage.organisationId)
    await issueAward(services(), stage.issuer, { awardId })
    expect(await stored(awardId)).toMatchObject({
      state: 'issued',
      sealed: [{}],
      intents: [{ seal_key_id: keyId }],
    })
    house().clock.set(start)
  })

  test('has one effect when it is called many times at once', async () => {
    const awardId = await decided()
    const issued = await Promise.all(
      [1, 2, 3, 4].map(() => issueAward(services(), stage.issuer, { awardId })),
    )
    expect(new Set(issued.map(({ sealedId }) => sealedId)).size).toBe(1)
    expect(await stored(awardId)).toMatchObject({
      state: 'issued',
      intents: [{}],
      sealed: [{}],
      messages: [{}],
    })
    const { intents, sealed, messages } = await stored(awardId)
    expect([intents.length, sealed.length, messages.length]).toEqual([1, 1, 1])
  })

  test('keeps nothing that our own check finds fault with', async () => {
    const awardId = await decided()
    const { vault } = services()
    const spoiled: Services = {
      ...services(),
      vault: {
        ...vault,
        async open(trx, place, sealed) {
          const clear = await vault.open(trx, place, sealed)
          if (!place.context.startsWith('seal_intent.payload_sealed')) return clear
          return Buffer.from(clear.toString().replaceAll('"2029-', '"2001-'))
        },
      },
    }
    await expect(issueAward(spoiled, stage.issuer, { awardId })).rejects.toMatchObject({
      code: 'issuing.self_check_failed',
      // An end before the start.
      params: { codes: 'time.malformed' },
    })
    expect(await stored(awardId)).toMatchObject({ state: 'decided', sealed: [], messages: [] })
  })

  test('draws another index when one is taken', async () => {
    const first = await decided()
    await issueAward(services(), stage.issuer, { awardId: first })
    const taken = (await stored(first)).intents[0]!.status_index
    const second = await decided()
    const draws = [taken, taken, (taken + 1) % 131_072]
    const { ids } = services()
    await issueAward({ ...services(), ids: { ...ids, below: () => draws.shift()! } }, stage.issuer, {
      awardId: second,
    })
    expect((await stored(second)).intents[0]!.status_index).toBe((taken + 1) % 131_072)
    expect(draws).toEqual([])
  })

  test('is refused while the organisation has no seal', async () => {
    const other = await createStaffed(services())
    const awardId = await decided()
    const foreign = staffActor(other, other.issuerId, 'issuer')
    await expect(issueAward(services(), foreign, { awardId })).rejects.toMatchObject({
      code: 'thing.not_found',
    })
  })
})

/** The services of a process that dies when it comes to a place. */
function cutOffAt(context: string): Services {
  const { vault } = services()
  return {
    ...services(),
    vault: {
      ...vault,
      seal(trx, place, bytes) {
        if (place.context.startsWith(context)) throw new Error('power cut')
        return vault.seal(trx, place, bytes)
      },
    },
  }
}

describe('revokeAward', () => {
  test('is seen by everybody who checks, with time and reason', async () => {
    const { awardId } = await award(services(), stage, await newLearner())
    const { copies } = await getAward(services(), stage.issuer, awardId)
    const { bytes } = (await findByCheckCode(services(), codeOf(copies[0]!.checkLink)))!
    house().clock.forward(minute)
    await revokeAward(services(), stage.issuer, { awardId, reason: 'issued-in-error', note: 'Fel person.' })
    const report = await verify(bytes)
    expect(report.verdict).toBe('invalid')
    expect(report.checks.find(({ id }) => id === 'status')).toMatchObject({
      state: 'failed',
      params: { reason: 'issued-in-error', at: services().clock.now().toISOString() },
    })
    expect((await getAward(services(), stage.issuer, awardId)).revoked).toEqual({
      at: services().clock.now(),
      reason: 'issued-in-error',
      note: 'Fel person.',
    })
    await expect(revokeAward(services(), stage.issuer, { awardId, reason: 'other' })).rejects.toMatchObject({
      code: 'issuing.already_revoked',
    })
  })

  test('leaves its neighbours in the list alone', async () => {
    const { awardId } = await award(services(), stage, await newLearner())
    const neighbour = await award(services(), stage, await newLearner())
    await revokeAward(services(), stage.issuer, { awardId, reason: 'misuse' })
    const { copies } = await getAward(services(), stage.issuer, neighbour.awardId)
    const { bytes } = (await findByCheckCode(services(), codeOf(copies[0]!.checkLink)))!
    expect((await verify(bytes)).verdict).toBe('valid')
  })

  test('happens once when two do it at the same time', async () => {
    const { awardId } = await award(services(), stage, await newLearner())
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => revokeAward(services(), stage.issuer, { awardId, reason: 'holder-request' })),
    )
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('reaches no other organisation, and nothing that is not issued', async () => {
    const { awardId } = await award(services(), stage, await newLearner())
    const other = await createStaffed(services())
    const foreign = staffActor(other, other.issuerId, 'issuer')
    await expect(revokeAward(services(), foreign, { awardId, reason: 'misuse' })).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      revokeAward(services(), stage.issuer, { awardId: await decided(), reason: 'misuse' }),
    ).rejects.toMatchObject({ code: 'thing.conflict' })
  })
})

describe('the status list', () => {
  test('is published, signed once and again when half of its validity has passed', async () => {
    const { awardId } = await award(services(), stage, await newLearner())
    const { status_list_id: listId } = (await stored(awardId)).intents[0]!
    const path = `/status/lists/${listId}`
    const visitor = house().visitor()
    const first = await visitor.get(path)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('application/vc+jwt')
    expect(first.headers.get('cache-control')).toContain('max-age')
    expect((await visitor.get(path)).text).toBe(first.text)
    house().clock.forward(13 * 60 * minute)
    expect(await refreshStatusLists(services())).toBeGreaterThan(0)
    const second = await visitor.get(path)
    expect(second.text).not.toBe(first.text)
    expect(readFileSync(join(data, 'status', `${listId}.jwt`), 'utf8')).toBe(second.text)
    expect((await visitor.get(`/status/lists/${services().ids.randomUuid()}`)).status).toBe(404)
    expect((await visitor.get('/status/lists/../../etc/passwd')).status).toBe(404)
  })

  test('is signed anew by the job after a revocation', async () => {
    const { awardId } = await award(services(), stage, await newLearner())
    const { status_list_id: listId } = (await stored(awardId)).intents[0]!
    const path = join(data, 'status', `${listId}.jwt`)
    const before = existsSync(path) && readFileSync(path, 'utf8')
    await revokeAward(services(), stage.issuer, { awardId, reason: 'misuse' })
    await refreshStatusLists(services())
    expect(readFileSync(path, 'utf8')).not.toBe(before)
    expect(await refreshStatusLists(services())).toBe(0)
  })
})

describe('the status list, while others are at work', () => {
  const listOf = async (awardId: string) => (await stored(awardId)).intents[0]!.status_list_id

  test('is in the data folder before it counts as signed', async () => {
    const { awardId } = await award(services(), stage, await newLearner())
    const listId = await listOf(awardId)
    await revokeAward(services(), stage.issuer, { awardId, reason: 'misuse' })
    const path = join(data, 'status', `${listId}.jwt`)
    // As if the process ended while the file was being written.
    const cut = {
      ...services(),
      ids: {
        ...services().ids,
        token(): string {
          throw new Error('power cut')
        },
      },
    }
    await expect(statusListJwt(cut, listId)).rejects.toThrow('power cut')
    expect(await refreshStatusLists(services())).toBe(1)
    expect(readFileSync(path, 'utf8')).toBe(await statusListJwt(services(), listId))
  })

  test('takes many revocations while it is signed, and loses none', async () => {
    const issued: Awaited<ReturnType<typeof award>>[] = []
    for (let count = 0; count < 6; count++) issued.push(await award(services(), stage, await newLearner()))
    const listId = await listOf(issued[0]!.awardId)
    await Promise.all(
      issued.flatMap(({ awardId }) => [
        revokeAward(services(), stage.issuer, { awardId, reason: 'misuse' }),
        statusListJwt(services(), listId),
      ]),
    )
    for (const { awardId } of issued) {
      const { copies } = await getAward(services(), stage.issuer, awardId)
      const { bytes } = (await findByCheckCode(services(), codeOf(copies[0]!.checkLink)))!
      expect((await verify(bytes)).verdict).toBe('invalid')
    }
  })
})

describe('after an erasure', () => {
  test('the register keeps the line without the person, and nothing can be opened', async () => {
    const personId = await newLearner()
    const { awardId } = await award(services(), stage, personId)
    const { copies } = await getAward(services(), stage.issuer, awardId)
    await inTenant(services().db, stage.organisationId, trx =>
      services().vault.eraseKey(trx, { tenantId: stage.organisationId, personId }),
    )
    const { entries } = await listAwards(services(), stage.issuer)
    expect(entries.find(entry => entry.awardId === awardId)).toMatchObject({
      state: 'issued',
      award: undefined,
    })
    await expect(getAward(services(), stage.issuer, awardId)).rejects.toMatchObject({ code: 'thing.gone' })
    expect(await findByCheckCode(services(), codeOf(copies[0]!.checkLink))).toBeUndefined()
    const client = await house().signInAs(stage.issuerId, stage.organisationId)
    expect((await client.get('/issuing')).text).toContain('Innehavarens uppgifter är raderade')
  })
})

describe('the pages of the issuer', () => {
  test('lead from what is ready to an issued award, and a form sent twice issues once', async () => {
    const caseId = await readyCase()
    const client = await house().signInAs(stage.issuerId, stage.organisationId)
    expect((await client.get('/issuing')).text).toContain(`/issuing/cases/${caseId}`)
    const review = `/issuing/cases/${caseId}`
    expect((await client.get(review)).text).toContain('Det här stämplas')
    const token = await client.tokenOf(review)
    const fields = { place: 'Skellefteå', validUntil: '' }
    const [one, two] = await Promise.all([1, 2].map(() => client.post(review, fields, { formToken: token })))
    expect(one!.status).toBe(303)
    expect(two!.location).toBe(one!.location)
    const awardId = one!.location!.split('/').at(-1)!
    expect((await stored(awardId)).sealed).toHaveLength(1)
    const page = await client.get(one!.location!)
    expect(page.text).toContain('Utfärdad, gäller')
    expect(page.text).toContain('/m/')
    const file = await client.get(`${one!.location}/file`)
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="credential-.*\.jsonld"$/)
    expect((await verify(file.bytes)).verdict).toBe('valid')
    expect((await client.get(review)).location).toBe(one!.location)
  })

  test('show what is missing instead of the act', async () => {
    const caseId = await assess(services(), stage, await newLearner(), 2)
    const client = await house().signInAs(stage.issuerId, stage.organisationId)
    const page = await client.get(`/issuing/cases/${caseId}`)
    expect(page.text).toContain('Ett läranderesultat är inte uppnått än')
    expect(page.text).not.toContain('Tilldela och utfärda')
    const forced = await client.post(`/issuing/cases/${caseId}`, { place: 'Skellefteå' })
    expect(forced.status).toBe(422)
    expect(forced.text).toContain('Inte uppnått än: Innehavaren kan praktisera')
  })

  test('keep what was written when the validity is wrong', async () => {
    const caseId = await readyCase()
    const client = await house().signInAs(stage.issuerId, stage.organisationId)
    const fields = { place: 'Boden', validUntil: '2020-01-01' }
    const answer = await client.post(`/issuing/cases/${caseId}`, fields)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Giltigheten skulle ta slut före tilldelningen')
    expect(answer.text).toContain('value="Boden"')
    expect(answer.text).toContain('value="2020-01-01"')
  })

  test('revoke with a reason, and say at the field when there is none', async () => {
    const { awardId } = await award(services(), stage, await newLearner())
    const client = await house().signInAs(stage.issuerId, stage.organisationId)
    const path = `/issuing/awards/${awardId}/revoke`
    expect((await client.get(path)).text).toContain('Europass visar inte återkallelse')
    const none = await client.post(path, { note: 'Hej Amir' })
    expect(none.status).toBe(422)
    expect(none.text).toContain('Välj ett skäl')
    expect(none.text).toContain('Hej Amir')
    const other = await client.post(path, { reason: 'other', note: '' })
    expect(other.text).toContain('Skriv till innehavaren vilket det andra skälet är')
    expect((await stored(awardId)).state).toBe('issued')
    const done = await client.post(path, { reason: 'assessment-changed', note: 'Ny bedömning.' })
    expect(done.location).toBe(`/issuing/awards/${awardId}`)
    const page = await client.get(done.location!)
    expect(page.text).toContain('Bedömningen har ändrats')
    expect((await client.get(path)).location).toBe(done.location)
  })
})

describe('the API of issuing', () => {
  test('awards, shows, hands out the file and revokes', async () => {
    const client = await house().signInAs(stage.issuerId, stage.organisationId)
    const caseId = await readyCase()
    const made = await client.api('POST', '/api/v1/awards', { caseId })
    expect(made.status).toBe(201)
    const { id } = made.json<{ id: string }>()
    expect(made.json()).toMatchObject({ caseId, state: 'issued', credentials: [{ format: 'edc' }] })
    expect((await client.api('POST', '/api/v1/awards', { caseId })).json()).toMatchObject({ id })
    const file = await client.api('GET', `/api/v1/awards/${id}/credential`)
    expect((await verify(file.bytes)).verdict).toBe('valid')
    const revoked = await client.api('POST', `/api/v1/awards/${id}/revocation`, { reason: 'misuse' })
    expect(revoked.json()).toMatchObject({ state: 'revoked', revoked: { reason: 'misuse' } })
    const again = await client.api('POST', `/api/v1/awards/${id}/revocation`, { reason: 'misuse' })
    expect(again.json()).toMatchObject({ status: 409, code: 'issuing.already_revoked' })
    expect((await client.api('GET', `/api/v1/awards/${services().ids.uuid()}`)).status).toBe(404)
  })

  test('names the outcomes that are missing', async () => {
    const client = await house().signInAs(stage.issuerId, stage.organisationId)
    const caseId = await assess(services(), stage, await newLearner(), 0)
    const answer = await client.api('POST', '/api/v1/awards', { caseId })
    expect(answer.status).toBe(422)
    expect(answer.json<{ problems: unknown[] }>().problems).toHaveLength(3)
  })
})
