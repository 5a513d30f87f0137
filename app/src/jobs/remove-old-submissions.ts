import { acrossTenants } from '../db/tenant.ts'
import type { Services } from '../rooms/services.ts'

const kept = 24 * 60 * 60 * 1000

/** Removes the record of forms that no browser will send again. Returns how many. */
export async function removeOldSubmissions(services: Pick<Services, 'db' | 'clock'>): Promise<number> {
  const before = new Date(services.clock.now().getTime() - kept)
  const removed = await acrossTenants(services.db, trx =>
    trx.deleteFrom('submission').where('started_at', '<', before).executeTakeFirst(),
  )
  return Number(removed.numDeletedRows)
}
