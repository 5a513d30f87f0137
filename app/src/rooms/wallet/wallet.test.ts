import { beforeAll, describe, expect, test } from 'vitest'
import {
  assess,
  award,
  createStage,
  deliver,
  type Stage,
  temporaryData,
} from '../../../test/factories/journey.ts'
import { createMembership, createPerson } from '../../../test/factories/people.ts'
import { testApp } from '../../../test/test-app.ts'
import type { Actor } from '../../access/actor.ts'
import { inTenant } from '../../db/tenant.ts'
import { decideAward, issueAward, revokeAward } from '../issuing/index.ts'
import { getSealedFile } from '../issuing/queries.ts'
import { createShare } from './commands/create-share.ts'
import { withdrawShare } from './commands/withdraw-share.ts'
import { findShared, noticeRevocation, receiveCredential } from './index.ts'
import { listUnreadNotices } from './notices.ts'
import { getHeld, getHeldFile, listHeld } from './queries.ts'
import { listShares } from './share-queries.ts'

const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })
let stage: Stage

beforeAll(async () => {
  stage = await createStage(house().services)
})

const services = () => house().services
const day = 86_400_000

async function newHolder(): Promise<{
  holder: Actor
  personId: string
  awardId: string
  id: string
  sealedId: string
}> {
  const personId = await createPerson(services(), { givenName: 'Elsa', familyName: 'Backman' })
  await createMembership(services(), stage.organisationId, personId, 'learner')
  const { awardId, sealedId } = await award(services(), stage, personId)
  const holder: Actor = { kind: 'person', personId, name: 'Elsa Backman' }
  const [held] = await listHeld(services(), holder)
  return { holder, personId, awardId, sealedId, id: held!.id }
}

describe('receiving', () => {
  test('puts the very bytes that were sealed into the holder’s own wallet, once', async () => {
    const { holder, personId, awardId, sealedId, id } = await newHolder()
    const { bytes } = await getHeldFile(services(), holder, id)
    expect(Buffer.from(bytes)).toEqual(
      Buffer.from((await getSealedFile(services(), stage.issuer, awardId)).bytes),
    )
    const message = { issuerTenantId: stage.organisationId, sealedCredentialId: sealedId, personId }
    await Promise.all([receiveCredential(services(), message), receiveCredential(services(), message)])
    expect(await listHeld(services(), holder)).toHaveLength(1)
    expect(await listUnreadNotices(services(), holder)).toMatchObject([{ kind: 'credential.issued' }])
  })

  test('keeps the holder’s copy when the issuer has erased what it had', async () => {
    const { holder, personId, id } = await newHolder()
    await inTenant(services().db, stage.organisationId, trx =>
      services().vault.eraseKey(trx, { tenantId: stage.organisationId, personId }),
    )
    const held = await getHeld(services(), holder, id)
    expect(held).toMatchObject({
      issuer: undefined,
      standing: 'in-force',
      view: { holder: { name: 'Elsa Backman' } },
    })
    const client = await house().signInAs(personId)
    expect((await client.get(`/wallet/${id}`)).status).toBe(200)
  })

  test('lies under the holder’s own key: without it nothing opens', async () => {
    const { holder, personId, id } = await newHolder()
    const content = await inTenant(services().db, personId, async trx => {
      const row = await trx.selectFrom('wallet_credential').select('content_sealed').executeTakeFirstOrThrow()
      await services().vault.eraseKey(trx, { tenantId: personId, personId })
      return row.content_sealed
    })
    expect(content.includes('Backman')).toBe(false)
    await expect(getHeldFile(services(), holder, id)).rejects.toMatchObject({
      code: 'thing.gone',
      status: 410,
    })
  })

  test('is for the holder alone', async () => {
    const { id } = await newHolder()
    await expect(getHeld(services(), stage.learner, id)).rejects.toMatchObject({ status: 404 })
    await expect(
      createShare(services(), stage.learner, { walletCredentialId: id, days: 7 }),
    ).rejects.toMatchObject({ status: 404 })
    const stranger = await house().signInAs(stage.learnerId)
    for (const path of [
      `/wallet/${id}`,
      `/wallet/${id}/file`,
      `/wallet/${id}/share`,
      `/api/v1/wallet/${id}/file`,
    ]) {
      expect((await stranger.get(path)).status).toBe(path.startsWith('/api') ? 401 : 404)
    }
    expect((await stranger.api('GET', `/api/v1/wallet/${id}/file`)).status).toBe(404)
    expect((await house().visitor().get(`/wallet/${id}`)).location).toContain('/sign-in')
  })
})

