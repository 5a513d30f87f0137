import type { Services } from '../rooms/services.ts'
import { type Job, schedule } from './schedule.ts'

const pollEvery = 1000

export interface Worker {
  /** Looks for work now instead of at the next poll. */
  wake(): void
  /** Lets the job under way finish, starts no other. */
  stop(): Promise<void>
}

/** Runs the schedule until stopped. A job that fails is logged and comes again at its next turn. */
export function startWorker(services: Services, jobs: readonly Job[] = schedule): Worker {
  // Not the services' clock: intervals must not follow a clock that is set.
  const nextRun = new Map<Job, number>(jobs.map(job => [job, 0]))
  let stopped = false
  let wake = () => {}

  async function runDue(all: boolean): Promise<void> {
    for (const job of jobs) {
      const isDue = performance.now() >= nextRun.get(job)! || (all && job.everyMilliseconds <= 2 * pollEvery)
      if (stopped || !isDue) continue
      nextRun.set(job, performance.now() + job.everyMilliseconds)
      await runJob(services, job)
    }
  }

  async function loop(): Promise<void> {
    let woken = false
    while (!stopped) {
      await runDue(woken)
      woken = await new Promise<boolean>(resolve => {
        if (stopped) return resolve(false)
        const timer = setTimeout(() => resolve(false), pollEvery)
        wake = () => {
          clearTimeout(timer)
          resolve(true)
        }
      })
    }
  }

  const ended = loop()
  return {
    wake: () => wake(),
    async stop() {
      stopped = true
      wake()
      await ended
    },
  }
}

/** Runs every job once, in order, and lets errors out: for tests and for commands that end. */
export async function runJobs(services: Services, jobs: readonly Job[] = schedule): Promise<void> {
  for (const job of jobs) await job.run(services)
}

async function runJob(services: Services, job: Job): Promise<void> {
  try {
    await job.run(services)
  } catch (error) {
    services.log.error({ job: job.name, err: error }, 'job failed')
  }
}
