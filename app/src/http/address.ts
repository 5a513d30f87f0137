import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The address at the other end of the connection. Forwarding headers are not believed: anyone can write them. */
export function addressOf(c: Context): string {
  // Without a socket (a request made in the same process) there is no address to limit by.
  if (!c.env || !('incoming' in (c.env as object))) return 'in-process'
  return getConnInfo(c).remote.address ?? 'unknown'
}