describe('a revocation', () => {
  test('reaches the holder with reason and note, once, and shows on her pages', async () => {
    const { holder, personId, awardId, id } = await newHolder()
    const client = await house().signInAs(personId)
    expect((await client.get('/wallet')).text).toContain('Du har fått en ny merit')
    await client.get(`/wallet/${id}`)
    expect((await client.get('/wallet')).text).not.toContain('Du har fått en ny merit')

    await revokeAward(services(), stage.issuer, {
      awardId,
      reason: 'assessment-changed',
      note: 'Vi hör av oss.',
    })
    await deliver(services())
    expect(await listUnreadNotices(services(), holder)).toMatchObject([{ kind: 'credential.revoked' }])
    const list = (await client.get('/wallet')).text
    expect(list).toContain('Fiberkraft Norr Utbildning (demo) har återkallat en av dina meriter')
    expect(list).toContain('Bedömningen har ändrats')
    const page = (await client.get(`/wallet/${id}`)).text
    expect(page).toContain('Återkallad 14 mars 2026')
    expect(page).toContain('Vi hör av oss.')
    expect((await getHeld(services(), holder, id)).standing).toBe('revoked')
  })
})

describe('a revocation that overtakes the credential', () => {
  const kindsFor = async (holder: Actor) =>
    (await listUnreadNotices(services(), holder)).map(({ kind }) => kind).sort()

  test('is told when the credential arrives, once', async () => {
    const personId = await createPerson(services(), { givenName: 'Elsa', familyName: 'Backman' })
    await createMembership(services(), stage.organisationId, personId, 'learner')
    const caseId = await assess(services(), stage, personId)
    const { awardId } = await decideAward(services(), stage.issuer, { caseId })
    const { sealedId: sealedCredentialId } = await issueAward(services(), stage.issuer, { awardId })
    await revokeAward(services(), stage.issuer, { awardId, reason: 'misuse' })
    const issuerTenantId = stage.organisationId
    const revoked = { issuerTenantId, awardId, personId }
    const issued = { issuerTenantId, sealedCredentialId, personId }

    await noticeRevocation(services(), revoked)
    await receiveCredential(services(), issued)
    const holder: Actor = { kind: 'person', personId, name: 'Elsa Backman' }
    expect(await kindsFor(holder)).toEqual(['credential.issued', 'credential.revoked'])
    const again = [1, 2, 3].flatMap(() => [
      noticeRevocation(services(), revoked),
      receiveCredential(services(), issued),
    ])
    await Promise.all(again)
    await deliver(services())
    expect(await kindsFor(holder)).toEqual(['credential.issued', 'credential.revoked'])
  })

  test('is told once when both arrive at the same time', async () => {
    const { holder, personId, awardId } = await newHolder()
    await revokeAward(services(), stage.issuer, { awardId, reason: 'misuse' })
    const message = { issuerTenantId: stage.organisationId, awardId, personId }
    await Promise.all([1, 2, 3, 4].map(() => noticeRevocation(services(), message)))
    expect((await kindsFor(holder)).filter(kind => kind === 'credential.revoked')).toHaveLength(1)
  })

  test('and a message that names another person leaves her nothing', async () => {
    const { sealedId } = await newHolder()
    const message = {
      issuerTenantId: stage.organisationId,
      sealedCredentialId: sealedId,
      personId: stage.learnerId,
    }
    await expect(receiveCredential(services(), message)).rejects.toMatchObject({ code: 'thing.not_found' })
  })
})

describe('sharing', () => {
  test('opens to whoever has the link, until it is withdrawn', async () => {
    const { holder, id } = await newHolder()
    const { shareId, link } = await createShare(services(), holder, {
      walletCredentialId: id,
      days: 30,
      purpose: 'Ansökan',
    })
    const code = link.split('/').at(-1)!
    const shared = await findShared(services(), code)
    expect(shared?.state).toBe('open')
    expect(shared?.state === 'open' && Buffer.from(shared.bytes)).toEqual(
      Buffer.from((await getHeldFile(services(), holder, id)).bytes),
    )
    expect(await listShares(services(), holder)).toMatchObject([
      { id: shareId, purpose: 'Ansökan', link, state: 'open' },
    ])

    await expect(withdrawShare(services(), stage.learner, { shareId })).rejects.toMatchObject({ status: 404 })
    await withdrawShare(services(), holder, { shareId })
    await withdrawShare(services(), holder, { shareId })
    expect(await findShared(services(), code)).toEqual({ state: 'withdrawn' })
    expect(await findShared(services(), `${code}x`)).toBeUndefined()
  })

  test('ends by itself on its day', async () => {
    const { holder, id } = await newHolder()
    const { link, expiresAt } = await createShare(services(), holder, { walletCredentialId: id, days: 7 })
    const code = link.split('/').at(-1)!
    const start = services().clock.now()
    expect(expiresAt).toEqual(new Date(start.getTime() + 7 * day))
    house().clock.forward(7 * day - 1000)
    expect((await findShared(services(), code))?.state).toBe('open')
    house().clock.forward(1000)
    expect(await findShared(services(), code)).toEqual({ state: 'expired' })
    expect((await listShares(services(), holder))[0]!.state).toBe('expired')
    house().clock.set(start)
  })

  test('keeps neither code nor purpose readable in the database', async () => {
    const { holder, personId, id } = await newHolder()
    const { link } = await createShare(services(), holder, {
      walletCredentialId: id,
      days: 7,
      purpose: 'Hemlig arbetsgivare',
    })
    const row = await inTenant(services().db, personId, trx =>
      trx.selectFrom('share').selectAll().executeTakeFirstOrThrow(),
    )
    const code = link.split('/').at(-1)!
    for (const column of [row.code_hash, row.code_sealed, row.purpose_sealed!]) {
      expect(column.includes(code) || column.includes('Hemlig')).toBe(false)
    }
  })
})

