import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '../config.ts'
import type { Services } from '../rooms/services.ts'
import { localeCookie, localeOf } from '../web/i18n/index.ts'
import type { HttpEnv } from './context.ts'
import { readCookies } from './cookies.ts'
import { securityHeaders } from './security-headers.ts'

type Middleware = MiddlewareHandler<HttpEnv>

/**
 * What every request passes, in order. What depends on the route (rate, body, who, cross-site, form token)
 * follows in `serve-route.ts`.
 */
export function middleware(services: Services): readonly Middleware[] {
  return [
    nameRequest(services),
    logRequest(services),
    addSecurityHeaders(services),
    refuseForeignHost(services),
    chooseLanguage,
  ]
}

function nameRequest(services: Services): Middleware {
  return async (c, next) => {
    c.set('requestId', services.ids.uuid())
    await next()
    c.res.headers.set('X-Request-Id', c.get('requestId'))
  }
}

/** One line per request: no path, query, address or header, for they tell of people. */
function logRequest(services: Services): Middleware {
  return async (c, next) => {
    const start = performance.now()
    await next()
    const status = c.res.status
    const line = {
      requestId: c.get('requestId'),
      method: c.req.method,
      route: c.get('pattern') ?? 'none',
      status,
      milliseconds: Math.round(performance.now() - start),
    }
    if (status >= 500) services.log.error({ ...line, err: c.get('failure') }, 'request failed')
    else services.log.debug(line, 'request')
  }
}

function addSecurityHeaders(services: Services): Middleware {
  return async (c, next) => {
    await next()
    for (const [name, value] of securityHeaders(services.config)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
  }
}

/**
 * A demonstration answers only under this machine's own names. Else any site could lead its name to this
 * address (DNS rebinding) and sign in with a visitor's browser.
 */
function refuseForeignHost({ config }: Services): Middleware {
  return async (c, next) => {
    if (!config.demonstration || isLoopback(new URL(c.req.url).hostname)) return next()
    return c.text('This demonstration answers on this machine only.\n', 421)
  }
}

const chooseLanguage: Middleware = async (c, next) => {
  const cookie = readCookies(c.req.raw).get(localeCookie)
  c.set('locale', localeOf({ cookie, acceptLanguage: c.req.header('accept-language') }))
  await next()
}
