import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import { stopCluster } from './cluster-processes.ts'
import { type PostmasterOptions, startPostmaster, stopPostmaster } from './postmaster.ts'

const maxRestarts = 5
/** After this time of quiet the count of restarts begins anew. */
const quietMilliseconds = 60_000

export interface Supervision {
  stop(): Promise<void>
}

/**
 * Watches a running postmaster and starts it again on the same port when it ends unasked. Gives up after five
 * restarts without a minute of quiet between them, and says so through `onLost`.
 */
export function supervise(
  first: ChildProcess,
  port: number,
  options: PostmasterOptions,
  report: { log: Log; onLost(error: unknown): void },
): Supervision {
  let child = first
  let stopping = false
  let restarts = 0
  let restarting: Promise<void> | undefined
  let quiet: NodeJS.Timeout | undefined

  const watch = () => {
    child.once('exit', (code, signal) => {
      if (stopping) return
      report.log.error({ code, signal }, 'the database ended unasked; starting it again')
      restarting = restart().catch(report.onLost)
    })
  }

  async function restart(): Promise<void> {
    clearTimeout(quiet)
    for (;;) {
      if (++restarts > maxRestarts) throw new Error(`the database ended ${maxRestarts} times in a row`)
      await stopCluster(options.cluster)
      if (stopping) return
      try {
        child = await startPostmaster(options, port)
        break
      } catch (error) {
        report.log.error({ err: error }, 'the database did not start again')
        await sleep(500)
      }
    }
    quiet = setTimeout(() => {
      restarts = 0
    }, quietMilliseconds).unref()
    watch()
    report.log.warn('the database runs again')
  }

  watch()
  return {
    async stop() {
      stopping = true
      clearTimeout(quiet)
      await restarting
      await stopPostmaster(options.cluster, child)
    },
  }
}
