import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { addPerson } from '../access/people.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { createVault } from '../db/vault.ts'
import { systemIds } from '../ids.ts'
import { checkMasterKey } from './check-master-key.ts'

const database = testDatabase()
const config = readConfig({})

test('a database that holds nothing takes any key; one that does, only its own', async () => {
  const { db } = database()
  const vault = createVault(randomBytes(32))
  const other = createVault(randomBytes(32))
  await checkMasterKey(db, other, config)
  const profile = { givenName: 'Elsa', familyName: 'Backman', birthDate: '1990-01-01' }
  const ground = { db, vault, clock: systemClock, ids: systemIds }
  await addPerson(ground, { provider: 'test', subject: '1', profile })

  await checkMasterKey(db, vault, config)
  const refused = checkMasterKey(db, other, { ...config, masterKey: 'x' })
  await expect(refused).rejects.toMatchObject({
    name: 'StartRefusal',
    code: 'config.wrong_key',
    message: expect.stringMatching(/^MERITUM_MASTER_KEY is not the master key[^\n]*$/),
  })
  await expect(checkMasterKey(db, other, config)).rejects.toThrow('keys/master.key is not')
})
