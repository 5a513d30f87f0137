import { z } from 'zod'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import { recordAct } from '../../../audit/record-act.ts'
import { inTenant } from '../../../db/tenant.ts'
import { AppError, invalidInput } from '../../../errors.ts'
import { listVersions } from '../../design/index.ts'
import { findParticipant } from '../../organisation/index.ts'
import type { Services } from '../../services.ts'

export const openCaseInput = z.strictObject({
  versionId: z.uuid({ error: 'assessment.open.version_missing' }),
  personId: z.uuid({ error: 'assessment.open.person_missing' }),
})
export type OpenCaseInput = z.infer<typeof openCaseInput>

/**
 * Opens the assessment of one person against one published version. There is one case per person and
 * version: a second attempt at what is missing takes place in the same case.
 */
export async function openCase(
  services: Services,
  actor: Actor,
  input: OpenCaseInput,
): Promise<{ caseId: string }> {
  const { tenantId, personId: assessorId } = requireStaff(actor, 'assessment.open')
  // Newest versions only: nobody starts on a wording that has been replaced.
  const versions = await listVersions(services, tenantId)
  if (!versions.some(({ versionId }) => versionId === input.versionId)) {
    throw invalidInput({ field: 'versionId', key: 'assessment.open.version_unknown' })
  }
  const person = await findParticipant(services, tenantId, input.personId)
  if (!person?.roles.includes('learner')) {
    throw invalidInput({ field: 'personId', key: 'assessment.open.person_unknown' })
  }

  const caseId = services.ids.uuid()
  const now = services.clock.now()
  return inTenant(services.db, tenantId, async trx => {
    const made = await trx
      .insertInto('assessment_case')
      .values({
        tenant_id: tenantId,
        id: caseId,
        version_id: input.versionId,
        person_id: input.personId,
        assessor_id: assessorId,
        state: 'open',
        created_at: now,
        updated_at: now,
      })
      .onConflict(conflict => conflict.columns(['tenant_id', 'version_id', 'person_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new AppError('assessment.case_exists')
    await recordAct(trx, services, {
      tenantId,
      actor,
      act: 'assessment.open',
      thingKind: 'assessment_case',
      thingId: caseId,
    })
    return { caseId }
  })
}
