import type { Clock } from '../clock.ts'
import type { Trx } from '../db/connect.ts'
import type { Ids } from '../ids.ts'

export interface RecordedAct {
  readonly tenantId: string
  /** Who acted; the system and anonymous visitors have no id. */
  readonly actor: { readonly kind: string; readonly personId?: string }
  /** What was done, as in the table of acts or an act of its own: `design.publish`, `wallet.share`. */
  readonly act: string
  readonly thingKind: string
  readonly thingId: string
}

/**
 * Records an act in the transaction that does it. Opaque ids only, no personal data: the record outlives
 * erasure. Rows commit unchained; one job chains them in order (`chain-acts.ts`), so that acts don't queue.
 */
export async function recordAct(
  trx: Trx,
  services: { ids: Ids; clock: Clock },
  done: RecordedAct,
): Promise<void> {
  await trx
    .insertInto('audit_event')
    .values({
      tenant_id: done.tenantId,
      id: services.ids.uuid(),
      act: done.act,
      actor_id: done.actor.personId ?? null,
      thing_kind: done.thingKind,
      thing_id: done.thingId,
      at: services.clock.now(),
      sequence: null,
      previous_hash: null,
      hash: null,
    })
    .execute()
}
