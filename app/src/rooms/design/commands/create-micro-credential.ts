import type { MicroCredentialDraft } from '@meritum/kit/elm'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import { recordAct } from '../../../audit/record-act.ts'
import { inTenant } from '../../../db/tenant.ts'
import { invalidInput } from '../../../errors.ts'
import { getOrganisation } from '../../organisation/index.ts'
import type { Services } from '../../services.ts'
import { titleProblems } from '../schemas/draft.ts'
import type { NewMicroCredential } from '../schemas/new-micro-credential.ts'

/** Begins a micro-credential, filled in with what the organisation always says of itself. */
export async function createMicroCredential(
  services: Services,
  actor: Actor,
  input: NewMicroCredential,
): Promise<{ id: string; revision: number }> {
  const { tenantId, personId } = requireStaff(actor, 'design.write')
  const problems = titleProblems(input)
  if (problems.length > 0) throw invalidInput(...problems)
  const { qualityAssurance, ...organisation } = await getOrganisation(services, tenantId)
  const draft: MicroCredentialDraft = {
    ...input,
    countries: [organisation.country],
    awardingBodies: [organisation],
    steward: organisation,
    ...(qualityAssurance ? { qualityAssurance } : {}),
  }
  const id = services.ids.uuid()
  const now = services.clock.now()
  await inTenant(services.db, tenantId, async trx => {
    await trx
      .insertInto('micro_credential')
      .values({
        tenant_id: tenantId,
        id,
        draft: JSON.stringify(draft),
        revision: 1,
        created_by: personId,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await recordAct(trx, services, {
      tenantId,
      actor: { kind: 'person', personId },
      act: 'design.create',
      thingKind: 'micro_credential',
      thingId: id,
    })
  })
  return { id, revision: 1 }
}
