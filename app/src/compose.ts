import { systemClock } from './clock.ts'
import type { Config } from './config.ts'
import type { EmbeddedDatabase } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { createVault } from './db/vault.ts'
import { seedDemonstration } from './demonstration/seed-demonstration.ts'
import { createApp } from './http/app.ts'
import { type Listener, listen } from './http/listen.ts'
import { systemIds } from './ids.ts'
import { startWorker } from './jobs/worker.ts'
import { createLog } from './log.ts'
import { createRendering } from './rendering/index.ts'
import type { Services } from './rooms/services.ts'
import { checkMasterKey } from './start/check-master-key.ts'
import { type OpenDatabase, openDatabase } from './start/open-database.ts'
import { readMasterKey } from './start/read-master-key.ts'
import { within } from './start/within.ts'

/** The whole product, running. */
export interface House {
  readonly services: Services
  /** Undefined with an outside database. */
  readonly embedded: EmbeddedDatabase | undefined
  /** Requests first, then jobs, then the database: what stops later is what the earlier may still need. */
  stop(): Promise<void>
}

/**
 * The composition root: the only place where the parts meet. Throws a `StartRefusal` when the start is refused;
 * `onLost` is called when the running house can't go on.
 */
export async function compose(given: Config, onLost: (error: unknown) => void): Promise<House> {
  const log = createLog(given)
  const parts: { listener?: Listener; database?: OpenDatabase; worker?: { stop(): Promise<void> } } = {}
  const stop = async () => {
    await parts.listener?.close()
    await within(1000, parts.worker?.stop() ?? Promise.resolve())
    await parts.database?.close()
  }
  try {
    parts.listener = await listen(given.port, given.host)
    const config = withPort(given, parts.listener.port)
    parts.database = await openDatabase({ config, ids: systemIds, log, onLost, migrate })
    const vault = createVault(readMasterKey(config, systemIds))
    await checkMasterKey(parts.database.db, vault, config)
    const services: Services = {
      config,
      db: parts.database.db,
      vault,
      clock: systemClock,
      ids: systemIds,
      log,
      rendering: createRendering(),
    }
    if (config.demonstration) await seedDemonstration(services)
    const app = createApp(services)
    parts.worker = startWorker(services)
    parts.listener.open(app.fetch)
    return { services, embedded: parts.database.embedded, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** PORT=0 asks for any free port: the address is known when it is taken. */
function withPort(config: Config, port: number): Config {
  return {
    ...config,
    port,
    baseUrl: config.baseUrl.replace(/^http:\/\/localhost:0$/, `http://localhost:${port}`),
  }
}
