import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCertificate, readPemCertificates } from '@meritum/kit/keys'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOrganisation, createStaffed, type Staffed } from '../../../test/factories/people.ts'
import { testApp } from '../../../test/test-app.ts'
import type { Actor } from '../../access/actor.ts'
import { inTenant } from '../../db/tenant.ts'
import {
  createSealKey,
  findParticipant,
  findPersonNames,
  getOrganisation,
  getSigner,
  listLearners,
  listPeople,
} from './index.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'meritum-organisation-'))
const house = testApp({ environment: { MERITUM_DATA: dataFolder } })
const production = testApp({
  environment: { MERITUM_DATA: dataFolder, BASE_URL: 'https://meritum.example' },
})
let staff: Staffed

beforeAll(async () => {
  staff = await createStaffed(house().services)
})
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

const assessor = (): Actor => ({
  kind: 'person',
  personId: staff.assessorId,
  name: 'Lars Nyström',
  organisation: { id: staff.organisationId, name: 'Fiberkraft', roles: ['assessor'] },
})

describe('people', () => {
  test('are named to those who act for their organisation', async () => {
    const people = await listPeople(house().services, assessor())
    expect(people.map(({ name }) => name)).toEqual([
      'Karin Ek',
      'Lars Nyström',
      'Maja Lindqvist Sarri',
      'Siv Åkesson',
    ])
    expect((await listLearners(house().services, assessor())).map(({ id }) => id)).toEqual([staff.learnerId])
  })

  test('are unknown outside it', async () => {
    const other = await createStaffed(house().services)
    expect(await findParticipant(house().services, other.organisationId, staff.learnerId)).toBeUndefined()
    expect((await findPersonNames(house().services, other.organisationId, [staff.learnerId])).size).toBe(0)
    await expect(
      listPeople(house().services, { kind: 'person', personId: staff.learnerId, name: 'Maja' }),
    ).rejects.toMatchObject({ code: 'access.denied' })
  })
})

describe('the seal', () => {
  test('is made for development, in the organisation’s name, under a root that is kept', async () => {
    const { services } = house()
    await expect(getSigner(services, staff.organisationId)).rejects.toMatchObject({ code: 'issuing.no_seal' })
    const { keyId } = await createSealKey(services, staff.organisationId)
    const seal = await getSigner(services, staff.organisationId)
    expect(seal).toMatchObject({ keyId, development: true })
    expect(seal.certificate.subject).toMatchObject({
      organization: 'Fiberkraft Norr Utbildning (demo)',
      organizationIdentifier: 'NTRSE-5599990011',
      country: 'SE',
    })
    const root = readPemCertificates(readFileSync(join(dataFolder, 'trust', 'dev-ca.pem'), 'utf8'))
    expect(readCertificate(root[0]!).subject.commonName).toContain('development')
    expect(seal.certificate.issuer.text).toBe(readCertificate(root[0]!).subject.text)
    expect(statSync(join(dataFolder, 'keys', 'dev-ca.key')).mode & 0o777).toBe(0o600)
  })

  test('of two organisations come from one root, with keys of their own', async () => {
    const { services } = house()
    const other = await createOrganisation(services, { registration: '559999-0029' })
    await createSealKey(services, other)
    const [mine, theirs] = [await getSigner(services, staff.organisationId), await getSigner(services, other)]
    expect(theirs.certificate.issuerSerial).not.toBe(mine.certificate.issuerSerial)
    expect(theirs.certificate.issuer.text).toBe(mine.certificate.issuer.text)
  })

  test('can be asked for by id, and is the newest otherwise', async () => {
    const { services } = house()
    const first = await getSigner(services, staff.organisationId)
    house().clock.forward(1000)
    const { keyId } = await createSealKey(services, staff.organisationId)
    expect((await getSigner(services, staff.organisationId)).keyId).toBe(keyId)
    expect((await getSigner(services, staff.organisationId, first.keyId)).keyId).toBe(first.keyId)
  })

  test('is not kept in the clear', async () => {
    const row = await inTenant(house().services.db, staff.organisationId, trx =>
      trx.selectFrom('seal_key').select('private_key_sealed').executeTakeFirstOrThrow(),
    )
    expect(row.private_key_sealed.toString('latin1')).not.toContain('PRIVATE KEY')
  })

  test('does not exist under production rules', async () => {
    const { services } = production()
    const organisationId = await createOrganisation(services)
    await expect(createSealKey(services, organisationId)).rejects.toMatchObject({ code: 'issuing.no_seal' })
    const rules = { ...house().services, config: services.config }
    await expect(getSigner(rules, staff.organisationId)).rejects.toMatchObject({ code: 'issuing.no_seal' })
  })

  test('needs a registration number', async () => {
    const { services } = house()
    const organisationId = await createOrganisation(services, { registration: '' })
    await expect(createSealKey(services, organisationId)).rejects.toMatchObject({ code: 'issuing.no_seal' })
  })
})

test('an unknown organisation is not found', async () => {
  await expect(getOrganisation(house().services, crypto.randomUUID())).rejects.toMatchObject({
    code: 'thing.not_found',
  })
})
