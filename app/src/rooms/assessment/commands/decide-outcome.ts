import {
  type AssessmentMethod,
  assessmentMethods,
  canDecide,
  type LearningOutcome,
  supervisionCodes,
} from '@meritum/kit/elm'
import { z } from 'zod'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import { inTenant } from '../../../db/tenant.ts'
import { AppError, invalidInput } from '../../../errors.ts'
import { getVersion } from '../../design/index.ts'
import type { Services } from '../../services.ts'
import { addResult } from '../add-result.ts'
import { lockCase, readCase } from '../case-row.ts'
import { allMet, progressOf } from '../outcome-progress.ts'
import { readResults } from '../read-results.ts'

/** Longest note that is kept with a decision, in characters. */
export const noteLimit = 4000

export const decideOutcomeInput = z.strictObject({
  caseId: z.uuid(),
  outcomeId: z.uuid({ error: 'assessment.decide.outcome_unknown' }),
  result: z.enum(['met', 'not-yet-met'], { error: 'assessment.decide.result_missing' }),
  method: z.enum(assessmentMethods, { error: 'assessment.decide.method_missing' }),
  supervision: z.enum(supervisionCodes, { error: 'assessment.decide.supervision_missing' }),
  note: z.string().trim().max(noteLimit, { error: 'assessment.decide.note_too_long' }).optional(),
})
export type DecideOutcomeInput = z.infer<typeof decideOutcomeInput>

/**
 * Records an assessor's decision on one outcome. Decisions are added, never changed: until the award, a
 * later one replaces an earlier, so that what was missing can be tried again and a slip can be mended.
 */
export async function decideOutcome(
  services: Services,
  actor: Actor,
  input: DecideOutcomeInput,
): Promise<{ state: 'open' | 'ready' }> {
  const { tenantId, personId: assessorId } = requireStaff(actor, 'assessment.decide')
  const { versionId } = await inTenant(services.db, tenantId, trx => readCase(trx, tenantId, input.caseId))
  const { content } = await getVersion(services, tenantId, versionId)
  const outcome = content.outcomes.find(({ id }) => id === input.outcomeId)
  if (!outcome) throw invalidInput({ field: 'outcomeId', key: 'assessment.decide.outcome_unknown' })
  checkMethod(outcome, input.method)

  return inTenant(services.db, tenantId, async trx => {
    const { state: before, personId } = await lockCase(trx, tenantId, input.caseId)
    if (before === 'awarded') throw new AppError('assessment.closed')
    await addResult(trx, services, actor, { ...input, tenantId, personId, assessorId })
    const results = await readResults(trx, tenantId, [input.caseId])
    const state = allMet(progressOf(content.outcomes, results)) ? 'ready' : 'open'
    await trx
      .updateTable('assessment_case')
      .set({ state, updated_at: services.clock.now() })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', input.caseId)
      .execute()
    return { state }
  })
}

function checkMethod(outcome: LearningOutcome, method: AssessmentMethod): void {
  if (!canDecide(method)) {
    throw new AppError('assessment.self_assessment_alone', {
      problems: [{ field: 'method', key: 'error.assessment.self_assessment_alone' }],
    })
  }
  if (!outcome.methods.includes(method)) {
    throw invalidInput({ field: 'method', key: 'assessment.decide.method_not_allowed' })
  }
}
