import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { StartRefusal } from '../errors.ts'
import { within } from '../start/within.ts'

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

export interface Listener {
  readonly port: number
  /** From now on requests go here; until then they are answered with 503. */
  open(fetch: Fetch): void
  /** Takes no new connections, lets running requests end, and cuts what is left after two seconds. */
  close(): Promise<void>
}

/**
 * Takes the port before the slow part of the start, so that a taken port is said at once.
 * Throws a `StartRefusal` when it is taken or not ours to take.
 */
export async function listen(port: number, host: string): Promise<Listener> {
  let fetch: Fetch = startingUp
  const server = createAdaptorServer({ fetch: (request, env) => fetch(request, env) }) as Server
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(refusal(error as NodeJS.ErrnoException, port, host)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    open(next) {
      fetch = next
    },
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      server.closeIdleConnections()
      await within(2000, closed)
      server.closeAllConnections()
      await closed
    },
  }
}

const startingUp: Fetch = () =>
  new Response('Meritum is starting.\n', {
    status: 503,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1' },
  })

function refusal(error: NodeJS.ErrnoException, port: number, host: string): StartRefusal {
  const reason: Record<string, string> = {
    EADDRINUSE: 'another program uses it',
    EACCES: 'this user may not take it',
    EADDRNOTAVAIL: 'this machine has no such address',
  }
  const why = reason[error.code ?? ''] ?? error.message
  return new StartRefusal(
    'http.port_taken',
    `Port ${port} of ${host} can't be taken: ${why}. Set PORT to another one.`,
    error,
  )
}
