import type { Trx } from '../../db/connect.ts'
import { AppError } from '../../errors.ts'

export type CaseState = 'open' | 'ready' | 'awarded'

export interface CaseRow {
  readonly caseId: string
  readonly versionId: string
  readonly personId: string
  readonly assessorId: string
  readonly state: CaseState
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** The cases of a tenant, with the names that the room uses for the columns. */
export function selectCases(trx: Trx, tenantId: string) {
  return trx
    .selectFrom('assessment_case')
    .select([
      'id as caseId',
      'version_id as versionId',
      'person_id as personId',
      'assessor_id as assessorId',
      'state',
      'created_at as createdAt',
      'updated_at as updatedAt',
    ])
    .where('tenant_id', '=', tenantId)
}

/** Throws `thing.not_found`, also for another tenant's case. */
export async function readCase(trx: Trx, tenantId: string, caseId: string): Promise<CaseRow> {
  const row = await selectCases(trx, tenantId).where('id', '=', caseId).executeTakeFirst()
  if (!row) throw new AppError('thing.not_found')
  return row
}

/** The case, locked until the transaction ends, so that decisions on it come one at a time. */
export async function lockCase(trx: Trx, tenantId: string, caseId: string): Promise<CaseRow> {
  const row = await selectCases(trx, tenantId).where('id', '=', caseId).forUpdate().executeTakeFirst()
  if (!row) throw new AppError('thing.not_found')
  return row
}
