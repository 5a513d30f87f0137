import { spawn } from 'node:child_process'

/** How one step of the test run counts. */
export interface Count {
  passed: number
  failed: number
  skipped: number
}

export interface StepEnd {
  readonly ok: boolean
  readonly seconds: number
}

/** Runs a program with its output shown; `minutes` is a guard against a hang, not a measure. */
export function runStep(
  command: string,
  args: readonly string[],
  options: { minutes: number; environment?: Record<string, string> },
): Promise<StepEnd> {
  const start = performance.now()
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...options.environment },
    shell: process.platform === 'win32',
  })
  const guard = setTimeout(() => {
    console.error(`${command} ${args.join(' ')} takes more than ${options.minutes} minutes; it is stopped.`)
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref()
  }, options.minutes * 60_000)
  return new Promise(resolve => {
    const end = (ok: boolean) => {
      clearTimeout(guard)
      resolve({ ok, seconds: Math.round((performance.now() - start) / 1000) })
    }
    child.once('error', error => {
      console.error(`${command} could not be run: ${error.message}`)
      end(false)
    })
    child.once('close', code => end(code === 0))
  })
}
