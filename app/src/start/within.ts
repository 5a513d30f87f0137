import { setTimeout as sleep } from 'node:timers/promises'

/** Waits for the work, but not longer than that: for shutting down, where the end has to come. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController()
  await Promise.race([work, sleep(milliseconds, undefined, { signal: over.signal, ref: false })]).finally(
    () => over.abort(),
  )
}
