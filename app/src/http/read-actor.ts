import type { Actor } from '../access/actor.ts'
import { findSession } from '../access/sessions.ts'
import type { Route } from '../rooms/route.ts'
import type { Services } from '../rooms/services.ts'
import { readCookies, sessionCookie } from './cookies.ts'

export interface Caller {
  readonly actor: Actor
  /** The session's token, when there is a live session. */
  readonly token?: string
}

const anonymous: Caller = { actor: { kind: 'anonymous' } }

/**
 * Who calls: pages and files by the session cookie, the API by `Authorization: Bearer` alone, so that no other
 * site's page can use somebody's sign-in there.
 */
export async function readActor(
  services: Services,
  request: Request,
  kind: Route['kind'],
  locale: string,
): Promise<Caller> {
  const token =
    kind === 'api'
      ? /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(request.headers.get('authorization') ?? '')?.[1]
      : readCookies(request).get(sessionCookie(services.config))
  if (!token) return anonymous
  const session = await findSession(services, token, locale)
  return session ? { actor: session.actor, token } : anonymous
}
