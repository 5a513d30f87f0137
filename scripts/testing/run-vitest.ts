import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { type Count, runStep } from './run-step.ts'

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

export interface VitestEnd {
  readonly count: Count
  /** Names of the skipped tests, `file: test`. */
  readonly skipped: readonly string[]
}

/** Runs Vitest with its usual output and counts by its JSON report. */
export async function runVitest(args: readonly string[], minutes: number): Promise<VitestEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'meritum-report-'))
  const file = join(folder, 'vitest.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { ok } = await runStep('vitest', ['run', ...reporters, ...args], { minutes })
    if (!existsSync(file)) return { count: { passed: 0, failed: 1, skipped: 0 }, skipped: [] }
    return countReport(JSON.parse(readFileSync(file, 'utf8')) as VitestReport, ok)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function countReport(report: VitestReport, ok: boolean): VitestEnd {
  // A file that does not load has no tests, yet it failed; so did a run with an unhandled error.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some(result => result.status === 'failed'),
  ).length
  const failed = report.numFailedTests + brokenFiles
  const skipped = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => ['skipped', 'pending', 'todo', 'disabled'].includes(status))
      .map(({ fullName }) => `${relative(process.cwd(), name)}: ${fullName}`),
  )
  return {
    count: {
      passed: report.numPassedTests,
      failed: failed === 0 && !ok ? 1 : failed,
      skipped: skipped.length,
    },
    skipped,
  }
}
