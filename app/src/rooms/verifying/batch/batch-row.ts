import { pickText } from '@meritum/kit/text'
import { type Locale, translator } from '../../../web/i18n/index.ts'
import { issuerName, readReport, titleOf, variantOf } from '../pages/answers.ts'
import { readVerdict, showsContent } from '../read-verdict.ts'
import { decidingCheck, sayCheck } from '../say-check.ts'
import type { CheckedFile } from '../uploads/check-upload.ts'

export type BatchVariant = ReturnType<typeof variantOf>

/** One answer of a batch in words, for the page and for the table as a file. */
export interface BatchRow {
  readonly file: string
  readonly variant: BatchVariant
  /** The verdict, as the page of one credential gives it. */
  readonly verdict: string
  /** What decided it: what doesn't hold, what couldn't be told, or until when it is in force. */
  readonly reason: string
  readonly code: string
  /** Absent where the content isn't shown. */
  readonly holder?: string
  readonly birthDate?: string
  readonly title?: string
  /** The language of the title. */
  readonly titleLanguage?: string
  readonly issuer?: string
  readonly validUntil?: string
  readonly checkedAt: string
  readonly digest: string
}

export function readBatchRow({ file, report }: CheckedFile, locale: Locale): BatchRow {
  const t = translator(locale)
  const kind = readVerdict(report)
  const reading = readReport(report, kind, locale, t)
  const deciding = decidingCheck(report.checks)
  return {
    file,
    // A receipt tells of another file: nobody may count it as a credential.
    variant: report.format === 'receipt' ? 'indeterminate' : variantOf(reading),
    verdict: titleOf(report, locale, t),
    reason:
      report.format === 'receipt'
        ? t('verifying.batch.receipt')
        : deciding
          ? sayCheck(deciding, locale, t)
          : '',
    code: deciding?.code ?? '',
    ...(showsContent(kind) && report.credential
      ? readContent(report.credential, issuerName(reading), locale)
      : {}),
    checkedAt: report.checkedAt,
    digest: report.digest,
  }
}

function readContent(
  { holder, title, validUntil }: NonNullable<CheckedFile['report']['credential']>,
  issuer: string,
  locale: Locale,
) {
  const picked = pickText(title, locale)
  return {
    holder: holder.name,
    ...(holder.birthDate ? { birthDate: holder.birthDate } : {}),
    ...(picked ? { title: picked.text, titleLanguage: picked.language } : {}),
    issuer,
    ...(validUntil ? { validUntil } : {}),
  }
}
