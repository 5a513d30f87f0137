import type { Services } from '../rooms/services.ts'
import { readCookies, setCookie, visitorCookie } from './cookies.ts'
import { isFormToken, makeFormToken } from './form-token.ts'

const visitorSeconds = 12 * 60 * 60

/** The form token of one request: what it is bound to, whether a sent one is good, and a new one when asked for. */
export interface OpenForm {
  accepts(token: string | undefined): boolean
  /** Made on the first reading, so that a page without forms sets no cookie. */
  readonly token: string
  /** The cookie that a token made now is bound to, if the visitor has none yet. */
  readonly cookie: string | undefined
}

export function openForm(services: Services, request: Request, sessionToken: string | undefined): OpenForm {
  const { config, vault, ids, clock } = services
  const name = visitorCookie(config)
  const known = readCookies(request).get(name)
  const visitor = known && /^[A-Za-z0-9_-]{22}$/.test(known) ? known : undefined
  let made: { token: string; cookie: string | undefined } | undefined

  function make() {
    const fresh = sessionToken || visitor ? undefined : ids.token(16)
    const binding = sessionToken ?? visitor ?? fresh!
    const token = makeFormToken(vault, binding, ids.token(16), clock.now())
    return { token, cookie: fresh && setCookie(config, name, fresh, visitorSeconds) }
  }

  return {
    accepts(token) {
      const binding = sessionToken ?? visitor
      return binding !== undefined && token !== undefined && isFormToken(vault, binding, token, clock.now())
    },
    get token() {
      made ??= make()
      return made.token
    },
    get cookie() {
      return made?.cookie
    },
  }
}
