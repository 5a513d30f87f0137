import type { Award } from '@meritum/kit/elm'
import type { Trx } from '../../db/connect.ts'
import { inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'

export type AwardState = 'decided' | 'issued' | 'revoked'

export interface AwardRow {
  readonly awardId: string
  readonly caseId: string
  readonly versionId: string
  readonly personId: string
  readonly state: AwardState
  readonly decidedAt: Date
  readonly revokedAt: Date | null
  readonly revocationReason: string | null
  readonly awardSealed: Buffer
  readonly noteSealed: Buffer | null
}

/** The awards of a tenant, with the names that the room uses for the columns. */
export function selectAwards(trx: Trx, tenantId: string) {
  return trx
    .selectFrom('award')
    .select([
      'id as awardId',
      'case_id as caseId',
      'version_id as versionId',
      'person_id as personId',
      'state',
      'decided_at as decidedAt',
      'revoked_at as revokedAt',
      'revocation_reason as revocationReason',
      'award_sealed as awardSealed',
      'revocation_note_sealed as noteSealed',
    ])
    .where('tenant_id', '=', tenantId)
}

/** Throws `thing.not_found`, also for another tenant's award. */
export async function readAward(trx: Trx, tenantId: string, awardId: string): Promise<AwardRow> {
  const row = await selectAwards(trx, tenantId).where('id', '=', awardId).executeTakeFirst()
  if (!row) throw new AppError('thing.not_found')
  return row
}

/** The award, locked until the transaction ends, so that acts on it come one at a time. */
export async function lockAward(trx: Trx, tenantId: string, awardId: string): Promise<AwardRow> {
  const row = await selectAwards(trx, tenantId).where('id', '=', awardId).forUpdate().executeTakeFirst()
  if (!row) throw new AppError('thing.not_found')
  return row
}

/** Whether an award is revoked now. Throws `thing.not_found`. */
export async function isRevoked(services: Services, tenantId: string, awardId: string): Promise<boolean> {
  const { state } = await inTenant(services.db, tenantId, trx => readAward(trx, tenantId, awardId))
  return state === 'revoked'
}

/** Where the award's own text lies: sealed under the holder's key. */
export function awardPlace(tenantId: string, personId: string, awardId: string) {
  return { tenantId, personId, context: `award.award_sealed:${awardId}` }
}

/** Where the note to the holder about a revocation lies. */
export function revocationNotePlace(tenantId: string, personId: string, awardId: string) {
  return { tenantId, personId, context: `award.revocation_note_sealed:${awardId}` }
}

/** What was awarded, in clear. Throws `thing.gone` when the holder's data has been erased. */
export async function openAward(
  trx: Trx,
  services: Services,
  tenantId: string,
  row: AwardRow,
): Promise<Award> {
  const bytes = await services.vault.open(
    trx,
    awardPlace(tenantId, row.personId, row.awardId),
    row.awardSealed,
  )
  return JSON.parse(bytes.toString()) as Award
}
