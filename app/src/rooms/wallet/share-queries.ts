import type { CredentialView } from '@meritum/kit/elm'
import type { Actor } from '../../access/actor.ts'
import { requireSelf } from '../../access/can.ts'
import { inTenant } from '../../db/tenant.ts'
import type { Services } from '../services.ts'
import { readView } from './read-view.ts'
import { codePlace, purposePlace, shareLink } from './share-row.ts'
import { openContent, readCredential } from './wallet-row.ts'

export interface ShareSummary {
  readonly id: string
  readonly walletCredentialId: string
  readonly view: CredentialView
  readonly purpose: string | undefined
  readonly link: string
  readonly state: 'open' | 'withdrawn' | 'expired'
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly withdrawnAt: Date | null
}

/** The person's links, newest first: those that work, and those that no longer do. */
export async function listShares(services: Services, actor: Actor): Promise<ShareSummary[]> {
  const { tenantId } = requireSelf(actor, 'wallet.use')
  const now = services.clock.now()
  return inTenant(services.db, tenantId, async trx => {
    const rows = await trx
      .selectFrom('share')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(200)
      .execute()
    const views = new Map<string, CredentialView>()
    for (const id of new Set(rows.map(row => row.wallet_credential_id))) {
      const content = await openContent(trx, services, tenantId, await readCredential(trx, tenantId, id))
      views.set(id, readView(content))
    }
    const shares: ShareSummary[] = []
    for (const row of rows) {
      const code = await services.vault.open(trx, codePlace(tenantId, row.id), row.code_sealed)
      const purpose =
        row.purpose_sealed &&
        (await services.vault.open(trx, purposePlace(tenantId, row.id), row.purpose_sealed))
      shares.push({
        id: row.id,
        walletCredentialId: row.wallet_credential_id,
        view: views.get(row.wallet_credential_id)!,
        purpose: purpose?.toString(),
        link: shareLink(services, code.toString()),
        state: row.withdrawn_at ? 'withdrawn' : row.expires_at <= now ? 'expired' : 'open',
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        withdrawnAt: row.withdrawn_at,
      })
    }
    return shares
  })
}
