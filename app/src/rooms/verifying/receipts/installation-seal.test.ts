import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { issueSealCertificate } from '@meritum/kit/keys'
import { expect, it } from 'vitest'
import { createWorld, daysAfter } from '../../../../../kit/src/verify/sealed-sample.test-support.ts'
import { temporaryData } from '../../../../test/factories/journey.ts'
import { testApp } from '../../../../test/test-app.ts'
import { findInstallationSeal } from './installation-seal.ts'

const dataFolder = temporaryData()
const house = testApp({
  environment: { MERITUM_DATA: dataFolder, BASE_URL: 'https://meritum.example', HOST: '0.0.0.0' },
})

it('under production rules it is what the operator brings, while it is in force', async () => {
  const { services, clock } = house()
  expect(await findInstallationSeal(services)).toBeUndefined()
  const { authority } = await createWorld()
  const seal = await issueSealCertificate(authority, {
    organisationName: 'The operator',
    commonName: 'The operator',
    organizationIdentifier: 'NTRSE-5500000002',
    country: 'SE',
    now: daysAfter(-1),
    days: 30,
    serial: '0b',
  })
  mkdirSync(join(dataFolder, 'keys'), { recursive: true })
  const path = join(dataFolder, 'keys', 'receipts.pem')
  writeFileSync(path, `${seal.privateKey}\n${seal.certificateChain}\n`)
  clock.set(daysAfter(1))
  expect((await findInstallationSeal(services))?.name).toBe('The operator')
  clock.set(daysAfter(60))
  expect(await findInstallationSeal(services)).toBeUndefined()
  writeFileSync(path, seal.certificateChain)
  clock.set(daysAfter(1))
  expect(await findInstallationSeal(services)).toBeUndefined()
})
