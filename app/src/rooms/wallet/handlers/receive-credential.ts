import { inTenant } from '../../../db/tenant.ts'
import { readSealedCredential } from '../../issuing/index.ts'
import type { Services } from '../../services.ts'
import { contentPlace } from '../wallet-row.ts'

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
  const { issuerTenantId, sealedCredentialId, personId } = message
  const sealed = await readSealedCredential(services, issuerTenantId, sealedCredentialId)
  await inTenant(services.db, personId, async trx => {
    const id = services.ids.uuid()
    const now = services.clock.now()
    const made = await trx
      .insertInto('wallet_credential')
      .values({
        tenant_id: personId,
        id,
        issuer_tenant_id: issuerTenantId,
        sealed_credential_id: sealedCredentialId,
        content_sealed: await services.vault.seal(trx, contentPlace(personId, id), sealed.bytes),
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
