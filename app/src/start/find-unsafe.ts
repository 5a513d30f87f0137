import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Database } from '../db/connect.ts'
import { acrossTenants } from '../db/tenant.ts'
import { demonstrationKeyPath } from './read-master-key.ts'

const developmentFiles = ['keys/receipts.json', 'keys/dev-ca.key', 'keys/dev-ca.pem', 'trust/dev-ca.pem']

/** What production rules refuse and what shows without the database: one line each, naming the thing. */
export function findUnsafeSettings(config: Config): string[] {
  const found: string[] = []
  if (!config.databaseUrl && !config.embeddedDatabaseConsent) {
    found.push('DATABASE_URL is not set; MERITUM_EMBEDDED_DATABASE=yes agrees to the embedded PostgreSQL.')
  }
  const { masterKey } = config
  if (masterKey === undefined) found.push('MERITUM_MASTER_KEY is not set.')
  else if (isDefaultKey(config, masterKey)) found.push('MERITUM_MASTER_KEY is a default key, not a secret.')
  for (const name of developmentFiles) {
    const path = join(config.dataFolder, name)
    if (existsSync(path)) found.push(`${path} is a development key or certificate.`)
  }
  return found
}

/** A key of one repeated byte, or the one that demonstration mode made in this data folder. */
function isDefaultKey(config: Config, masterKey: string): boolean {
  const key = Buffer.from(masterKey, 'base64')
  if (key.length > 0 && key.every(byte => byte === key[0])) return true
  const path = demonstrationKeyPath(config.dataFolder)
  return existsSync(path) && readFileSync(path, 'utf8').trim() === masterKey.trim()
}

/** What production rules refuse in the rows. */
export async function findUnsafeRows(db: Database): Promise<string[]> {
  const [people, keys] = await acrossTenants(db, async trx => {
    const count = trx.fn.countAll<string>().as('count')
    return [
      await trx
        .selectFrom('person')
        .select(count)
        .where('demonstration', '=', true)
        .executeTakeFirstOrThrow(),
      await trx
        .selectFrom('seal_key')
        .select(count)
        .where('development', '=', true)
        .executeTakeFirstOrThrow(),
    ]
  })
  const found: string[] = []
  if (Number(people?.count) > 0)
    found.push(`The database holds demonstration data (${people?.count} people).`)
  if (Number(keys?.count) > 0) found.push(`The database holds development seal keys (${keys?.count}).`)
  return found
}
