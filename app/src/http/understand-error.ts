import { AppError } from '../errors.ts'

/** Node's and PostgreSQL's codes for a database that can't be reached or is stopping (SQLSTATE classes 08, 53, 57P). */
const unreachable = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08\w{3}|53\w{3}|57P0[1-5])$/
/** SQLSTATE for text that PostgreSQL can't hold: a NUL or half a surrogate pair. */
const unstorable = /^(22021|22P05)$/

/** Whatever was thrown, as one of our own refusals: a defect becomes `internal.unexpected`. */
export function understandError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const code = codeOf(error)
  if (unstorable.test(code)) return new AppError('input.malformed', { cause: error })
  if (unreachable.test(code) || isPoolTimeout(error))
    return new AppError('service.unavailable', { cause: error })
  return new AppError('internal.unexpected', { cause: error })
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return String((error as { code?: unknown } | null)?.code ?? '')
}

/** `pg` gives these no code. */
function isPoolTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated/i.test(error.message)
  )
}
