import type { Hono } from 'hono'
import { sql } from 'kysely'
import { version } from '../package.ts'
import type { Route } from '../rooms/route.ts'
import type { Services } from '../rooms/services.ts'
import { findAsset } from '../web/assets/index.ts'
import type { HttpEnv } from './context.ts'
import { describeApi } from './openapi.ts'

const databaseWait = 2000

/** What has no reader, no language and no form: files, health, robots, the API's description. */
export function mountPlain(app: Hono<HttpEnv>, services: Services, routes: readonly Route[]): void {
  app.get('/assets/:name', (c, next) => {
    const asset = findAsset(c.req.path)
    if (!asset) return next()
    const headers = {
      'Content-Type': asset.mediaType,
      'Cache-Control': 'public, max-age=31536000, immutable',
    }
    return c.body(new Uint8Array(asset.bytes), 200, headers)
  })
  app.get('/health', async c => {
    const up = await databaseAnswers(services)
    const body = { status: up ? 'ok' : 'unavailable', version, database: up ? 'ok' : 'unavailable' }
    return c.json(body, up ? 200 : 503)
  })
  app.get('/robots.txt', c =>
    c.text(
      'User-agent: *\nDisallow: /m/\nDisallow: /s/\nDisallow: /api/\nDisallow: /sign-in\nDisallow: /language/\n',
    ),
  )
  const description = describeApi(services.config.baseUrl, routes)
  app.get('/api/v1/openapi.json', c => c.json(description, 200, { 'Cache-Control': 'public, max-age=300' }))
}

async function databaseAnswers(services: Services): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(resolve, databaseWait, false)
  })
  const asked = sql`select 1`.execute(services.db).then(
    () => true,
    () => false,
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
