import type { Trx } from '../../db/connect.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'

export interface WalletRow {
  readonly id: string
  readonly issuerTenantId: string
  readonly sealedCredentialId: string
  readonly contentSealed: Buffer
  readonly receivedAt: Date
}

/** A person's own credentials, with the names that the room uses for the columns. */
export function selectCredentials(trx: Trx, tenantId: string) {
  return trx
    .selectFrom('wallet_credential')
    .select([
      'id',
      'issuer_tenant_id as issuerTenantId',
      'sealed_credential_id as sealedCredentialId',
      'content_sealed as contentSealed',
      'received_at as receivedAt',
    ])
    .where('tenant_id', '=', tenantId)
}

/** Throws `thing.not_found`, also for another person's credential. */
export async function readCredential(trx: Trx, tenantId: string, id: string): Promise<WalletRow> {
  const row = await selectCredentials(trx, tenantId).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('thing.not_found')
  return row
}

/** Where the sealed bytes lie: in the person's own tenant, under her own key. */
export function contentPlace(tenantId: string, id: string) {
  return { tenantId, personId: tenantId, context: `wallet_credential.content_sealed:${id}` }
}

/** The sealed bytes as they were received. Throws `thing.gone` when the person's key has been erased. */
export function openContent(trx: Trx, services: Services, tenantId: string, row: WalletRow): Promise<Buffer> {
  return services.vault.open(trx, contentPlace(tenantId, row.id), row.contentSealed)
}
