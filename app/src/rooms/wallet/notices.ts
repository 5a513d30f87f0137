import type { Actor } from '../../access/actor.ts'
import { requireSelf } from '../../access/can.ts'
import { inTenant } from '../../db/tenant.ts'
import type { Services } from '../services.ts'

export interface Notice {
  readonly id: string
  readonly kind: 'credential.issued' | 'credential.revoked'
  readonly walletCredentialId: string
  readonly createdAt: Date
}

/** What the person has not been told yet, newest first. */
export async function listUnreadNotices(services: Services, actor: Actor): Promise<Notice[]> {
  const { tenantId } = requireSelf(actor, 'wallet.use')
  return inTenant(services.db, tenantId, trx =>
    trx
      .selectFrom('notice')
      .select(['id', 'kind', 'thing_id as walletCredentialId', 'created_at as createdAt'])
      .where('tenant_id', '=', tenantId)
      .where('read_at', 'is', null)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(50)
      .$castTo<Notice>()
      .execute(),
  )
}

/** Marks what concerns one credential as read: its holder has opened its page. */
export async function markRead(services: Services, actor: Actor, walletCredentialId: string): Promise<void> {
  const { tenantId } = requireSelf(actor, 'wallet.use')
  await inTenant(services.db, tenantId, trx =>
    trx
      .updateTable('notice')
      .set({ read_at: services.clock.now() })
      .where('tenant_id', '=', tenantId)
      .where('thing_id', '=', walletCredentialId)
      .where('read_at', 'is', null)
      .execute(),
  )
}
