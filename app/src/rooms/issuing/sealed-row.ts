import type { Trx } from '../../db/connect.ts'
import { inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'

export interface SealedRow {
  readonly sealedId: string
  readonly awardId: string
  readonly personId: string
  readonly format: string
  readonly bytesSealed: Buffer
  readonly sealedAt: Date
}

/** The sealed copies of a tenant, with the names that the room uses for the columns. */
export function selectSealed(trx: Trx, tenantId: string) {
  return trx
    .selectFrom('sealed_credential')
    .select([
      'id as sealedId',
      'award_id as awardId',
      'person_id as personId',
      'format',
      'sealed_bytes_sealed as bytesSealed',
      'sealed_at as sealedAt',
    ])
    .where('tenant_id', '=', tenantId)
}

/** Where a sealed copy's bytes lie: under the holder's key. */
export function sealedPlace(tenantId: string, personId: string, sealedId: string) {
  return { tenantId, personId, context: `sealed_credential.sealed_bytes_sealed:${sealedId}` }
}

/** The bytes as they were sealed. Throws `thing.gone` when the holder's data has been erased. */
export function openSealed(trx: Trx, services: Services, tenantId: string, row: SealedRow): Promise<Buffer> {
  return services.vault.open(trx, sealedPlace(tenantId, row.personId, row.sealedId), row.bytesSealed)
}

/** A sealed copy by its id, for the room that hands it to its holder. Throws `thing.not_found`. */
export async function readSealedCredential(
  services: Services,
  tenantId: string,
  sealedId: string,
): Promise<{ bytes: Uint8Array; personId: string; awardId: string }> {
  return inTenant(services.db, tenantId, async trx => {
    const row = await selectSealed(trx, tenantId).where('id', '=', sealedId).executeTakeFirst()
    if (!row) throw new AppError('thing.not_found')
    const { personId, awardId } = row
    return { bytes: await openSealed(trx, services, tenantId, row), personId, awardId }
  })
}

/** The ids of an award's sealed copies. */
export async function listSealedCopies(
  services: Services,
  tenantId: string,
  awardId: string,
): Promise<string[]> {
  const rows = await inTenant(services.db, tenantId, trx =>
    selectSealed(trx, tenantId).where('award_id', '=', awardId).execute(),
  )
  return rows.map(({ sealedId }) => sealedId)
}
