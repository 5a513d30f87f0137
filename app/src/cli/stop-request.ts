export interface StopRequest {
  /** Ends when a signal asks for a stop, or with the error for which the process can't go on. */
  readonly requested: Promise<{ readonly failure?: unknown }>
  /** The same for the time of starting: rejects with the error. */
  readonly failed: Promise<never>
  fail(error: unknown): void
}

/**
 * Waits for a signal or a fatal error. A Ctrl-C under npm arrives twice at once (from the terminal and from
 * npm), so a second signal means "at once" only when it comes later than that; the next start then tidies up.
 */
export function stopRequest(): StopRequest {
  const requested = Promise.withResolvers<{ readonly failure?: unknown }>()
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => {})
  let askedAt: number | undefined
  const ask = () => {
    if (askedAt !== undefined && performance.now() - askedAt > 1000) process.exit(1)
    askedAt ??= performance.now()
    requested.resolve({})
  }
  const fail = (failure: unknown) => {
    requested.resolve({ failure })
    failed.reject(failure)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  return { requested: requested.promise, failed: failed.promise, fail }
}
