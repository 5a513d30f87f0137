import { sql } from 'kysely'
import { acrossTenants } from '../../../db/tenant.ts'
import type { Services } from '../../services.ts'
import { completeIssue } from '../sealing/complete-issue.ts'

/** How old a decided award must be before the job takes it: the request that decided it may still be at work. */
const patience = 60_000
const batch = 50

/**
 * Finishes awards whose issuing was cut off between decision and seal, from what was written down. Returns
 * how many were finished. One that fails is logged and tried again the next time.
 */
export async function resumeIssues(services: Services): Promise<number> {
  const before = new Date(services.clock.now().getTime() - patience)
  const waiting = await acrossTenants(services.db, trx =>
    trx
      .selectFrom('award')
      .select(['tenant_id as tenantId', 'id as awardId'])
      .where('state', '=', 'decided')
      .where('decided_at', '<', before)
      // In any order, so that some that can't be finished don't stand in the way of all others.
      .orderBy(sql`random()`)
      .limit(batch)
      .execute(),
  )
  let finished = 0
  for (const { tenantId, awardId } of waiting) {
    try {
      await completeIssue(services, { kind: 'system' }, tenantId, awardId)
      finished++
    } catch (err) {
      services.log.error({ err, awardId }, 'an award could not be issued')
    }
  }
  return finished
}
