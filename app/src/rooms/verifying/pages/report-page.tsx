import type { Report } from '@meritum/kit/report'
import type { Child } from 'hono/jsx'
import type { Visit } from '../../route.ts'
import { readVerdict, showsContent } from '../read-verdict.ts'
import { findInstallationSeal } from '../receipts/installation-seal.ts'
import { issueReceipt } from '../receipts/issue-receipt.ts'
import { ReceiptView } from '../receipts/receipt-view.tsx'
import { sheetResponse } from '../sheet/sheet-response.ts'
import { titleOf } from './answers.ts'
import { KeepReport } from './keep-report.tsx'
import { ReportView } from './report-view.tsx'

export interface ReportPageDetails {
  /** The address that the credential has with us. */
  readonly path?: string
  /** What belongs to the way in, such as a share's end. */
  readonly notice?: Child
}

/** The whole page of a check, or the sheet if the form asked for it: of a credential, or of a receipt. */
export async function reportPage(
  visit: Visit,
  report: Report,
  { path, notice }: ReportPageDetails = {},
): Promise<Response> {
  const title = titleOf(report, visit.locale, visit.t)
  const head = { title, place: 'verify', size: 'md', indexable: false } as const
  if (report.format === 'receipt') return visit.page(head, <ReceiptView report={report} />)
  const { services } = visit
  const sheet = visit.form.values.as === 'sheet' ? await sheetResponse(visit, report, path) : undefined
  if (sheet) return sheet
  const receipt =
    path === undefined
      ? ((await issueReceipt(services, report)) ?? false)
      : (await findInstallationSeal(services)) !== undefined
  const hasContent = report.credential !== undefined && showsContent(readVerdict(report))
  return visit.page(
    head,
    <ReportView
      report={report}
      notice={notice}
      keep={<KeepReport visit={visit} keeping={{ path, receipt, hasContent }} />}
    />,
  )
}
