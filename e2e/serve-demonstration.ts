import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const freePort = () =>
  new Promise<number>(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

/** Starts the product as its README does, on a data folder of its own, and stops it after the journeys. */
export default async function serveDemonstration(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'meritum-journeys-'))
  // Under root another user runs the database, and should find it here.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const address = `http://localhost:${port}`
  const server = spawn(process.execPath, ['app/bin/meritum.js', 'serve'], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, PORT: String(port), BASE_URL: address, MERITUM_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  server.stdout.on('data', chunk => (output += chunk))
  server.stderr.on('data', chunk => (output += chunk))
  const until = Date.now() + 60_000
  while (
    !(await fetch(`${address}/health`).then(
      reply => reply.ok,
      () => false,
    ))
  ) {
    if (server.exitCode !== null || Date.now() > until)
      throw new Error(`The demonstration did not start:\n${output}`)
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  process.env.MERITUM_ADDRESS = address
  process.env.MERITUM_JOURNEY_DATA = folder
  return async () => {
    server.kill('SIGTERM')
    await new Promise(resolve => server.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}
