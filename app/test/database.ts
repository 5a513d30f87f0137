import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, type Database } from '../src/db/connect.ts'
import { createDatabase, dropDatabase, withDatabase } from './copy-database.ts'

export interface TestDatabase {
  readonly url: string
  readonly db: Database
  /** Closes the connections and drops the database. */
  drop(): Promise<void>
}

/** A migrated, empty database of one's own. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl')
  if (!templateUrl) throw new Error('Tests of the kit know no database; this test belongs under app/.')
  const name = `meritum_test_${randomUUID().replaceAll('-', '')}`
  const url = await createDatabase(withDatabase(templateUrl, 'postgres'), name, templateUrl)
  const db = connect(url)
  return {
    url,
    db,
    drop: async () => {
      await db.destroy()
      await dropDatabase(url)
    },
  }
}

/**
 * One database for the test file that calls it at its top level (or for the `describe` it stands in): there
 * before the first test, gone after the last. `const database = testDatabase()`, then `database().db`.
 */
export function testDatabase(): () => TestDatabase {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(async () => {
    await database?.drop()
  })
  return () => {
    if (!database) throw new Error('The database is there from the first beforeAll on, not earlier.')
    return database
  }
}
