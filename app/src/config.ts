import { resolve } from 'node:path'
import { z } from 'zod'

const loopbackHosts = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** Whether a host name or address never leaves this machine. */
export const isLoopback = (host: string): boolean => loopbackHosts.has(host)

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  MERITUM_DATA: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Base64 of 32 random bytes that wrap every data key. Made in the data folder in demonstration mode. */
  MERITUM_MASTER_KEY: z.string().optional(),
  /** `yes` lets production rules use the embedded PostgreSQL. */
  MERITUM_EMBEDDED_DATABASE: z.enum(['yes', 'no']).default('no'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
})

export interface Config {
  readonly port: number
  readonly host: string
  /** Without a trailing slash. */
  readonly baseUrl: string
  /** Absolute path of the data folder. */
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly masterKey: string | undefined
  readonly embeddedDatabaseConsent: boolean
  readonly logLevel: string
  /** Demonstration mode exists only while listener and BASE_URL are both loopback. */
  readonly demonstration: boolean
}

/** Reads the environment. Throws one error that names every variable that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const problems = result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The configuration is wrong:\n  ${problems.join('\n  ')}`)
  }
  const env = result.data
  const baseUrl = (env.BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '')
  const demonstration = isLoopback(env.HOST) && isLoopback(new URL(baseUrl).hostname)
  return {
    port: env.PORT,
    host: env.HOST,
    baseUrl,
    dataFolder: resolve(env.MERITUM_DATA),
    databaseUrl: env.DATABASE_URL,
    masterKey: env.MERITUM_MASTER_KEY,
    embeddedDatabaseConsent: env.MERITUM_EMBEDDED_DATABASE === 'yes',
    logLevel: env.LOG_LEVEL ?? (demonstration ? 'warn' : 'info'),
    demonstration,
  }
}
