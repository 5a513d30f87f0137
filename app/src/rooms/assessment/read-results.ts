import type { Trx } from '../../db/connect.ts'
import type { RecordedResult } from './outcome-progress.ts'

export interface StoredResult extends RecordedResult {
  readonly caseId: string
  readonly noteSealed: Buffer | null
}

/** All decisions of the given cases, newest first. */
export async function readResults(
  trx: Trx,
  tenantId: string,
  caseIds: readonly string[],
): Promise<StoredResult[]> {
  if (caseIds.length === 0) return []
  return (
    trx
      .selectFrom('outcome_result')
      .select([
        'id',
        'case_id as caseId',
        'outcome_id as outcomeId',
        'result',
        'method',
        'supervision',
        'assessor_id as assessorId',
        'assessed_at as assessedAt',
        'note_sealed as noteSealed',
      ])
      .where('tenant_id', '=', tenantId)
      .where('case_id', 'in', caseIds)
      .orderBy('assessed_at', 'desc')
      .orderBy('id', 'desc')
      // Only decideOutcome writes these rows, with the codes of the ELM.
      .$castTo<StoredResult>()
      .execute()
  )
}
