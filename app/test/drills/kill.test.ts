import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findRunningEmbedded } from '../../src/db/embedded.ts'
import {
  clusterOf,
  endWithin,
  findFreePort,
  healthStatus,
  makeDataFolder,
  postgresProcesses,
  postmasterOf,
  type ServerProcess,
  startServer,
  waitForHealth,
} from './server-process.ts'

/*
 * kill -9 of the server, of the database, of both: the next start recovers by itself within 10 s, and what was
 * written before the kill is there.
 */
const folder = makeDataFolder()
const timeout = 180_000
let port: number
let server: ServerProcess

beforeAll(async () => {
  port = await findFreePort()
  server = startServer({ dataFolder: folder.path, port })
  await waitForHealth(server, 200, 30)
}, timeout)

afterAll(async () => {
  try {
    server.kill('SIGKILL', 'group')
  } catch {
    // It has ended, as it should.
  }
  await folder.remove()
})

async function startAgain(): Promise<void> {
  server = startServer({ dataFolder: folder.path, port })
  await waitForHealth(server, 200, 10)
}

async function query(text: string, values: unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: findRunningEmbedded(folder.path) })
  await client.connect()
  try {
    return (await client.query(text, values)).rows
  } finally {
    await client.end()
  }
}

const findPostmaster = () =>
  postgresProcesses(clusterOf(folder.path)).find(({ isPostmaster }) => isPostmaster)?.pid

/** Commits a row and returns the question whether it is still there. */
async function writeRow(): Promise<() => Promise<boolean>> {
  const id = crypto.randomUUID()
  await query(`insert into tenant values ($1, 'person', now())`, [id])
  return async () => (await query('select 1 from tenant where id = $1', [id])).length === 1
}

test('the server: its database is stopped, and what was committed is there', { timeout }, async () => {
  const isThere = await writeRow()
  const orphan = postmasterOf(clusterOf(folder.path))
  server.kill('SIGKILL')
  await server.ended
  expect(postgresProcesses(clusterOf(folder.path)).map(({ pid }) => pid)).toContain(orphan)
  await startAgain()
  expect(postmasterOf(clusterOf(folder.path))).not.toBe(orphan)
  expect(await isThere()).toBe(true)
})

test('the database: the server starts it again', { timeout }, async () => {
  const isThere = await writeRow()
  const killed = postmasterOf(clusterOf(folder.path))
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => findPostmaster(), { timeout: 20_000 }).not.toBeOneOf([killed, undefined])
  await waitForHealth(server, 200, 10)
  expect(await isThere()).toBe(true)
})

test('a database that hangs: health says so, and recovers with it', { timeout }, async () => {
  const processes = postgresProcesses(clusterOf(folder.path))
  for (const { pid } of processes) process.kill(pid, 'SIGSTOP')
  try {
    await waitForHealth(server, 503, 10)
  } finally {
    for (const { pid } of processes) process.kill(pid, 'SIGCONT')
  }
  await waitForHealth(server, 200, 10)
})

test('one process of the database: it recovers by itself', { timeout }, async () => {
  const child = postgresProcesses(clusterOf(folder.path)).find(({ isPostmaster }) => !isPostmaster)
  process.kill(child!.pid, 'SIGKILL')
  // Health may still have been good in the moment before the postmaster noticed: a write says more.
  const isThere = await vi.waitFor(writeRow, { timeout: 20_000 })
  expect(await isThere()).toBe(true)
  await waitForHealth(server, 200, 10)
})

test('both: the next start recovers', { timeout }, async () => {
  const isThere = await writeRow()
  server.kill('SIGKILL')
  process.kill(postmasterOf(clusterOf(folder.path)), 'SIGKILL')
  await server.ended
  await startAgain()
  expect(await isThere()).toBe(true)
})

test('all processes at once: the next start recovers', { timeout }, async () => {
  const isThere = await writeRow()
  server.kill('SIGKILL')
  for (const { pid } of postgresProcesses(clusterOf(folder.path))) process.kill(pid, 'SIGKILL')
  await server.ended
  await startAgain()
  expect(await isThere()).toBe(true)
})

test('a lock and a postmaster.pid that name a stranger hold nobody up', { timeout }, async () => {
  server.kill('SIGTERM')
  expect((await endWithin(server, 5)).code).toBe(0)
  const stranger = process.pid
  const lock = { pid: stranger, started: 'another start', folder: folder.path }
  writeFileSync(join(folder.path, 'server.lock'), JSON.stringify(lock))
  writeFileSync(join(clusterOf(folder.path), 'postmaster.pid'), `${stranger}\n`)
  await startAgain()
  server.kill('SIGTERM')
  expect((await endWithin(server, 5)).code).toBe(0)
  expect(await healthStatus(server)).toBeUndefined()
})
