import type { Check, Report } from '@meritum/kit/report'
import { type Locale, translator } from '../../web/i18n/index.ts'
import { sayCheck } from './say-check.ts'

/** A report as API and command line give it: the kit's report, and every check in words. */
export type PresentedReport = Omit<Report, 'checks' | 'credentials'> & {
  readonly checks: readonly (Check & { readonly message: string })[]
  readonly credentials?: readonly PresentedReport[]
}

export function presentReport(report: Report, locale: Locale): PresentedReport {
  const t = translator(locale)
  const checks = report.checks.map(({ id, state, code, params }) => ({
    id,
    state,
    code,
    message: sayCheck({ id, state, code, ...(params ? { params } : {}) }, locale, t),
    ...(params ? { params } : {}),
  }))
  const { verdict, format, checkedAt, lists, signers, credential, holder, credentials, receipt, digest } =
    report
  return {
    verdict,
    format,
    checkedAt,
    checks,
    ...(lists ? { lists } : {}),
    ...(signers ? { signers } : {}),
    ...(credential ? { credential } : {}),
    ...(holder ? { holder } : {}),
    ...(credentials ? { credentials: credentials.map(inner => presentReport(inner, locale)) } : {}),
    ...(receipt ? { receipt } : {}),
    digest,
  }
}
