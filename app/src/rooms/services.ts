import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/connect.ts'
import type { Vault } from '../db/vault.ts'
import type { Ids } from '../ids.ts'
import type { Log } from '../log.ts'
import type { Rendering } from '../rendering/index.ts'

/** What every command and query gets: the outside world, passed in. Made once in `compose.ts`. */
export interface Services {
  readonly config: Config
  readonly db: Database
  readonly vault: Vault
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly rendering: Rendering
}
