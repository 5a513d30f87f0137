import { createHash } from 'node:crypto'
import type { Trx } from '../db/connect.ts'
import { inTenant } from '../db/tenant.ts'
import { AppError } from '../errors.ts'
import type { FormInput } from '../rooms/route.ts'
import type { Services } from '../rooms/services.ts'

/** The tenant of forms from people who haven't signed in. */
const nobody = '00000000-0000-0000-0000-000000000000'
/** A try without an answer for so long was cut off, for instance by a stop of the server, and may be repeated. */
const abandonedAfter = 60_000
const waitFor = 10_000
const lookEvery = 50

export interface Submission {
  readonly tenantId: string | undefined
  readonly formToken: string
  readonly path: string
  readonly form: FormInput
}

/**
 * Makes a form sent twice have one effect: the first try runs and its redirect is kept, a repeat gets the same
 * redirect, one that comes meanwhile waits for it. A try that isn't answered with a redirect frees the form.
 * The same form with other contents (Back, change, send) is another submission.
 */
export async function submitOnce(
  services: Services,
  submission: Submission,
  run: () => Promise<Response>,
  redirect: (path: string) => Response,
): Promise<Response> {
  const { db } = services
  const tenantId = submission.tenantId ?? nobody
  const key = keyOf(submission)
  const earlier = await take(services, tenantId, key)
  if (earlier !== undefined) return redirect(earlier)
  let location: string | null = null
  try {
    const response = await run()
    if (response.status === 303) location = response.headers.get('location')
    return response
  } finally {
    await inTenant(db, tenantId, trx => finish(trx, key, location))
  }
}

function keyOf({ formToken, path, form }: Submission): Buffer {
  const hash = createHash('sha256').update(JSON.stringify([formToken, path]))
  hash.update(JSON.stringify(Object.entries(form.lists).sort(byName)))
  for (const [name, file] of Object.entries(form.files).sort(byName)) {
    hash.update(JSON.stringify([name, file.name, file.bytes.byteLength])).update(file.bytes)
  }
  return hash.digest()
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)

/** Undefined when the caller may run it now, else where the earlier try led to. */
async function take(services: Services, tenantId: string, key: Buffer): Promise<string | undefined> {
  for (let waited = 0; waited < waitFor; waited += lookEvery) {
    const state = await inTenant(services.db, tenantId, trx =>
      tryToTake(trx, tenantId, key, services.clock.now()),
    )
    if (state === 'taken') return undefined
    if (state !== 'running') return state.location
    await new Promise(resolve => setTimeout(resolve, lookEvery))
  }
  throw new AppError('thing.conflict')
}

async function tryToTake(
  trx: Trx,
  tenantId: string,
  key: Buffer,
  now: Date,
): Promise<'taken' | 'running' | { location: string }> {
  const inserted = await trx
    .insertInto('submission')
    .values({ tenant_id: tenantId, token_hash: key, started_at: now, location: null })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return 'taken'
  const row = await trx
    .selectFrom('submission')
    .selectAll()
    .where('token_hash', '=', key)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 'running'
  if (row.location !== null) return { location: row.location }
  if (now.getTime() - row.started_at.getTime() < abandonedAfter) return 'running'
  await trx.updateTable('submission').set({ started_at: now }).where('token_hash', '=', key).execute()
  return 'taken'
}

async function finish(trx: Trx, key: Buffer, location: string | null): Promise<void> {
  if (location === null) await trx.deleteFrom('submission').where('token_hash', '=', key).execute()
  else await trx.updateTable('submission').set({ location }).where('token_hash', '=', key).execute()
}
