import { existsSync } from 'node:fs'
import type { Count } from './run-step.ts'

/**
 * Where the shared data is there, a conformance test that was skipped has not been shown to pass: it counts as
 * failed instead.
 */
export function judgeConformance(skipped: readonly string[], sharedFolder: string): Count {
  const missed = existsSync(sharedFolder) ? skipped.filter(name => name.startsWith('conformance/')) : []
  for (const name of missed) console.error(`FAILED: skipped although ${sharedFolder} is there: ${name}`)
  return { passed: 0, failed: missed.length, skipped: -missed.length }
}
