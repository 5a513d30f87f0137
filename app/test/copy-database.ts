import { Client } from 'pg'

/** The connection string for another database of the same server. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

const databaseOf = (url: string) => new URL(url).pathname.slice(1)

/** Makes an empty database, or a copy of another one (`wal_log`: without a checkpoint, some 40 ms). */
export async function createDatabase(url: string, name: string, templateUrl?: string): Promise<string> {
  const copied = templateUrl ? ` template ${quoted(databaseOf(templateUrl))} strategy wal_log` : ''
  await run(url, `create database ${quoted(name)}${copied}`)
  return withDatabase(url, name)
}

export async function dropDatabase(url: string): Promise<void> {
  await run(withDatabase(url, 'postgres'), `drop database if exists ${quoted(databaseOf(url))} with (force)`)
}

async function run(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
