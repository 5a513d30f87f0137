import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { canEnter } from '../../src/db/embedded/system-user.ts'
import {
  clusterOf,
  endWithin,
  findFreePort,
  makeDataFolder,
  postgresProcesses,
  projectFolder,
  startServer,
  waitForHealth,
} from './server-process.ts'

/* The house works as root and as an ordinary user. Both can only be shown by root; others see one of the two. */
const isRoot = process.getuid?.() === 0
const nobody = { name: 'nobody', uid: 65534, gid: 65534 }
const timeout = 180_000

test.runIf(isRoot)(
  'root: a data folder that no other user can reach gets its database elsewhere',
  { timeout },
  async () => {
    // mkdtemp makes a folder that only its owner gets into, like root's home.
    const closed = mkdtempSync(join(tmpdir(), 'meritum-closed-'))
    const folder = makeDataFolder(closed)
    onTestFinished(async () => {
      await folder.remove()
      rmSync(closed, { recursive: true, force: true })
    })
    const port = await findFreePort()
    for (const seconds of [15, 5]) {
      const server = startServer({ dataFolder: folder.path, port })
      await waitForHealth(server, 200, seconds)
      const cluster = clusterOf(folder.path)
      expect(cluster.startsWith(closed)).toBe(false)
      expect(statSync(cluster).uid).not.toBe(0)
      expect(canEnter(dirname(cluster), nobody)).toBe(true)
      await expect.poll(server.output).toContain(`Database: ${cluster}, run as the user`)
      server.kill('SIGTERM')
      expect((await endWithin(server, 5)).code).toBe(0)
      expect(postgresProcesses(cluster)).toEqual([])
    }
  },
)

test.runIf(isRoot && canEnter(projectFolder, nobody))(
  'an ordinary user runs the database herself',
  { timeout },
  async () => {
    const folder = makeDataFolder()
    onTestFinished(folder.remove)
    chownSync(folder.path, nobody.uid, nobody.gid)
    const server = startServer({ dataFolder: folder.path, port: await findFreePort(), user: nobody })
    await waitForHealth(server, 200, 15)
    expect(clusterOf(folder.path)).toBe(join(folder.path, 'postgres'))
    expect(statSync(join(folder.path, 'postgres')).uid).toBe(nobody.uid)
    server.kill('SIGTERM')
    expect((await endWithin(server, 5)).code).toBe(0)
  },
)

test.runIf(isRoot && canEnter(projectFolder, nobody))(
  'an ordinary user is told when the folder is not hers',
  { timeout },
  async () => {
    const folder = makeDataFolder()
    onTestFinished(folder.remove)
    mkdirSync(join(folder.path, 'data'))
    const dataFolder = join(folder.path, 'data')
    const { code, output } = await endWithin(
      startServer({ dataFolder, port: await findFreePort(), user: nobody }),
      5,
    )
    expect(code).toBe(1)
    expect(output.trim().split('\n')).toEqual([
      expect.stringContaining(`The data folder ${dataFolder} can't be written`),
    ])
    expect(existsSync(join(dataFolder, 'database.json'))).toBe(false)
  },
)
