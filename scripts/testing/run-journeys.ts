import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './find-chromium.ts'
import { type Count, runStep } from './run-step.ts'

interface PlaywrightReport {
  readonly stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  readonly errors: readonly unknown[]
}

export interface JourneysEnd {
  readonly count: Count
  /** False when there is no browser: every journey counts as skipped. */
  readonly hasBrowser: boolean
}

/** Runs the Playwright journeys, or counts them as skipped where no browser can be had. */
export async function runJourneys(minutes: number): Promise<JourneysEnd> {
  const browser = findChromium()
  if (!browser) return { count: { passed: 0, failed: 0, skipped: countJourneys() }, hasBrowser: false }
  const folder = mkdtempSync(join(tmpdir(), 'meritum-report-'))
  const file = join(folder, 'playwright.json')
  try {
    const { ok } = await runStep('playwright', ['test', '--reporter=list,json'], {
      minutes,
      environment: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    })
    if (!existsSync(file)) return { count: { passed: 0, failed: 1, skipped: 0 }, hasBrowser: true }
    return {
      count: countReport(JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport, ok),
      hasBrowser: true,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function countReport({ stats, errors }: PlaywrightReport, ok: boolean): Count {
  // What passes only when tried again is not passed.
  const failed = stats.unexpected + stats.flaky + errors.length
  return { passed: stats.expected, failed: failed === 0 && !ok ? 1 : failed, skipped: stats.skipped }
}

/** At least one, so that a missing browser never looks like nothing to skip. */
function countJourneys(): number {
  const listed = spawnSync('playwright', ['test', '--list'], { encoding: 'utf8' })
  return Number(/^Total: (\d+) tests?/m.exec(listed.stdout ?? '')?.[1] ?? 1)
}
