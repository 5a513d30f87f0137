import type { Trx } from '../../db/connect.ts'
import { inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'
import { type AwardRow, readAward, revocationNotePlace } from './award-row.ts'
import { checkLink } from './check-code.ts'
import { checkCodePlace } from './sealing/intent-row.ts'

/** What the issuer says of a sealed copy today; the copy itself can't tell. */
export interface CredentialState {
  /** Opens the verification page; also behind the QR code. */
  readonly checkLink: string
  readonly revoked?: { readonly at: Date; readonly reason: string; readonly note?: string }
}

/** The state of one sealed copy for its holder. Throws `thing.not_found`, `thing.gone` after erasure. */
export async function getCredentialState(
  services: Services,
  tenantId: string,
  sealedId: string,
): Promise<CredentialState> {
  return inTenant(services.db, tenantId, async trx => {
    const copy = await trx
      .selectFrom('sealed_credential as sealed')
      .innerJoin('seal_intent as intent', join =>
        join.onRef('intent.tenant_id', '=', 'sealed.tenant_id').onRef('intent.id', '=', 'sealed.intent_id'),
      )
      .select(['sealed.award_id', 'sealed.person_id', 'intent.id', 'intent.check_code_sealed'])
      .where('sealed.tenant_id', '=', tenantId)
      .where('sealed.id', '=', sealedId)
      .executeTakeFirst()
    if (!copy) throw new AppError('thing.not_found')
    const code = await services.vault.open(
      trx,
      checkCodePlace(tenantId, copy.person_id, copy.id),
      copy.check_code_sealed,
    )
    const revoked = await revocationOf(trx, services, tenantId, await readAward(trx, tenantId, copy.award_id))
    return { checkLink: checkLink(services, code.toString()), ...(revoked && { revoked }) }
  })
}

/** When, why and with which words to the holder an award was revoked, if it was. */
export async function revocationOf(
  trx: Trx,
  services: Services,
  tenantId: string,
  award: AwardRow,
): Promise<CredentialState['revoked']> {
  if (!award.revokedAt || !award.revocationReason) return undefined
  const revoked = { at: award.revokedAt, reason: award.revocationReason }
  if (!award.noteSealed) return revoked
  const place = revocationNotePlace(tenantId, award.personId, award.awardId)
  const note = await services.vault.open(trx, place, award.noteSealed)
  return { ...revoked, note: note.toString() }
}
