import type { Clock } from '../clock.ts'
import type { Database } from '../db/connect.ts'
import type { Vault } from '../db/vault.ts'
import type { Ids } from '../ids.ts'

/** The part of the services that access stands on. */
export interface Ground {
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly ids: Ids
}
