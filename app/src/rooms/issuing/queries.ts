import type { Award } from '@meritum/kit/elm'
import type { Actor } from '../../access/actor.ts'
import { requireStaff } from '../../access/can.ts'
import type { Trx } from '../../db/connect.ts'
import { inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'
import { type AwardRow, type AwardState, openAward, readAward, selectAwards } from './award-row.ts'
import { checkLink } from './check-code.ts'
import { type CredentialState, revocationOf } from './credential-state.ts'
import { openSealed, selectSealed } from './sealed-row.ts'
import { checkCodePlace } from './sealing/intent-row.ts'

/** One line of the register of issued awards. */
export interface RegisterEntry {
  readonly awardId: string
  readonly state: AwardState
  readonly decidedAt: Date
  readonly revokedAt: Date | null
  /** Undefined when the holder's data has been erased: that something was issued stays on record. */
  readonly award: Award | undefined
}

export interface AwardDetail {
  readonly awardId: string
  readonly caseId: string
  readonly state: AwardState
  readonly award: Award
  /** The sealed copies; one for each format. */
  readonly copies: readonly SealedCopy[]
  readonly revoked: CredentialState['revoked']
}

export interface SealedCopy {
  readonly sealedId: string
  readonly format: string
  /** The id inside the sealed file. */
  readonly credentialId: string
  readonly sealedAt: Date
  readonly checkLink: string
}

/** Awards on one page of the register. */
export const registerPage = 50

/** The organisation's awards, newest first; `page` counts from 1. */
export async function listAwards(
  services: Services,
  actor: Actor,
  page = 1,
): Promise<{ entries: RegisterEntry[]; total: number }> {
  const { tenantId } = requireStaff(actor, 'issuing.read')
  return inTenant(services.db, tenantId, async trx => {
    const { total } = await trx
      .selectFrom('award')
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow()
    const rows = await selectAwards(trx, tenantId)
      .orderBy('decided_at', 'desc')
      .orderBy('id', 'desc')
      .limit(registerPage)
      .offset((page - 1) * registerPage)
      .execute()
    const entries: RegisterEntry[] = []
    for (const row of rows) {
      const { awardId, state, decidedAt, revokedAt } = row
      entries.push({
        awardId,
        state,
        decidedAt,
        revokedAt,
        award: await unlessErased(openAward(trx, services, tenantId, row)),
      })
    }
    return { entries, total: Number(total) }
  })
}

/** One award with its sealed copies. Throws `thing.not_found`, and `thing.gone` after erasure. */
export async function getAward(services: Services, actor: Actor, awardId: string): Promise<AwardDetail> {
  const { tenantId } = requireStaff(actor, 'issuing.read')
  return inTenant(services.db, tenantId, async trx => {
    const row = await readAward(trx, tenantId, awardId)
    return {
      awardId,
      caseId: row.caseId,
      state: row.state,
      award: await openAward(trx, services, tenantId, row),
      copies: await readCopies(trx, services, tenantId, row),
      revoked: await revocationOf(trx, services, tenantId, row),
    }
  })
}

/** The award of a case, once decided. */
export async function findAwardOfCase(
  services: Services,
  actor: Actor,
  caseId: string,
): Promise<string | undefined> {
  const { tenantId } = requireStaff(actor, 'issuing.read')
  const row = await inTenant(services.db, tenantId, trx =>
    selectAwards(trx, tenantId).where('case_id', '=', caseId).executeTakeFirst(),
  )
  return row?.awardId
}

/** The sealed file of an award. Throws `thing.not_found` while it isn't sealed. */
export async function getSealedFile(
  services: Services,
  actor: Actor,
  awardId: string,
): Promise<{ bytes: Uint8Array; name: string }> {
  const { tenantId } = requireStaff(actor, 'issuing.read')
  return inTenant(services.db, tenantId, async trx => {
    const row = await selectSealed(trx, tenantId).where('award_id', '=', awardId).executeTakeFirst()
    if (!row) throw new AppError('thing.not_found')
    return {
      bytes: await openSealed(trx, services, tenantId, row),
      name: `credential-${row.sealedId}.jsonld`,
    }
  })
}

async function readCopies(
  trx: Trx,
  services: Services,
  tenantId: string,
  row: AwardRow,
): Promise<SealedCopy[]> {
  const rows = await trx
    .selectFrom('sealed_credential as sealed')
    .innerJoin('seal_intent as intent', join =>
      join.onRef('intent.tenant_id', '=', 'sealed.tenant_id').onRef('intent.id', '=', 'sealed.intent_id'),
    )
    .select(['sealed.id', 'sealed.format', 'sealed.sealed_at', 'intent.id as intentId'])
    .select(['intent.credential_id', 'intent.check_code_sealed'])
    .where('sealed.tenant_id', '=', tenantId)
    .where('sealed.award_id', '=', row.awardId)
    .execute()
  const copies: SealedCopy[] = []
  for (const copy of rows) {
    const place = checkCodePlace(tenantId, row.personId, copy.intentId)
    const code = await services.vault.open(trx, place, copy.check_code_sealed)
    copies.push({
      sealedId: copy.id,
      format: copy.format,
      credentialId: copy.credential_id,
      sealedAt: copy.sealed_at,
      checkLink: checkLink(services, code.toString()),
    })
  }
  return copies
}

async function unlessErased<T>(opened: Promise<T>): Promise<T | undefined> {
  try {
    return await opened
  } catch (error) {
    if (error instanceof AppError && error.code === 'thing.gone') return undefined
    throw error
  }
}
