import { sql } from 'kysely'
import type { Trx } from '../../../db/connect.ts'
import type { Services } from '../../services.ts'

/** Entries in a list: the least that a Bitstring Status List may have (§6.1), 16 kB unpacked. */
export const listLength = 131_072

/** A list takes no more entries when half of it is used, so that a random free index is found at once. */
const fullAt = listLength / 2

/**
 * An index to try. Random, so that it says nothing of when or in which order credentials were issued
 * (Bitstring Status List 1.0 §5.2); the table refuses one that is taken.
 */
export function randomIndex(services: Services): number {
  return services.ids.below(listLength)
}

/** The list that takes the organisation's next entry, made when there is none or the last is full. */
export async function currentList(trx: Trx, services: Services, tenantId: string): Promise<string> {
  // Two first awards at the same moment must not make two lists.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`status_list:${tenantId}`}, 0))`.execute(trx)
  const newest = await trx
    .selectFrom('status_list')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest && (await countEntries(trx, tenantId, newest.id)) < fullAt) return newest.id
  const id = services.ids.randomUuid()
  await trx
    .insertInto('status_list')
    .values({
      tenant_id: tenantId,
      id,
      length: listLength,
      dirty: true,
      signed: null,
      signed_at: null,
      created_at: services.clock.now(),
    })
    .execute()
  return id
}

async function countEntries(trx: Trx, tenantId: string, listId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('seal_intent')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('tenant_id', '=', tenantId)
    .where('status_list_id', '=', listId)
    .executeTakeFirstOrThrow()
  return Number(count)
}
