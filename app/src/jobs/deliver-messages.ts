import { sql } from 'kysely'
import { acrossTenants } from '../db/tenant.ts'
import { AppError } from '../errors.ts'
import type { Services } from '../rooms/services.ts'
import type { Handler } from './handlers.ts'

/** A handler that has not come back after so long is taken to have died with its process. */
const lease = 5 * 60 * 1000
const longestPause = 60 * 60 * 1000
/** From this try on, a failing message is worth an operator's look. */
const manyTries = 8

interface Claimed {
  readonly tenant_id: string
  readonly id: string
  readonly kind: string
  readonly payload: Record<string, string>
  readonly attempts: number
}

/**
 * Delivers the messages that are due, one after the other, until there is none. At least once: a message is
 * done only when its handler has come back; one that fails is tried again, ever later, and never dropped.
 * Several workers share the work. Returns how many were tried.
 */
export async function deliverMessages(
  services: Services,
  handlers: Readonly<Record<string, Handler>>,
): Promise<number> {
  let tried = 0
  for (;;) {
    const message = await claimOne(services)
    if (!message) return tried
    tried += 1
    await deliver(services, handlers[message.kind], message)
  }
}

async function claimOne(services: Services): Promise<Claimed | undefined> {
  const now = services.clock.now()
  const until = new Date(now.getTime() + lease)
  return acrossTenants(services.db, async trx => {
    const { rows } = await sql<Claimed>`
      update outbox set attempts = attempts + 1, next_attempt_at = ${until}
      where (tenant_id, id) in (
        select tenant_id, id from outbox where done_at is null and next_attempt_at <= ${now}
        order by next_attempt_at, id limit 1 for update skip locked
      )
      returning tenant_id, id, kind, payload, attempts
    `.execute(trx)
    return rows[0]
  })
}

async function deliver(services: Services, handler: Handler | undefined, message: Claimed): Promise<void> {
  const { log, clock } = services
  try {
    if (!handler) throw new Error(`No handler for ${message.kind}`)
    await handler(services, message.payload)
    await update(services, message, { done_at: clock.now(), last_error: null })
  } catch (error) {
    const pause = Math.min(longestPause, 2 ** message.attempts * 1000)
    const again = new Date(clock.now().getTime() + pause)
    await update(services, message, { next_attempt_at: again, last_error: nameOf(error) })
    const line = { message: message.id, kind: message.kind, attempts: message.attempts, err: error }
    if (message.attempts >= manyTries) log.error(line, 'message could not be delivered')
    else log.warn(line, 'message will be tried again')
  }
}

function update(
  services: Services,
  message: Claimed,
  change: { done_at?: Date; next_attempt_at?: Date; last_error: string | null },
): Promise<unknown> {
  return acrossTenants(services.db, trx =>
    trx
      .updateTable('outbox')
      .set(change)
      .where('tenant_id', '=', message.tenant_id)
      .where('id', '=', message.id)
      .execute(),
  )
}

/** Never the error's own text: it could tell of a person. */
const nameOf = (error: unknown) =>
  error instanceof AppError ? error.code : error instanceof Error ? error.name : 'unknown'
