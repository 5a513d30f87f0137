import { z } from 'zod'
import type { Actor } from '../../../access/actor.ts'
import { requireSelf } from '../../../access/can.ts'
import { recordAct } from '../../../audit/record-act.ts'
import { inTenant } from '../../../db/tenant.ts'
import { AppError } from '../../../errors.ts'
import type { Services } from '../../services.ts'

export const withdrawShareInput = z.strictObject({ shareId: z.uuid() })
export type WithdrawShareInput = z.infer<typeof withdrawShareInput>

/** Stops a link at once. A link that has stopped stays stopped; doing it twice is no error. */
export async function withdrawShare(
  services: Services,
  actor: Actor,
  input: WithdrawShareInput,
): Promise<void> {
  const { tenantId } = requireSelf(actor, 'wallet.use')
  await inTenant(services.db, tenantId, async trx => {
    const share = await trx
      .selectFrom('share')
      .select('withdrawn_at')
      .where('tenant_id', '=', tenantId)
      .where('id', '=', input.shareId)
      .forUpdate()
      .executeTakeFirst()
    if (!share) throw new AppError('thing.not_found')
    if (share.withdrawn_at) return
    await trx
      .updateTable('share')
      .set({ withdrawn_at: services.clock.now() })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', input.shareId)
      .execute()
    await recordAct(trx, services, {
      tenantId,
      actor,
      act: 'wallet.withdraw_share',
      thingKind: 'share',
      thingId: input.shareId,
    })
  })
}
