import type { AssessmentMethod, SupervisionCode } from '@meritum/kit/elm'
import type { Actor } from '../../access/actor.ts'
import { recordAct } from '../../audit/record-act.ts'
import type { Trx } from '../../db/connect.ts'
import type { Services } from '../services.ts'

export interface NewResult {
  readonly tenantId: string
  readonly caseId: string
  /** The person that is assessed; the note is sealed under her key. */
  readonly personId: string
  readonly outcomeId: string
  readonly result: 'met' | 'not-yet-met'
  readonly method: AssessmentMethod
  readonly supervision: SupervisionCode
  readonly note?: string | undefined
  readonly assessorId: string
}

/** Where a decision's note lies, for sealing and opening it. */
export function notePlace(tenantId: string, personId: string, resultId: string) {
  return { tenantId, personId, context: `outcome_result.note_sealed:${resultId}` }
}

/** Adds one decision to the history and records the act. */
export async function addResult(
  trx: Trx,
  services: Services,
  actor: Actor,
  decision: NewResult,
): Promise<void> {
  const { tenantId, personId } = decision
  const id = services.ids.uuid()
  await trx
    .insertInto('outcome_result')
    .values({
      tenant_id: tenantId,
      id,
      case_id: decision.caseId,
      outcome_id: decision.outcomeId,
      result: decision.result,
      method: decision.method,
      supervision: decision.supervision,
      note_sealed: decision.note
        ? await services.vault.seal(trx, notePlace(tenantId, personId, id), decision.note)
        : null,
      assessor_id: decision.assessorId,
      assessed_at: services.clock.now(),
    })
    .execute()
  await recordAct(trx, services, {
    tenantId,
    actor,
    act: 'assessment.decide',
    thingKind: 'outcome_result',
    thingId: id,
  })
}
