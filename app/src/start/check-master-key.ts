import type { Config } from '../config.ts'
import type { Database } from '../db/connect.ts'
import { acrossTenants } from '../db/tenant.ts'
import type { Vault } from '../db/vault.ts'
import { StartRefusal } from '../errors.ts'
import { demonstrationKeyPath } from './read-master-key.ts'

/** Refuses a start under another master key than the database was written under: nothing in it would open. */
export async function checkMasterKey(db: Database, vault: Vault, config: Config): Promise<void> {
  if (await acrossTenants(db, trx => vault.fits(trx))) return
  const origin =
    config.masterKey === undefined ? demonstrationKeyPath(config.dataFolder) : 'MERITUM_MASTER_KEY'
  throw new StartRefusal(
    'config.wrong_key',
    `${origin} is not the master key that this database was written under. Put back the one that was used before.`,
  )
}
