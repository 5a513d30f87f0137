import type { Trx } from '../../db/connect.ts'
import type { Services } from '../services.ts'

/** Marks a locked case as awarded, in the transaction that stores the award. No more decisions after that. */
export async function closeCase(
  trx: Trx,
  services: Services,
  tenantId: string,
  caseId: string,
): Promise<void> {
  await trx
    .updateTable('assessment_case')
    .set({ state: 'awarded', updated_at: services.clock.now() })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', caseId)
    .execute()
}
