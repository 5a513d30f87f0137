import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createDatabase, dropDatabase, withDatabase } from '../copy-database.ts'
import {
  clusterOf,
  endWithin,
  findFreePort,
  makeDataFolder,
  postgresProcesses,
  startServer,
  waitForHealth,
} from './server-process.ts'

/* What production rules refuse, on a folder that demonstration mode has filled; and an outside database. */
const folder = makeDataFolder()
const timeout = 180_000
const masterKey = randomBytes(32).toString('base64')
let port: number

beforeAll(async () => {
  port = await findFreePort()
  const demonstration = startServer({ dataFolder: folder.path, port })
  await waitForHealth(demonstration, 200, 30)
  demonstration.kill('SIGTERM')
  await endWithin(demonstration, 5)
}, timeout)

afterAll(folder.remove)

const production = (environment: Record<string, string>, dataFolder = folder.path) =>
  startServer({ dataFolder, port, environment: { BASE_URL: 'https://meritum.example', ...environment } })

test('names every development key, demonstration row and default secret at once', { timeout }, async () => {
  const { code, output } = await endWithin(production({}), 15)
  expect(code).toBe(1)
  for (const named of [
    'MERITUM_EMBEDDED_DATABASE=yes',
    'MERITUM_MASTER_KEY is not set',
    join(folder.path, 'keys/dev-ca.key'),
    'demonstration data',
    'development seal keys',
  ]) {
    expect(output).toContain(named)
  }
  expect(postgresProcesses(clusterOf(folder.path))).toEqual([])
})

test("refuses the demonstration's own key as a default secret", { timeout }, async () => {
  const key = readFileSync(join(folder.path, 'keys/master.key'), 'utf8').trim()
  const { code, output } = await endWithin(
    production({ MERITUM_MASTER_KEY: key, MERITUM_EMBEDDED_DATABASE: 'yes' }),
    15,
  )
  expect(code).toBe(1)
  expect(output).toContain('MERITUM_MASTER_KEY is a default key')
})

test('serves with consent and a secret, from a folder without demonstration', { timeout }, async () => {
  const fresh = makeDataFolder()
  const server = production({ MERITUM_MASTER_KEY: masterKey, MERITUM_EMBEDDED_DATABASE: 'yes' }, fresh.path)
  try {
    await waitForHealth(server, 200, 15)
    expect(server.output()).not.toContain('What to try')
    server.kill('SIGTERM')
    expect((await endWithin(server, 5)).code).toBe(0)
  } finally {
    await fresh.remove()
  }
})

test('serves from an outside database, and starts none of its own', { timeout }, async () => {
  const fresh = makeDataFolder()
  const server = inject('templateUrl')!
  const url = await createDatabase(withDatabase(server, 'postgres'), `meritum_outside_${process.pid}`)
  const outside = production({ DATABASE_URL: url, MERITUM_MASTER_KEY: masterKey }, fresh.path)
  try {
    await waitForHealth(outside, 200, 15)
    expect(() => clusterOf(fresh.path)).toThrow()
    outside.kill('SIGTERM')
    expect((await endWithin(outside, 5)).code).toBe(0)
  } finally {
    await dropDatabase(url)
    await fresh.remove()
  }
})

test('says in one line that an outside database can not be reached, without its password', {
  timeout,
}, async () => {
  const url = `postgresql://someone:hidden-word@127.0.0.1:${await findFreePort()}/meritum`
  const { code, output } = await endWithin(
    production({ DATABASE_URL: url, MERITUM_MASTER_KEY: masterKey }),
    10,
  )
  expect(code).toBe(1)
  expect(output.trim().split('\n')).toEqual([
    expect.stringMatching(/^meritum: The database 127\.0\.0\.1.*\[db\.unreachable\]$/),
  ])
  expect(output).not.toContain('hidden-word')
})
