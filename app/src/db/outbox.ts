import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import type { Trx } from './connect.ts'

export interface Message {
  readonly tenantId: string
  /** Names the handler in `jobs/handlers.ts`. */
  readonly kind: string
  /** Opaque ids only: the row lives longer than a person's data may. */
  readonly payload: Readonly<Record<string, string>>
}

/** Leaves a message to be delivered after this transaction commits, at least once. */
export async function enqueue(
  trx: Trx,
  services: { ids: Ids; clock: Clock },
  message: Message,
): Promise<void> {
  const now = services.clock.now()
  await trx
    .insertInto('outbox')
    .values({
      tenant_id: message.tenantId,
      id: services.ids.uuid(),
      kind: message.kind,
      payload: JSON.stringify(message.payload),
      created_at: now,
      next_attempt_at: now,
      done_at: null,
      last_error: null,
    })
    .execute()
}
