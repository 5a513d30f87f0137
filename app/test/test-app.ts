import { randomBytes } from 'node:crypto'
import { beforeAll } from 'vitest'
import { actFor, createSession } from '../src/access/sessions.ts'
import { readConfig } from '../src/config.ts'
import { createVault } from '../src/db/vault.ts'
import { createApp } from '../src/http/app.ts'
import { sessionCookie } from '../src/http/cookies.ts'
import { systemIds } from '../src/ids.ts'
import { createLog, type Log } from '../src/log.ts'
import { createRendering } from '../src/rendering/index.ts'
import type { Route } from '../src/rooms/route.ts'
import type { Services } from '../src/rooms/services.ts'
import { testDatabase } from './database.ts'
import { type TestClient, testClient } from './test-client.ts'
import { type TestClock, testClock } from './test-clock.ts'

export interface TestAppOptions {
  /** As in the real environment; `BASE_URL: 'https://meritum.example'` gives production rules. */
  readonly environment?: Readonly<Record<string, string>>
  /** Instead of all routes. */
  readonly routes?: readonly Route[]
  readonly log?: Log
}

export interface TestApp {
  readonly app: ReturnType<typeof createApp>
  readonly services: Services
  readonly clock: TestClock
  /** Somebody who hasn't signed in. */
  visitor(): TestClient
  /** A signed-in person, who acts for the organisation if one is named, else as after signing in. */
  signInAs(personId: string, organisationId?: string): Promise<TestClient>
}

/**
 * The whole application over a database of its own, without ports, for the test file that calls it at its top
 * level: `const house = testApp()`, then `house().visitor().get('/')`.
 */
export function testApp(options: TestAppOptions = {}): () => TestApp {
  const database = testDatabase()
  let house: TestApp | undefined
  beforeAll(() => {
    house = assemble(database().db, options)
  })
  return () => {
    if (!house) throw new Error('The application is there from the first beforeAll on, not earlier.')
    return house
  }
}

function assemble(db: Services['db'], options: TestAppOptions): TestApp {
  const clock = testClock()
  const config = readConfig({ PORT: '3000', LOG_LEVEL: 'silent', ...options.environment })
  const services: Services = {
    config,
    db,
    vault: createVault(randomBytes(32)),
    clock,
    ids: systemIds,
    log: options.log ?? createLog(config),
    rendering: createRendering(),
  }
  const app = createApp(services, options.routes)
  return {
    app,
    services,
    clock,
    visitor: () => testClient(app, config.baseUrl),
    async signInAs(personId, organisationId) {
      const { token } = await createSession(services, personId)
      if (organisationId) await actFor(services, token, personId, organisationId)
      return testClient(app, config.baseUrl, { [sessionCookie(config)]: token })
    },
  }
}