describe('the pages of the holder', () => {
  test('say what will be here while nothing is', async () => {
    const client = await house().signInAs(await createPerson(services()))
    expect((await client.get('/wallet')).text).toContain('Här samlas dina meriter')
    expect((await client.get('/wallet/shares')).text).toContain('Här ser du vad du har delat')
  })

  test('show the credential in words, with QR code, check link and file', async () => {
    const { personId, id } = await newHolder()
    const client = await house().signInAs(personId)
    const page = (await client.get(`/wallet/${id}`)).text
    for (const words of [
      'Innehavaren kan praktisera riskbedömning',
      'Innehavaren kan akut felsöka',
      'Branschrådet Optofiber (demo)',
      'Gäller till och med 14 mars 2029',
      '11 av 11 standarduppgifter finns',
      '/m/',
      'role="img"',
    ]) {
      expect(page).toContain(words)
    }
    const file = await client.get(`/wallet/${id}/file`)
    expect(file.headers.get('content-disposition')).toContain('.jsonld')
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(Object.keys(file.json<object>())).toEqual(['payload', 'signatures'])
  })

  test('make a link, list it and stop it; a form sent twice makes one', async () => {
    const { personId, id } = await newHolder()
    const client = await house().signInAs(personId)
    const path = `/wallet/${id}/share`
    expect((await client.get(path)).text).toContain('Så här ser mottagaren det')
    const token = await client.tokenOf(path)
    const fields = { purpose: 'Ansökan, ref. 118', days: '30' }
    const once = await client.post(path, fields, { formToken: token })
    const twice = await client.post(path, fields, { formToken: token })
    expect(once.status).toBe(303)
    expect(twice.location).toBe(once.location)
    const list = (await client.get(once.location!)).text
    expect(list).toContain('Länken är klar')
    expect(list).toContain('Ansökan, ref. 118')
    expect(list.match(/\/withdrawal"/g)).toHaveLength(1)
    const shareId = once.location!.split('new=')[1]!
    const stopped = await client.post(`/wallet/shares/${shareId}/withdrawal`)
    expect((await client.get(stopped.location!)).text).toContain('Du har slutat dela')
  })

  test('say what is wrong with a share, keep it and make nothing', async () => {
    const { holder, personId, id } = await newHolder()
    const client = await house().signInAs(personId)
    const answer = await client.post(`/wallet/${id}/share`, { purpose: 'å'.repeat(201), days: '365' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Korta den till högst 200 tecken')
    expect(answer.text).toContain('7, 30 eller 90 dagar')
    expect(answer.text).toContain('å'.repeat(201))
    expect(await listShares(services(), holder)).toEqual([])
  })
})

describe('the API of the wallet', () => {
  test('lists, hands out the file, shares and stops sharing', async () => {
    const { personId, id } = await newHolder()
    const client = await house().signInAs(personId)
    const list = await client.api('GET', '/api/v1/wallet')
    expect(list.json()).toMatchObject({ credentials: [{ id, state: 'in-force' }] })
    expect((await client.api('GET', `/api/v1/wallet/${id}/file`)).status).toBe(200)
    const share = await client.api('POST', `/api/v1/wallet/${id}/shares`, { days: 7 })
    expect(share.status).toBe(201)
    const made = share.json<{ id: string; link: string }>()
    const withdrawal = `/api/v1/shares/${made.id}/withdrawal`
    expect((await client.api('POST', withdrawal, {})).json()).toEqual({ state: 'withdrawn' })
    expect(await findShared(services(), made.link.split('/').at(-1)!)).toEqual({ state: 'withdrawn' })
    expect((await client.api('POST', `/api/v1/wallet/${id}/shares`, { days: 8 })).status).toBe(422)
    const stranger = await house().signInAs(stage.learnerId)
    expect((await stranger.api('POST', withdrawal, {})).status).toBe(404)
  })
})
