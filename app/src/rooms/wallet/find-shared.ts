import { acrossTenants, inTenant } from '../../db/tenant.ts'
import type { Services } from '../services.ts'
import { hashShareCode } from './share-row.ts'
import { openContent, readCredential } from './wallet-row.ts'

export type Shared =
  | { readonly state: 'open'; readonly bytes: Uint8Array; readonly expiresAt: Date }
  | { readonly state: 'withdrawn' | 'expired' }

/** What a share link shows now. Undefined for a code that was never given out. */
export async function findShared(services: Services, code: string): Promise<Shared | undefined> {
  const share = await acrossTenants(services.db, trx =>
    trx
      .selectFrom('share')
      .select(['tenant_id', 'wallet_credential_id', 'expires_at', 'withdrawn_at'])
      .where('code_hash', '=', hashShareCode(services, code))
      .executeTakeFirst(),
  )
  if (!share) return undefined
  if (share.withdrawn_at) return { state: 'withdrawn' }
  if (share.expires_at <= services.clock.now()) return { state: 'expired' }
  const { tenant_id: tenantId, wallet_credential_id: id } = share
  const bytes = await inTenant(services.db, tenantId, async trx =>
    openContent(trx, services, tenantId, await readCredential(trx, tenantId, id)),
  )
  return { state: 'open', bytes, expiresAt: share.expires_at }
}
