import { isDeepStrictEqual } from 'node:util'
import type { MicroCredentialContent } from '@meritum/kit/elm'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import { recordAct } from '../../../audit/record-act.ts'
import type { Trx } from '../../../db/connect.ts'
import { inTenant } from '../../../db/tenant.ts'
import { AppError } from '../../../errors.ts'
import type { Services } from '../../services.ts'
import { type DraftPlace, lockDraft } from '../change-draft.ts'
import { missingForPublishing } from '../missing.ts'
import { onlyLanguages } from '../schemas/only-languages.ts'

export interface PublishedResult {
  readonly versionId: string
  readonly number: number
}

/**
 * Freezes the draft that the person has seen as the next version. Refused with `design.incomplete` and
 * the list of what is missing. A draft that has not changed since the last version publishes nothing new.
 */
export async function publishVersion(
  services: Services,
  actor: Actor,
  place: DraftPlace,
): Promise<PublishedResult> {
  const { tenantId, personId } = requireStaff(actor, 'design.publish')
  return inTenant(services.db, tenantId, async trx => {
    const { draft } = await lockDraft(trx, tenantId, place)
    const problems = missingForPublishing(draft)
    if (problems.length > 0) throw new AppError('design.incomplete', { problems })
    const content = onlyLanguages(draft as MicroCredentialContent)
    const latest = await findLatest(trx, tenantId, place.id)
    if (latest && isDeepStrictEqual(latest.content, content)) {
      return { versionId: latest.id, number: latest.number }
    }
    const versionId = services.ids.uuid()
    const number = (latest?.number ?? 0) + 1
    await trx
      .insertInto('micro_credential_version')
      .values({
        tenant_id: tenantId,
        id: versionId,
        micro_credential_id: place.id,
        number,
        content: JSON.stringify(content),
        published_by: personId,
        published_at: services.clock.now(),
      })
      .execute()
    await recordAct(trx, services, {
      tenantId,
      actor: { kind: 'person', personId },
      act: 'design.publish',
      thingKind: 'micro_credential_version',
      thingId: versionId,
    })
    return { versionId, number }
  })
}

function findLatest(trx: Trx, tenantId: string, microCredentialId: string) {
  return trx
    .selectFrom('micro_credential_version')
    .select(['id', 'number', 'content'])
    .where('tenant_id', '=', tenantId)
    .where('micro_credential_id', '=', microCredentialId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
