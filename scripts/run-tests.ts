/**
 * `npm test`: every check and test of the project, on a fresh machine. Ends with one line that counts them.
 * `--full` runs all property cases and long drills as well.
 */
import { resolve } from 'node:path'
import { runHouseChecks } from './testing/house-checks.ts'
import { judgeConformance } from './testing/judge-conformance.ts'
import { runJourneys } from './testing/run-journeys.ts'
import { runVitest } from './testing/run-vitest.ts'

const drills = 'app/test/drills'
const isFull = process.argv.includes('--full')
if (isFull) process.env.MERITUM_FULL = '1'
const minutes = isFull ? 60 : 25

const house = await runHouseChecks()
const tests = await runVitest(['--exclude', `${drills}/**`], minutes)
// One after another, because they measure promises about time and other tests would take theirs.
const started = await runVitest([drills, '--no-file-parallelism'], minutes)
const journeys = await runJourneys(minutes)

const conformance = judgeConformance(tests.skipped, resolve(process.env.MERITUM_SHARED || '../shared'))
const counts = [house, tests.count, started.count, journeys.count, conformance]
const total = counts.reduce((sum, count) => ({
  passed: sum.passed + count.passed,
  failed: sum.failed + count.failed,
  skipped: sum.skipped + count.skipped,
}))

sayWhatWasSkipped()
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

function sayWhatWasSkipped(): void {
  const skipped = [...tests.skipped, ...started.skipped]
  if (skipped.length > 0) console.warn(`\nSKIPPED:\n${skipped.map(name => `  ${name}`).join('\n')}`)
  if (journeys.hasBrowser) return
  console.warn(
    `\nSKIPPED: all ${journeys.count.skipped} browser journeys. No Chromium or Chrome was found; set CHROMIUM_PATH to one.`,
  )
}
