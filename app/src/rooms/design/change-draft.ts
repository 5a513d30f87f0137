import type { MicroCredentialDraft } from '@meritum/kit/elm'
import { recordAct } from '../../audit/record-act.ts'
import type { Trx } from '../../db/connect.ts'
import { inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'

/** Which draft, as the person saw it when she began to write. */
export interface DraftPlace {
  readonly id: string
  readonly revision: number
}

/** The draft, locked until the transaction ends. Throws `thing.not_found`, or `thing.conflict` if it has moved on. */
export async function lockDraft(
  trx: Trx,
  tenantId: string,
  place: DraftPlace,
): Promise<{ draft: MicroCredentialDraft; revision: number }> {
  const row = await trx
    .selectFrom('micro_credential')
    .select(['draft', 'revision'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', place.id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new AppError('thing.not_found')
  if (row.revision !== place.revision)
    throw new AppError('thing.conflict', { params: { revision: row.revision } })
  return row
}

/** Changes a draft in one transaction, only if nobody else has changed it since; answers the new revision. */
export async function changeDraft(
  services: Services,
  staff: { readonly tenantId: string; readonly personId: string },
  place: DraftPlace,
  change: (draft: MicroCredentialDraft) => MicroCredentialDraft,
): Promise<{ revision: number }> {
  const { tenantId, personId } = staff
  return inTenant(services.db, tenantId, async trx => {
    const { draft, revision } = await lockDraft(trx, tenantId, place)
    await trx
      .updateTable('micro_credential')
      .set({
        draft: JSON.stringify(change(draft)),
        revision: revision + 1,
        updated_at: services.clock.now(),
      })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', place.id)
      .execute()
    await recordAct(trx, services, {
      tenantId,
      actor: { kind: 'person', personId },
      act: 'design.write',
      thingKind: 'micro_credential',
      thingId: place.id,
    })
    return { revision: revision + 1 }
  })
}
