import { existsSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  clusterOf,
  endWithin,
  findFreePort,
  makeDataFolder,
  postgresProcesses,
  type ServerProcess,
  startServer,
  waitForHealth,
} from './server-process.ts'

/*
 * The promises of the house about starting and stopping, kept by real processes on a real data folder. Each
 * start uses the folder that the one before it left, as an operator's does. The seconds are those promised.
 */
const folder = makeDataFolder()
let port: number
let server: ServerProcess

beforeAll(async () => {
  port = await findFreePort()
})

afterAll(async () => {
  try {
    server?.kill('SIGKILL', 'group')
  } catch {
    // It has ended, as it should.
  }
  await folder.remove()
})

const start = (by: 'node' | 'npm' = 'node') => startServer({ dataFolder: folder.path, port, by })

function expectNothingLeft(): void {
  const cluster = clusterOf(folder.path)
  expect(postgresProcesses(cluster)).toEqual([])
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false)
  expect(existsSync(join(folder.path, 'server.lock'))).toBe(false)
}

describe('a server on a data folder', { timeout: 180_000 }, () => {
  test('is ready within 15 s on a fresh folder, and says what to try', async () => {
    server = start()
    await waitForHealth(server, 200, 15)
    await expect.poll(server.output).toContain('Ctrl-C stops it.')
    expect(server.output()).toContain(`Meritum is ready: http://localhost:${port}`)
    expect(server.output()).toContain('What to try')
    expect(server.output()).toContain(`Database: ${clusterOf(folder.path)}`)
  })

  test('answers health with version and the state of the database', async () => {
    const response = await fetch(`${server.url}/health`)
    const { version } = JSON.parse(readFileSync('app/package.json', 'utf8'))
    expect(await response.json()).toMatchObject({ version, database: 'ok' })
  })

  test('keeps its secrets to itself', async () => {
    const { mode } = await import('node:fs').then(fs => fs.statSync(join(folder.path, 'database.json')))
    expect(mode & 0o777).toBe(0o600)
    expect(server.output()).not.toContain(
      JSON.parse(readFileSync(join(folder.path, 'database.json'), 'utf8')).appPassword,
    )
  })

  test('refuses a second start on the folder within 2 s, naming process and folder in one line', async () => {
    const line = new RegExp(
      `^meritum: Meritum already runs on ${folder.path} \\(process ${server.pid}\\).*\\[db\\.locked\\]$`,
    )
    const ours = async (by: 'node' | 'npm') => {
      const { code, output } = await endWithin(
        startServer({ dataFolder: folder.path, port: await findFreePort(), by }),
        2,
      )
      expect(code).toBe(1)
      return output.split('\n').filter(text => text.startsWith('meritum:'))
    }
    expect(await ours('node')).toEqual([expect.stringMatching(line)])
    expect(await ours('npm')).toEqual([expect.stringMatching(line)])
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
  })

  test('refuses a port that is taken in one line, and leaves nothing behind', async () => {
    const other = makeDataFolder()
    const { code, output } = await endWithin(startServer({ dataFolder: other.path, port }), 5)
    expect(code).toBe(1)
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/^meritum: Port \d+ .*\[http\.port_taken\]$/),
    ])
    expect(existsSync(join(other.path, 'database.json'))).toBe(false)
    await other.remove()
  })

  test('stops within 5 s on SIGTERM, also with a connection that is kept alive', async () => {
    await openKeptAliveConnection(server.url)
    server.kill('SIGTERM')
    expect(await endWithin(server, 5)).toMatchObject({ code: 0, signal: null })
    expectNothingLeft()
  })

  test('starts again within 5 s and stops on SIGINT', async () => {
    server = start()
    await waitForHealth(server, 200, 5)
    server.kill('SIGINT')
    expect(await endWithin(server, 5)).toMatchObject({ code: 0, signal: null })
    expectNothingLeft()
  })

  test('started by npm stops on a Ctrl-C, which reaches npm and the server', async () => {
    server = start('npm')
    await waitForHealth(server, 200, 30)
    server.kill('SIGINT', 'group')
    const { code, output } = await endWithin(server, 5)
    expect(code).toBe(0)
    expect(output).toContain('Stopped.')
    expectNothingLeft()
  })

  test.for(['SIGINT', 'SIGTERM'] as const)('started by npm stops on %s to npm alone', async signal => {
    server = start('npm')
    await waitForHealth(server, 200, 30)
    server.kill(signal)
    const { code, output } = await endWithin(server, 5)
    expect(code).toBe(0)
    expect(output).toContain('Stopped.')
    expectNothingLeft()
  })

  test('stops in order when it is told to while it starts', async () => {
    server = start()
    await expect.poll(() => existsSync(join(folder.path, 'server.lock')), { timeout: 5000 }).toBe(true)
    server.kill('SIGTERM')
    expect(await endWithin(server, 10)).toMatchObject({ code: 0, signal: null })
    expectNothingLeft()
  })
})

/** As a browser leaves it: answered, and open for the next request. */
function openKeptAliveConnection(url: string): Promise<void> {
  const agent = new Agent({ keepAlive: true })
  return new Promise((resolve, reject) => {
    get(`${url}/health`, { agent }, response => response.resume().once('end', resolve)).once('error', reject)
  })
}
