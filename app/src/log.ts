import { type DestinationStream, destination, type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type Log = Logger

/** Never in a log, wherever they stand in the first two levels: secrets, and what a person can be known by. */
const redacted = [
  'authorization',
  'cookie',
  'setCookie',
  '["set-cookie"]',
  'password',
  'secret',
  'token',
  'formToken',
  'masterKey',
  'privateKey',
  'databaseUrl',
  'identity',
  'name',
  'email',
  'dateOfBirth',
  'note',
  // PostgreSQL repeats row values in these two fields of its errors.
  'detail',
  'where',
  // pg hangs the whole connection on its errors, with the key that cancels its queries.
  'client',
]

const paths = redacted.flatMap(key => [key, key.startsWith('[') ? `*${key}` : `*.${key}`])

/** JSON lines on standard error; standard output belongs to what the command prints. */
export function createLog(config: Pick<Config, 'logLevel'>, stream?: DestinationStream): Log {
  // Synchronous, so that the last line before an exit is not lost.
  return pino(
    { level: config.logLevel, base: undefined, redact: { paths, censor: '[redacted]' } },
    stream ?? destination({ fd: 2, sync: true }),
  )
}
