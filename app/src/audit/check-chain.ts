import type { Database } from '../db/connect.ts'
import { inTenant } from '../db/tenant.ts'
import { linkHash } from './chain-acts.ts'

/** The sequence number of the first act that doesn't fit the chain, or undefined when all do. */
export async function checkChain(db: Database, tenantId: string): Promise<string | undefined> {
  const acts = await inTenant(db, tenantId, trx =>
    trx
      .selectFrom('audit_event')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('sequence', 'is not', null)
      .orderBy('sequence')
      .execute(),
  )
  let previous: Buffer | null = null
  let expected = 1n
  for (const act of acts) {
    const sequence = act.sequence ?? ''
    const fits =
      sequence === String(expected) &&
      (act.previous_hash === null
        ? previous === null
        : previous !== null && act.previous_hash.equals(previous)) &&
      act.hash?.equals(linkHash(previous, { ...act, sequence })) === true
    if (!fits) return String(expected)
    previous = act.hash
    expected += 1n
  }
  return undefined
}
