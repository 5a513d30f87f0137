import { inTenant } from '../../../db/tenant.ts'
import { listSealedCopies } from '../../issuing/index.ts'
import type { Services } from '../../services.ts'

/** The message that issuing leaves when an award has been revoked. */
export interface CredentialRevoked {
  readonly issuerTenantId: string
  readonly awardId: string
  readonly personId: string
}

/**
 * Tells the holder that an award was revoked, once for each copy that she has. A copy that is still on its way
 * tells itself when it arrives (`receiveCredential`).
 */
export async function noticeRevocation(services: Services, message: CredentialRevoked): Promise<void> {
  const { issuerTenantId, awardId, personId } = message
  const copies = await listSealedCopies(services, issuerTenantId, awardId)
  if (copies.length === 0) return
  await inTenant(services.db, personId, async trx => {
    const held = await trx
      .selectFrom('wallet_credential')
      .select('id')
      .where('tenant_id', '=', personId)
      .where('issuer_tenant_id', '=', issuerTenantId)
      .where('sealed_credential_id', 'in', copies)
      // One at a time, so that two that come together don't both tell.
      .forUpdate()
      .execute()
    for (const { id } of held) {
      const told = await trx
        .selectFrom('notice')
        .select('id')
        .where('tenant_id', '=', personId)
        .where('kind', '=', 'credential.revoked')
        .where('thing_id', '=', id)
        .executeTakeFirst()
      if (told) continue
      await trx
        .insertInto('notice')
        .values({
          tenant_id: personId,
          id: services.ids.uuid(),
          kind: 'credential.revoked',
          thing_id: id,
          created_at: services.clock.now(),
          read_at: null,
        })
        .execute()
    }
  })
}
