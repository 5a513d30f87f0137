import { acrossTenants } from '../../../db/tenant.ts'
import type { Services } from '../../services.ts'
import { statusListJwt, statusListValidity } from '../status/status-list-jwt.ts'

/**
 * Signs every status list anew that has changed or is half as old as it may become. Returns how many. One
 * that fails is logged and tried again the next time; readers then see that it is stale, never a wrong answer.
 */
export async function refreshStatusLists(services: Services): Promise<number> {
  const old = new Date(services.clock.now().getTime() - statusListValidity / 2)
  const lists = await acrossTenants(services.db, trx =>
    trx
      .selectFrom('status_list')
      .select('id')
      .where(eb => eb.or([eb('dirty', '=', true), eb('signed_at', 'is', null), eb('signed_at', '<=', old)]))
      .orderBy('signed_at')
      .limit(500)
      .execute(),
  )
  let refreshed = 0
  for (const { id } of lists) {
    try {
      await statusListJwt(services, id)
      refreshed++
    } catch (err) {
      services.log.error({ err, listId: id }, 'a status list could not be signed')
    }
  }
  return refreshed
}
