import type { Receipt, Report } from '@meritum/kit/report'
import { type LangString, pickText } from '@meritum/kit/text'
import { issuerName, readReport, titleOf } from '../rooms/verifying/pages/answers.ts'
import { presentReport } from '../rooms/verifying/present-report.ts'
import { readVerdict, showsContent } from '../rooms/verifying/read-verdict.ts'
import { sayReceiptVerdict } from '../rooms/verifying/receipts/read-receipt-report.ts'
import { formatDate, formatDateTime, type Locale, translator } from '../web/i18n/index.ts'

/** A report as lines of text: verdict, whose, the four facts, every check. */
export function describeReport(report: Report, locale: Locale): string[] {
  const t = translator(locale)
  return [
    titleOf(report, locale, t),
    t('web.verdict.checked_at', { time: formatDateTime(locale, report.checkedAt) }),
    '',
    ...(report.receipt ? describeReceipt(report.receipt, locale) : describeContent(report, locale)),
    ...presentReport(report, locale).checks.map(
      check =>
        `${t(`checks.name.${check.id}`)} – ${t(`web.check_state.${check.state}`)}: ${check.message} [${check.code}]`,
    ),
    ...(report.credentials ?? []).flatMap(inner => ['', ...describeReport(inner, locale)]),
  ].map(inOneLine)
}

function describeReceipt(receipt: Receipt, locale: Locale): string[] {
  const t = translator(locale)
  const time = formatDateTime(locale, receipt.checkedAt)
  return [
    `${t('verifying.receipt.says', { time })}: ${sayReceiptVerdict(receipt, locale, t)}`,
    `${t('verifying.more.digest')}: ${receipt.digest}`,
    '',
  ]
}

function describeContent(report: Report, locale: Locale): string[] {
  const kind = readVerdict(report)
  const { credential } = report
  if (!credential || !showsContent(kind)) return []
  const t = translator(locale)
  const say = (value: LangString | undefined) => pickText(value, locale)?.text
  const notStated = t('web.four_facts.not_stated')
  const { name, birthDate } = credential.holder
  const born = birthDate && t('verifying.holder.born', { date: formatDate(locale, birthDate) })
  const reading = readReport(report, kind, locale, t)
  return [
    say(credential.title) ?? t('verifying.untitled'),
    [name || t('verifying.holder.none'), born, reading.genuine ? '' : t('verifying.holder.as_stated')]
      .filter(Boolean)
      .join(', '),
    '',
    `${t('web.four_facts.designed_by')} ${say(credential.designedBy?.name) ?? notStated}`,
    `${t('web.four_facts.issued_by')} ${issuerName(reading)}`,
    `${t('web.four_facts.outcomes')} ${credential.outcomes.length === 0 ? notStated : ''}`.trimEnd(),
    ...credential.outcomes.map(outcome => `  - ${say(outcome.title) ?? ''}`),
    `${t('web.four_facts.quality')} ${say(credential.qualityAssurance) ?? notStated}`,
    '',
  ]
}

/** What stands in somebody's file must not steer the terminal or pretend to be another line. */
export function inOneLine(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
}
