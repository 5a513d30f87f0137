import { Hono } from 'hono'
import { AppError } from '../errors.ts'
import type { Route } from '../rooms/route.ts'
import type { Services } from '../rooms/services.ts'
import { answerError } from './answer-error.tsx'
import type { HttpEnv } from './context.ts'
import { createRateLimit } from './limits.ts'
import { middleware } from './middleware.ts'
import { mountPlain } from './plain.ts'
import { routes as allRoutes } from './rooms.ts'
import { serveRoute } from './serve-route.ts'

/** The whole web application: give it requests, get answers. Opens no port. */
export function createApp(services: Services, routes: readonly Route[] = allRoutes): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const rateLimit = createRateLimit(() => performance.now())
  for (const step of middleware(services)) app.use(step)
  mountPlain(app, services, routes)
  for (const route of inOrder(routes))
    app.on(route.method, route.path, serveRoute(services, rateLimit, route))
  for (const [path, methods] of methodsByPath(routes)) {
    app.all(path, () => {
      throw new AppError('method.not_allowed', { params: { allow: methods.join(', ') } })
    })
  }
  app.notFound(c => answerError(services, c, new AppError('thing.not_found')))
  app.onError((error, c) => answerError(services, c, error))
  return app
}

/** Hono takes the first path that fits, so `/design/new` must stand before `/design/:id`. */
function inOrder(routes: readonly Route[]): Route[] {
  const rank = (path: string) =>
    path
      .split('/')
      .map(part => (part.startsWith(':') ? '1' : '0'))
      .join('')
  return [...routes].sort((a, b) => (rank(a.path) < rank(b.path) ? -1 : rank(a.path) > rank(b.path) ? 1 : 0))
}

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const methods = new Map<string, string[]>()
  for (const { path, method } of routes) {
    const names = method === 'GET' ? ['GET', 'HEAD'] : [method]
    methods.set(path, [...(methods.get(path) ?? []), ...names])
  }
  return methods
}
