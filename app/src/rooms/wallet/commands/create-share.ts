import { z } from 'zod'
import type { Actor } from '../../../access/actor.ts'
import { requireSelf } from '../../../access/can.ts'
import { recordAct } from '../../../audit/record-act.ts'
import { inTenant } from '../../../db/tenant.ts'
import type { Services } from '../../services.ts'
import { codePlace, hashShareCode, purposePlace, shareLink } from '../share-row.ts'
import { readCredential } from '../wallet-row.ts'

/** How many days a link may work. */
export const shareDays = [7, 30, 90] as const

export const createShareInput = z.strictObject({
  walletCredentialId: z.uuid(),
  days: z.coerce
    .number({ error: 'wallet.share.days_missing' })
    .refine(days => (shareDays as readonly number[]).includes(days), { error: 'wallet.share.days_missing' }),
  purpose: z.string().trim().max(200, { error: 'wallet.share.purpose_too_long' }).optional(),
})
export type CreateShareInput = z.infer<typeof createShareInput>

export const dayInMilliseconds = 86_400_000

/** Makes a link with which anybody who has it sees this one credential, until it ends or is withdrawn. */
export async function createShare(
  services: Services,
  actor: Actor,
  input: CreateShareInput,
): Promise<{ shareId: string; link: string; expiresAt: Date }> {
  const { tenantId } = requireSelf(actor, 'wallet.use')
  return inTenant(services.db, tenantId, async trx => {
    const { id: credentialId } = await readCredential(trx, tenantId, input.walletCredentialId)
    const shareId = services.ids.uuid()
    // 128 random bits: whoever can show the code was given it.
    const code = services.ids.token(16)
    const now = services.clock.now()
    const expiresAt = new Date(now.getTime() + input.days * dayInMilliseconds)
    await trx
      .insertInto('share')
      .values({
        tenant_id: tenantId,
        id: shareId,
        wallet_credential_id: credentialId,
        code_hash: hashShareCode(services, code),
        code_sealed: await services.vault.seal(trx, codePlace(tenantId, shareId), code),
        purpose_sealed: input.purpose
          ? await services.vault.seal(trx, purposePlace(tenantId, shareId), input.purpose)
          : null,
        expires_at: expiresAt,
        withdrawn_at: null,
        created_at: now,
      })
      .execute()
    await recordAct(trx, services, {
      tenantId,
      actor,
      act: 'wallet.share',
      thingKind: 'share',
      thingId: shareId,
    })
    return { shareId, link: shareLink(services, code), expiresAt }
  })
}
