import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database, Trx } from '../db/connect.ts'
import { acrossTenants, inTenant } from '../db/tenant.ts'

/** Acts that are chained in one transaction. */
const batch = 500

/** What the hash covers, in this order. */
export interface ChainedAct {
  readonly tenant_id: string
  readonly id: string
  readonly act: string
  readonly actor_id: string | null
  readonly thing_kind: string
  readonly thing_id: string
  readonly at: Date
  readonly sequence: string
}

/** SHA-256 over the previous link and this act: no act can be changed, left out or moved without breaking all later ones. */
export function linkHash(previous: Uint8Array | null, act: ChainedAct): Buffer {
  const { sequence, tenant_id, id, at, actor_id, thing_kind, thing_id } = act
  const fields = [sequence, tenant_id, id, act.act, actor_id, thing_kind, thing_id, at.toISOString()]
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(32))
    .update(JSON.stringify(fields))
    .digest()
}

/** Puts every tenant's new acts into its chain, in the order in which they were made. Returns how many. */
export async function chainActs(db: Database): Promise<number> {
  const waiting = await acrossTenants(db, trx =>
    trx.selectFrom('audit_event').select('tenant_id').distinct().where('sequence', 'is', null).execute(),
  )
  let chained = 0
  for (const { tenant_id: tenantId } of waiting) {
    let count: number
    do {
      count = await inTenant(db, tenantId, trx => chainSome(trx, tenantId))
      chained += count
    } while (count === batch)
  }
  return chained
}

async function chainSome(trx: Trx, tenantId: string): Promise<number> {
  // One at a time per tenant, in all processes.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${tenantId}`}, 0))`.execute(trx)
  const last = await trx
    .selectFrom('audit_event')
    .select(['sequence', 'hash'])
    .where('tenant_id', '=', tenantId)
    .where('sequence', 'is not', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const acts = await trx
    .selectFrom('audit_event')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('sequence', 'is', null)
    .orderBy('id')
    .limit(batch)
    .execute()
  let previous = last?.hash ?? null
  let sequence = BigInt(last?.sequence ?? 0)
  for (const act of acts) {
    sequence += 1n
    const hash = linkHash(previous, { ...act, sequence: String(sequence) })
    await trx
      .updateTable('audit_event')
      .set({ sequence: String(sequence), previous_hash: previous, hash })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', act.id)
      .execute()
    previous = hash
  }
  return acts.length
}
