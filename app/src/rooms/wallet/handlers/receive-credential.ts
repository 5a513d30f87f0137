import { inTenant } from '../../../db/tenant.ts'
import { AppError } from '../../../errors.ts'
import { isRevoked, readSealedCredential } from '../../issuing/index.ts'
import type { Services } from '../../services.ts'
import { contentPlace } from '../wallet-row.ts'
import { noticeRevocation } from './notice-revocation.ts'

/** The message that issuing leaves when a credential has been sealed. Opaque ids only. */
export interface CredentialIssued {
  readonly issuerTenantId: string
  readonly sealedCredentialId: string
  readonly personId: string
}

/**
 * Copies a sealed credential into the holder's own wallet, under her own key, and tells her. The copy is
 * hers: it stays when the issuer erases or ends. Delivered twice, it arrives once.
 */
export async function receiveCredential(services: Services, message: CredentialIssued): Promise<void> {
  const { issuerTenantId, personId } = message
  const sealed = await readSealedCredential(services, issuerTenantId, message.sealedCredentialId)
  if (sealed.personId !== personId) throw new AppError('thing.not_found')
  await store(services, message, sealed.bytes)
  // Messages may overtake each other: one about a revocation that came first found nothing to tell of. Asked
  // only after the copy is there for everybody to see, so that one of the two always tells.
  const { awardId } = sealed
  if (await isRevoked(services, issuerTenantId, awardId)) {
    await noticeRevocation(services, { issuerTenantId, awardId, personId })
  }
}

function store(services: Services, message: CredentialIssued, bytes: Uint8Array): Promise<void> {
  const { issuerTenantId, sealedCredentialId, personId } = message
  return inTenant(services.db, personId, async trx => {
    const id = services.ids.uuid()
    const now = services.clock.now()
    const made = await trx
      .insertInto('wallet_credential')
      .values({
        tenant_id: personId,
        id,
        issuer_tenant_id: issuerTenantId,
        sealed_credential_id: sealedCredentialId,
        content_sealed: await services.vault.seal(trx, contentPlace(personId, id), bytes),
        received_at: now,
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return
    await trx
      .insertInto('notice')
      .values({
        tenant_id: personId,
        id: services.ids.uuid(),
        kind: 'credential.issued',
        thing_id: id,
        created_at: now,
        read_at: null,
      })
      .execute()
  })
}
