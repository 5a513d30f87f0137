import type { Receipt, Report } from '@meritum/kit/report'
import type { Locale, Translate } from '../../../web/i18n/index.ts'
import { headlineOf, readReport, variantOf } from '../pages/answers.ts'
import { readVerdict } from '../read-verdict.ts'

/** What was found on the day of a receipt, in the words that the page of the credential had. */
export function sayReceiptVerdict(receipt: Receipt, locale: Locale, t: Translate): string {
  const report: Report = receipt
  const isUnsealed = report.format === 'edc-unsealed'
  const reading = readReport(report, isUnsealed ? 'unsealed' : readVerdict(report), locale, t)
  return headlineOf(reading) ?? t(`web.verdict.${variantOf(reading)}`)
}
