import { createHash } from 'node:crypto'
import type { Check, Report } from '@meritum/kit/report'

/** The report of a file that holds nothing that could be checked: that proves nothing against anybody. */
export function refusedReport(bytes: Uint8Array, code: string, at: Date, params?: Check['params']): Report {
  return {
    verdict: 'indeterminate',
    format: 'unknown',
    checkedAt: at.toISOString(),
    checks: [{ id: 'format', state: 'unknown', code, ...(params ? { params } : {}) }],
    digest: createHash('sha256').update(bytes).digest('hex'),
  }
}
