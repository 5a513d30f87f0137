import type { Check, Verdict } from './report.ts'

/**
 * The verdict rule: disproved → invalid; else not checkable → indeterminate; else valid.
 * Warnings and skipped checks never change it, and no check at all is never valid.
 */
export function verdictOf(checks: readonly Check[]): Verdict {
  if (checks.some(check => check.state === 'failed')) return 'invalid'
  if (checks.length === 0 || checks.some(check => check.state === 'unknown')) return 'indeterminate'
  return 'valid'
}
