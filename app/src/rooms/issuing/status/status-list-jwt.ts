import { signVcJwt } from '@meritum/kit/proofs'
import { buildStatusListCredential, type RevocationReason } from '@meritum/kit/status'
import type { Trx } from '../../../db/connect.ts'
import { acrossTenants, inTenant } from '../../../db/tenant.ts'
import { getOrganisation, readSigner } from '../../organisation/index.ts'
import type { Services } from '../../services.ts'
import { publishStatusFile } from './publish-status-file.ts'
import { statusListUrl } from './status-list-url.ts'

/** How long a signed list may be relied on, in milliseconds: 24 hours. */
export const statusListValidity = 86_400_000

/**
 * The signed status list, as it is published under `/status/lists/<id>`. Built and signed anew when an entry
 * has been set since, or when half of its validity has passed. Undefined for a list that we don't have.
 */
export async function statusListJwt(services: Services, listId: string): Promise<string | undefined> {
  const found = await acrossTenants(services.db, trx =>
    trx
      .selectFrom('status_list')
      .select(['tenant_id as tenantId', 'dirty', 'signed', 'signed_at as signedAt'])
      .where('id', '=', listId)
      .executeTakeFirst(),
  )
  if (!found) return undefined
  const fresh = freshJwt(services, found)
  if (fresh !== undefined) return fresh
  const { tenantId } = found
  const issuer = (await getOrganisation(services, tenantId)).id
  return inTenant(services.db, tenantId, trx => rebuild(trx, services, { tenantId, listId, issuer }))
}

interface SignedState {
  readonly dirty: boolean
  readonly signed: string | null
  readonly signedAt: Date | null
}

/** The stored list when it still says what is true and will do so for a while. */
function freshJwt(services: Services, { dirty, signed, signedAt }: SignedState): string | undefined {
  if (dirty || signed === null || signedAt === null) return undefined
  const age = services.clock.now().getTime() - signedAt.getTime()
  return age >= 0 && age < statusListValidity / 2 ? signed : undefined
}

/** Signs the list with every entry that is set now, holding its row so that no revocation slips by. */
async function rebuild(
  trx: Trx,
  services: Services,
  list: { tenantId: string; listId: string; issuer: string },
): Promise<string> {
  const { tenantId, listId } = list
  const row = await trx
    .selectFrom('status_list')
    .select(['dirty', 'signed', 'signed_at as signedAt', 'length'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', listId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const meanwhile = freshJwt(services, row)
  if (meanwhile !== undefined) return meanwhile
  const now = services.clock.now()
  const credential = buildStatusListCredential({
    url: statusListUrl(services, listId),
    issuer: list.issuer,
    validFrom: now,
    validUntil: new Date(now.getTime() + statusListValidity),
    revoked: await readEntries(trx, tenantId, listId),
    entries: row.length,
  })
  const { signer } = await readSigner(services, trx, tenantId)
  const signed = await signVcJwt(credential, signer)
  // While the row is held, so that no older list is written over a newer one, and before the list counts as
  // signed, so that a stop between the two leaves it to be done again.
  await publishStatusFile(services, listId, signed)
  await trx
    .updateTable('status_list')
    .set({ dirty: false, signed, signed_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', listId)
    .execute()
  return signed
}

async function readEntries(trx: Trx, tenantId: string, listId: string) {
  const rows = await trx
    .selectFrom('status_entry')
    .select(['index', 'revoked_at', 'reason'])
    .where('tenant_id', '=', tenantId)
    .where('list_id', '=', listId)
    .orderBy('index')
    .execute()
  return rows.map(row => ({
    index: row.index,
    at: row.revoked_at.toISOString(),
    reason: row.reason as RevocationReason,
  }))
}
