import type { CredentialView } from '@meritum/kit/elm'
import type { Actor } from '../../access/actor.ts'
import { requireSelf } from '../../access/can.ts'
import { inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import { type ValidityPeriod, type ValidityState, validityState } from '../../web/components/index.ts'
import { type CredentialState, getCredentialState } from '../issuing/index.ts'
import type { Services } from '../services.ts'
import { readView } from './read-view.ts'
import { openContent, readCredential, selectCredentials, type WalletRow } from './wallet-row.ts'

/** One credential as its holder sees it: what the sealed file says, and how it stands today. */
export interface HeldCredential {
  readonly id: string
  readonly receivedAt: Date
  readonly view: CredentialView
  readonly period: ValidityPeriod
  readonly standing: ValidityState
  /** What the issuer says today; undefined when the issuer has erased what it had. */
  readonly issuer: CredentialState | undefined
}

/** A person's own credentials, newest first. */
export async function listHeld(services: Services, actor: Actor): Promise<HeldCredential[]> {
  const { tenantId } = requireSelf(actor, 'wallet.use')
  const opened = await inTenant(services.db, tenantId, async trx => {
    const rows = await selectCredentials(trx, tenantId)
      .orderBy('received_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
    const contents: { row: WalletRow; bytes: Buffer }[] = []
    for (const row of rows) contents.push({ row, bytes: await openContent(trx, services, tenantId, row) })
    return contents
  })
  const held: HeldCredential[] = []
  for (const { row, bytes } of opened) held.push(await describe(services, row, bytes))
  return held
}

/** One of the person's own credentials. Throws `thing.not_found`, also for another person's. */
export async function getHeld(services: Services, actor: Actor, id: string): Promise<HeldCredential> {
  const { row, bytes } = await openOwn(services, actor, id)
  return describe(services, row, bytes)
}

/** The sealed file as it was received, for downloading, with a name to save it under. */
export async function getHeldFile(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ bytes: Uint8Array; name: string }> {
  const { bytes } = await openOwn(services, actor, id)
  return { bytes, name: `credential-${id}.jsonld` }
}

async function openOwn(
  services: Services,
  actor: Actor,
  id: string,
): Promise<{ row: WalletRow; bytes: Buffer }> {
  const { tenantId } = requireSelf(actor, 'wallet.use')
  return inTenant(services.db, tenantId, async trx => {
    const row = await readCredential(trx, tenantId, id)
    return { row, bytes: await openContent(trx, services, tenantId, row) }
  })
}

async function describe(services: Services, row: WalletRow, bytes: Buffer): Promise<HeldCredential> {
  const view = readView(bytes)
  const issuer = await askIssuer(services, row)
  const period = {
    from: view.validFrom ?? view.awardingDate ?? view.issued ?? row.receivedAt.toISOString(),
    until: view.validUntil,
    revokedAt: issuer?.revoked?.at.toISOString(),
  }
  const standing = validityState(period, services.clock.now())
  return { id: row.id, receivedAt: row.receivedAt, view, issuer, period, standing }
}

/** The holder's copy outlives what the issuer keeps: after an erasure there the issuer has nothing to say. */
async function askIssuer(services: Services, row: WalletRow): Promise<CredentialState | undefined> {
  try {
    return await getCredentialState(services, row.issuerTenantId, row.sealedCredentialId)
  } catch (error) {
    if (error instanceof AppError && (error.code === 'thing.gone' || error.code === 'thing.not_found'))
      return undefined
    throw error
  }
}
