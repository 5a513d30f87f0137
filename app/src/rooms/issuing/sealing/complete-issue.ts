import { createHash } from 'node:crypto'
import type { EdcDocument } from '@meritum/kit/elm'
import { edcFormat } from '@meritum/kit/formats'
import type { Actor } from '../../../access/actor.ts'
import { recordAct } from '../../../audit/record-act.ts'
import type { Trx } from '../../../db/connect.ts'
import { enqueue } from '../../../db/outbox.ts'
import { inTenant } from '../../../db/tenant.ts'
import { AppError } from '../../../errors.ts'
import { getSigner, type OrganisationSigner } from '../../organisation/index.ts'
import type { Services } from '../../services.ts'
import { lockAward, readAward } from '../award-row.ts'
import { sealedPlace, selectSealed } from '../sealed-row.ts'
import { type IntentRow, payloadPlace } from './intent-row.ts'
import { prepareIntent } from './prepare-intent.ts'
import { selfCheck } from './self-check.ts'

/** What was issued: the award's sealed copy. */
export interface Issued {
  readonly awardId: string
  readonly sealedId: string
  /** The id inside the sealed file. */
  readonly credentialId: string
}

/**
 * Takes an award from decided to issued, from wherever an earlier try stopped: intent, seal, own check,
 * and one transaction for seal, state, record and message. Two at once end with the same sealed copy.
 */
export async function completeIssue(
  services: Services,
  actor: Actor,
  tenantId: string,
  awardId: string,
): Promise<Issued> {
  const intent = await prepareIntent(services, tenantId, awardId)
  const { personId, sealedId } = await inTenant(services.db, tenantId, async trx => ({
    personId: (await readAward(trx, tenantId, awardId)).personId,
    sealedId: await findSealed(trx, tenantId, intent.intentId),
  }))
  if (sealedId) return { awardId, sealedId, credentialId: intent.credentialId }
  const { signer, keyId } = await findSigner(services, tenantId, intent.sealKeyId)
  const payload = await inTenant(services.db, tenantId, trx =>
    services.vault.open(trx, payloadPlace(tenantId, personId, intent.intentId), intent.payloadSealed),
  )
  // The text that was written down is the text that is sealed: parsing keeps the order of its members.
  const document = JSON.parse(payload.toString()) as EdcDocument
  const bytes = await edcFormat.seal(document, signer, { signingTime: services.clock.now() })
  await selfCheck(services, { bytes, signer, statusListId: intent.statusListId })
  return store(services, actor, { tenantId, personId, intent, keyId, bytes })
}

/**
 * The seal that was written down, or, when its certificate has ended since, the one that has followed it. That
 * it is the same organisation's as the bytes say, our own check sees to.
 */
async function findSigner(services: Services, tenantId: string, keyId: string): Promise<OrganisationSigner> {
  try {
    return await getSigner(services, tenantId, keyId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'issuing.no_seal') return getSigner(services, tenantId)
    throw error
  }
}

async function findSealed(trx: Trx, tenantId: string, intentId: string): Promise<string | undefined> {
  const row = await selectSealed(trx, tenantId).where('intent_id', '=', intentId).executeTakeFirst()
  return row?.sealedId
}

interface Sealed {
  readonly tenantId: string
  readonly personId: string
  readonly intent: IntentRow
  /** The key that it was sealed with. */
  readonly keyId: string
  readonly bytes: Uint8Array
}

function store(services: Services, actor: Actor, sealed: Sealed): Promise<Issued> {
  const { tenantId, intent } = sealed
  const { awardId, credentialId, intentId } = intent
  return inTenant(services.db, tenantId, async trx => {
    await lockAward(trx, tenantId, awardId)
    // Somebody else finished the same intent while we sealed: theirs stands, ours is dropped unseen.
    const earlier = await findSealed(trx, tenantId, intentId)
    if (earlier) return { awardId, sealedId: earlier, credentialId }
    const sealedId = await insertSealed(trx, services, sealed)
    await markIssued(trx, sealed)
    await recordAct(trx, services, {
      tenantId,
      actor,
      act: 'issuing.issue',
      thingKind: 'award',
      thingId: awardId,
    })
    await enqueue(trx, services, {
      tenantId,
      kind: 'credential.issued',
      payload: { issuerTenantId: tenantId, sealedCredentialId: sealedId, personId: sealed.personId },
    })
    return { awardId, sealedId, credentialId }
  })
}

async function insertSealed(trx: Trx, services: Services, sealed: Sealed): Promise<string> {
  const { tenantId, personId, intent, bytes } = sealed
  const sealedId = services.ids.uuid()
  await trx
    .insertInto('sealed_credential')
    .values({
      tenant_id: tenantId,
      id: sealedId,
      intent_id: intent.intentId,
      award_id: intent.awardId,
      person_id: personId,
      format: intent.format,
      sealed_bytes_sealed: await services.vault.seal(trx, sealedPlace(tenantId, personId, sealedId), bytes),
      digest: createHash('sha256').update(bytes).digest(),
      sealed_at: services.clock.now(),
    })
    .execute()
  return sealedId
}

async function markIssued(trx: Trx, { tenantId, intent, keyId }: Sealed): Promise<void> {
  await trx
    .updateTable('seal_intent')
    .set({ state: 'sealed', seal_key_id: keyId })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', intent.intentId)
    .execute()
  await trx
    .updateTable('award')
    .set({ state: 'issued' })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', intent.awardId)
    .where('state', '=', 'decided')
    .execute()
}
