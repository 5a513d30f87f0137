import { acrossTenants, inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'
import { hashCode } from './check-code.ts'
import { openSealed, selectSealed } from './sealed-row.ts'

/**
 * The sealed copy that a check code stands on (QR code, page image, print). Undefined for a code that
 * was never printed, for one that isn't sealed yet, and where the holder's data has been erased: a visitor
 * learns nothing from the difference.
 */
export async function findByCheckCode(
  services: Services,
  code: string,
): Promise<{ bytes: Uint8Array } | undefined> {
  const intent = await acrossTenants(services.db, trx =>
    trx
      .selectFrom('seal_intent')
      .select(['tenant_id as tenantId', 'id'])
      .where('check_code_hash', '=', hashCode(services, code))
      .executeTakeFirst(),
  )
  if (!intent) return undefined
  return inTenant(services.db, intent.tenantId, async trx => {
    const row = await selectSealed(trx, intent.tenantId).where('intent_id', '=', intent.id).executeTakeFirst()
    if (!row) return undefined
    try {
      return { bytes: await openSealed(trx, services, intent.tenantId, row) }
    } catch (error) {
      if (error instanceof AppError && error.code === 'thing.gone') return undefined
      throw error
    }
  })
}
