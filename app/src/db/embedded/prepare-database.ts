import { Client } from 'pg'

/** The role that the product works with: it owns its database and nothing more, so that row policies bind it. */
export const appRole = 'meritum_app'
export const appDatabase = 'meritum'

/** Makes role and database where they are missing, and sets the role's password and rights. */
export async function prepareDatabase(options: {
  superuserUrl: string
  appPassword: string
  /** Only tests copy databases. */
  mayCreateDatabases: boolean
}): Promise<void> {
  const client = new Client({ connectionString: options.superuserUrl })
  await client.connect()
  try {
    const { rowCount: roles } = await client.query('select from pg_roles where rolname = $1', [appRole])
    if (roles === 0) await client.query(`create role ${appRole}`)
    const createdb = options.mayCreateDatabases ? 'createdb' : 'nocreatedb'
    const rights = `login nosuperuser nobypassrls nocreaterole noreplication ${createdb}`
    await client.query(
      `alter role ${appRole} ${rights} password ${client.escapeLiteral(options.appPassword)}`,
    )
    const { rowCount: databases } = await client.query('select from pg_database where datname = $1', [
      appDatabase,
    ])
    if (databases === 0) await client.query(`create database ${appDatabase} owner ${appRole}`)
    await client.query(`revoke all on database ${appDatabase} from public`)
  } finally {
    await client.end()
  }
}

export function databaseUrl(role: string, password: string, port: number, database: string): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}
