import { revocationReasons } from '@meritum/kit/status'
import { z } from 'zod'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import { recordAct } from '../../../audit/record-act.ts'
import type { Trx } from '../../../db/connect.ts'
import { enqueue } from '../../../db/outbox.ts'
import { inTenant } from '../../../db/tenant.ts'
import { AppError } from '../../../errors.ts'
import type { Services } from '../../services.ts'
import { lockAward, revocationNotePlace } from '../award-row.ts'

const fields = {
  reason: z.enum(revocationReasons, { error: 'issuing.revoke.reason_missing' }),
  /** What the holder is told beside the reason; needed when the reason is "other". */
  note: z.string().trim().max(2000, { error: 'issuing.revoke.note_too_long' }).optional(),
}
const otherSaysMore = (input: { reason: string; note?: string | undefined }) =>
  input.reason !== 'other' || Boolean(input.note)
const noteMissing = { path: ['note'], error: 'issuing.revoke.note_missing' }

/** As posted to the address of an award. */
export const revocationInput = z.strictObject(fields).refine(otherSaysMore, noteMissing)
export const revokeAwardInput = z
  .strictObject({ awardId: z.uuid(), ...fields })
  .refine(otherSaysMore, noteMissing)
export type RevokeAwardInput = z.infer<typeof revokeAwardInput>

/**
 * Ends the validity of an award and of every sealed copy of it, with a reason. One transaction: the award,
 * the status entries, the lists to be signed again, the record and the message to the holder.
 */
export async function revokeAward(
  services: Services,
  actor: Actor,
  input: RevokeAwardInput,
): Promise<{ revokedAt: Date }> {
  const { tenantId, personId: issuerId } = requireStaff(actor, 'issuing.revoke')
  return inTenant(services.db, tenantId, async trx => {
    const { awardId, personId, state } = await lockAward(trx, tenantId, input.awardId)
    if (state === 'revoked') throw new AppError('issuing.already_revoked')
    if (state !== 'issued') throw new AppError('thing.conflict')
    const revokedAt = services.clock.now()
    const place = revocationNotePlace(tenantId, personId, awardId)
    await trx
      .updateTable('award')
      .set({
        state: 'revoked',
        revoked_at: revokedAt,
        revoked_by: issuerId,
        revocation_reason: input.reason,
        revocation_note_sealed: input.note ? await services.vault.seal(trx, place, input.note) : null,
      })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', awardId)
      .execute()
    await setEntries(trx, { tenantId, awardId, revokedAt, reason: input.reason })
    await recordAct(trx, services, {
      tenantId,
      actor,
      act: 'issuing.revoke',
      thingKind: 'award',
      thingId: awardId,
    })
    await enqueue(trx, services, {
      tenantId,
      kind: 'credential.revoked',
      payload: { awardId, personId, issuerTenantId: tenantId },
    })
    return { revokedAt }
  })
}

/** Sets the status entry of every sealed copy and leaves their lists to be built and signed again. */
async function setEntries(
  trx: Trx,
  change: { tenantId: string; awardId: string; revokedAt: Date; reason: string },
): Promise<void> {
  const copies = await trx
    .selectFrom('seal_intent')
    .select(['status_list_id', 'status_index'])
    .where('tenant_id', '=', change.tenantId)
    .where('award_id', '=', change.awardId)
    .orderBy('status_list_id')
    .execute()
  for (const copy of copies) {
    // The list's row first: whoever adds an entry holds a weak lock on it, and two that both want the strong one
    // while it is being signed would wait for each other.
    await trx
      .updateTable('status_list')
      .set({ dirty: true })
      .where('tenant_id', '=', change.tenantId)
      .where('id', '=', copy.status_list_id)
      .execute()
    await trx
      .insertInto('status_entry')
      .values({
        tenant_id: change.tenantId,
        list_id: copy.status_list_id,
        index: copy.status_index,
        revoked_at: change.revokedAt,
        reason: change.reason,
      })
      .execute()
  }
}
