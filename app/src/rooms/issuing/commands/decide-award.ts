import { outcomeSentence } from '@meritum/kit/elm'
import { pickText } from '@meritum/kit/text'
import { z } from 'zod'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import { recordAct } from '../../../audit/record-act.ts'
import type { Trx } from '../../../db/connect.ts'
import { inTenant } from '../../../db/tenant.ts'
import { AppError, invalidInput } from '../../../errors.ts'
import { defaultTimeZone } from '../../../web/i18n/index.ts'
import { type CaseDetail, closeCase, getCase, lockCase } from '../../assessment/index.ts'
import { getOrganisation } from '../../organisation/index.ts'
import type { Services } from '../../services.ts'
import { awardPlace, selectAwards } from '../award-row.ts'
import { calendarDate, decideLastDay, endOfDay } from '../award-validity.ts'
import { buildAward } from '../build-award.ts'

export const decideAwardInput = z.strictObject({
  caseId: z.uuid(),
  /** Last day of validity, where it shall be earlier than the version's rule says. */
  validUntil: z.iso.date({ error: 'issuing.award.expiry_not_a_date' }).optional(),
  /** Where the award is decided; the organisation's own place when left out. */
  place: z
    .string()
    .trim()
    .min(1, { error: 'issuing.award.place_missing' })
    .max(120, { error: 'issuing.award.place_too_long' })
    .optional(),
})
export type DecideAwardInput = z.infer<typeof decideAwardInput>

/**
 * Decides that the person of a case has earned the micro-credential. Refused with the list of what is
 * missing until every outcome is met; the second time for a case it answers with the first award.
 */
export async function decideAward(
  services: Services,
  actor: Actor,
  input: DecideAwardInput,
): Promise<{ awardId: string }> {
  const { tenantId, personId: issuerId } = requireStaff(actor, 'issuing.award')
  const found = await getCase(services, actor, input.caseId)
  if (found.state !== 'awarded') requireAllMet(found)
  const award = await composeAward(services, tenantId, found, input)

  return inTenant(services.db, tenantId, async trx => {
    const locked = await lockCase(trx, tenantId, input.caseId)
    const existing = await selectAwards(trx, tenantId).where('case_id', '=', input.caseId).executeTakeFirst()
    if (existing) return { awardId: existing.awardId }
    // An assessor decided something between our reading and our lock: what we composed may be out of date.
    if (locked.updatedAt.getTime() !== found.updatedAt.getTime()) throw new AppError('thing.conflict')
    await storeAward(trx, services, { tenantId, found, issuerId, ...award })
    await closeCase(trx, services, tenantId, input.caseId)
    await recordAct(trx, services, {
      tenantId,
      actor,
      act: 'issuing.award',
      thingKind: 'award',
      thingId: award.awardId,
    })
    return { awardId: award.awardId }
  })
}

function requireAllMet(found: CaseDetail): void {
  const missing = found.progress.filter(({ state }) => state !== 'met')
  if (missing.length === 0) return
  throw new AppError('issuing.outcomes_missing', {
    params: { count: missing.length },
    problems: missing.map(({ outcome }) => ({
      field: `outcomes.${outcome.id}`,
      key: 'issuing.outcome_missing',
      params: { outcome: sentenceIn(outcome.parts, found.version.content.languages[0]) },
    })),
  })
}

function sentenceIn(parts: Parameters<typeof sentences>[0], language: string | undefined): string {
  return pickText(sentences(parts), ...(language ? [language] : []))?.text ?? ''
}

const sentences = (parts: CaseDetail['progress'][number]['outcome']['parts']) =>
  Object.fromEntries(Object.entries(parts).map(([tag, four]) => [tag, outcomeSentence(four)]))

async function composeAward(
  services: Services,
  tenantId: string,
  found: CaseDetail,
  input: DecideAwardInput,
): Promise<{ awardId: string; awardedAt: Date; text: string }> {
  if (!found.person) throw invalidInput({ field: 'caseId', key: 'issuing.award.person_gone' })
  const { qualityAssurance: _, ...issuer } = await getOrganisation(services, tenantId)
  const locality = input.place ?? issuer.locality
  if (!locality) throw invalidInput({ field: 'place', key: 'issuing.award.place_missing' })
  const awardedAt = services.clock.now()
  const lastDay = decideLastDay(
    found.version.content.validity,
    calendarDate(awardedAt, defaultTimeZone),
    input.validUntil,
  )
  const awardId = services.ids.uuid()
  const award = buildAward({
    awardId,
    // A new id for every award, so that two awards of one person can't be linked by it.
    holder: { id: `urn:uuid:${services.ids.randomUuid()}`, ...found.person.profile },
    version: found.version,
    progress: found.progress,
    issuer,
    locality,
    awardedAt,
    validUntil: lastDay && endOfDay(lastDay, defaultTimeZone),
  })
  return { awardId, awardedAt, text: JSON.stringify(award) }
}

async function storeAward(
  trx: Trx,
  services: Services,
  decision: {
    tenantId: string
    found: CaseDetail
    issuerId: string
    awardId: string
    awardedAt: Date
    text: string
  },
): Promise<void> {
  const { tenantId, awardId, found } = decision
  await trx
    .insertInto('award')
    .values({
      tenant_id: tenantId,
      id: awardId,
      case_id: found.caseId,
      version_id: found.versionId,
      person_id: found.personId,
      award_sealed: await services.vault.seal(
        trx,
        awardPlace(tenantId, found.personId, awardId),
        decision.text,
      ),
      state: 'decided',
      decided_by: decision.issuerId,
      decided_at: decision.awardedAt,
      revoked_at: null,
      revoked_by: null,
      revocation_reason: null,
      revocation_note_sealed: null,
    })
    .execute()
}
