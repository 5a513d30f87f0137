import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { createOrganisation, createPerson } from '../../test/factories/people.ts'
import { testApp } from '../../test/test-app.ts'
import { createSession } from '../access/sessions.ts'
import { chainActs } from '../audit/chain-acts.ts'
import { checkChain } from '../audit/check-chain.ts'
import { recordAct } from '../audit/record-act.ts'
import { enqueue } from '../db/outbox.ts'
import { acrossTenants, inTenant } from '../db/tenant.ts'
import { deliverMessages } from './deliver-messages.ts'
import { runJobs, startWorker } from './worker.ts'

const house = testApp({ routes: [] })
let tenantId: string
beforeAll(async () => {
  tenantId = await createOrganisation(house().services)
})

const send = (n: string, kind = 'test') =>
  inTenant(house().services.db, tenantId, trx =>
    enqueue(trx, house().services, { tenantId, kind, payload: { n } }),
  )
const outbox = () =>
  acrossTenants(house().services.db, trx =>
    trx.selectFrom('outbox').selectAll().where('done_at', 'is', null).execute(),
  )

describe('messages', () => {
  test('are delivered once when all goes well, also by several workers', async () => {
    const seen: string[] = []
    const handlers = {
      test: async (_: unknown, { n }: Readonly<Record<string, string>>) => void seen.push(n!),
    }
    for (let n = 0; n < 20; n += 1) await send(String(n))
    const { services } = house()
    await Promise.all(Array.from({ length: 4 }, () => deliverMessages(services, handlers)))
    expect(seen.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n))
    expect(await outbox()).toEqual([])
  })

  test('that fail are tried again, later each time, and never lost', async () => {
    const { services, clock } = house()
    let failures = 3
    const handlers = {
      test: async () => {
        if (failures-- > 0) throw new Error('for Maja Lindqvist Sarri')
      },
    }
    await send('stubborn')
    const pauses: number[] = []
    for (let tries = 1; tries <= 3; tries += 1) {
      expect(await deliverMessages(services, handlers)).toBe(1)
      const [row] = await outbox()
      expect(row).toMatchObject({ attempts: tries, last_error: 'Error' })
      pauses.push(row!.next_attempt_at.getTime() - clock.now().getTime())
      expect(await deliverMessages(services, handlers)).toBe(0)
      clock.forward(pauses.at(-1)!)
    }
    expect(pauses).toEqual([2000, 4000, 8000])
    await deliverMessages(services, handlers)
    expect(await outbox()).toEqual([])
  })

  test('whose worker died are taken over, and one of an unknown kind waits for its handler', async () => {
    const { services, clock } = house()
    await send('x', 'kind-of-tomorrow')
    expect(await deliverMessages(services, {})).toBe(1)
    await acrossTenants(services.db, trx =>
      sql`update outbox set attempts = 1, next_attempt_at = ${new Date(clock.now().getTime() + 300_000)} where done_at is null`.execute(
        trx,
      ),
    )
    clock.forward(300_000)
    const delivered: string[] = []
    await deliverMessages(services, { 'kind-of-tomorrow': async (_, { n }) => void delivered.push(n!) })
    expect(delivered).toEqual(['x'])
  })

  test('of a transaction that is rolled back are never sent', async () => {
    const { services } = house()
    const failing = inTenant(services.db, tenantId, async trx => {
      await enqueue(trx, services, { tenantId, kind: 'test', payload: {} })
      throw new Error('rolled back')
    })
    await expect(failing).rejects.toThrow('rolled back')
    expect(await outbox()).toEqual([])
  })
})

describe('the record of acts', () => {
  const act = (thingId: string) =>
    inTenant(house().services.db, tenantId, trx =>
      recordAct(trx, house().services, {
        tenantId,
        actor: { kind: 'system' },
        act: 'test.act',
        thingKind: 'thing',
        thingId,
      }),
    )
  const change = (statement: ReturnType<typeof sql>) =>
    inTenant(house().services.db, tenantId, trx => statement.execute(trx))

  test('is one chain, also when several chain at once', async () => {
    const { db } = house().services
    for (let n = 0; n < 30; n += 1) await act(crypto.randomUUID())
    await Promise.all([chainActs(db), chainActs(db), chainActs(db)])
    for (let n = 0; n < 5; n += 1) await act(crypto.randomUUID())
    expect(await chainActs(db)).toBe(5)
    expect(await checkChain(db, tenantId)).toBeUndefined()
  })

  test.each([
    ['changed', sql`update audit_event set act = 'other' where sequence = 7`, '7'],
    ['moved', sql`update audit_event set thing_id = gen_random_uuid() where sequence = 3`, '3'],
    ['left out', sql`delete from audit_event where sequence = 2`, '2'],
  ])('names the first act that was %s', async (_, statement, first) => {
    await change(statement)
    expect(await checkChain(house().services.db, tenantId)).toBe(first)
  })
})

test('old sessions and submissions are removed, live ones stay', async () => {
  const { services, clock } = house()
  const personId = await createPerson(services)
  await createSession(services, personId)
  clock.forward(13 * 60 * 60 * 1000)
  await createSession(services, personId)
  await runJobs(services)
  const rows = await acrossTenants(services.db, trx => trx.selectFrom('session').selectAll().execute())
  expect(rows).toHaveLength(1)
})

test('the worker goes on after a failing job, is woken, and stops', async () => {
  const { services } = house()
  const runs: number[] = []
  const jobs = [
    { name: 'fails', everyMilliseconds: 1000, run: () => Promise.reject(new Error('x')) },
    { name: 'counts', everyMilliseconds: 1000, run: async () => void runs.push(1) },
  ]
  const worker = startWorker(services, jobs)
  await expect.poll(() => runs.length).toBe(1)
  worker.wake()
  await expect.poll(() => runs.length, { timeout: 500 }).toBe(2)
  await worker.stop()
  await new Promise(resolve => setTimeout(resolve, 1200))
  expect(runs).toHaveLength(2)
})
