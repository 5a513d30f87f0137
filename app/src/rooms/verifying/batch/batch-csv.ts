import { type Locale, translator } from '../../../web/i18n/index.ts'
import type { BatchRow } from './batch-row.ts'
import { writeCsv } from './write-csv.ts'

/** The answers as a table that spreadsheet programs open; in the reader's language, dates as they are in files. */
export function batchCsv(rows: readonly BatchRow[], locale: Locale): Response {
  const t = translator(locale)
  const columns = [
    'file',
    'verdict',
    'holder',
    'born',
    'title',
    'issuer',
    'until',
    'reason',
    'code',
    'digest',
    'checked',
  ] as const
  const head = columns.map(column => t(`verifying.batch.column.${column}`))
  const cells = rows.map(row => [
    row.file,
    row.verdict,
    row.holder ?? '',
    row.birthDate ?? '',
    row.title ?? '',
    row.issuer ?? '',
    row.validUntil?.slice(0, 10) ?? '',
    row.reason,
    row.code,
    row.digest,
    row.checkedAt,
  ])
  // Where the comma stands in numbers, spreadsheet programs part cells by semicolons.
  const csv = writeCsv([head, ...cells], locale === 'en' ? ',' : ';')
  const name = `${t('verifying.batch.csv_name')}-${(rows[0]?.checkedAt ?? '').slice(0, 10)}.csv`
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
