import type { FieldProblem } from '../../../errors.ts'
import { type OpenedUpload, openUpload } from '../../../sandbox/index.ts'
import type { PostedFile, Visit } from '../../route.ts'
import { resultPage } from '../batch/batch-page.tsx'
import { readBatchRow } from '../batch/batch-row.ts'
import { checkBatch } from '../batch/check-batch.ts'
import { readPasted, type Submission } from '../read-submission.ts'
import { findingOf } from '../read-verdict.ts'
import { verifyBytes } from '../verify-bytes.ts'
import { reportPage } from './report-page.tsx'
import { verifyPage } from './verify-page.tsx'

/** The EU's own services take 5 MB at most. */
const largest = 5 * 1024 * 1024

/**
 * Checks what was pasted or uploaded. The answer is the page itself, not a redirect: nothing that a visitor
 * checks is kept, so there is no other page to send her to. Sending it twice checks twice.
 */
export async function checkSubmission(visit: Visit): Promise<Response> {
  const text = visit.form.values.text ?? ''
  const file = visit.form.files.file
  if (file && text.trim() !== '') return refuse(visit, 'text', 'both')
  if (file) return checkFile(visit, file)
  if (text.trim() === '') return refuse(visit, 'text', 'nothing')
  return checkPasted(visit, readPasted(text, visit.services.config.baseUrl))
}

async function checkFile(visit: Visit, { name, bytes }: PostedFile): Promise<Response> {
  if (bytes.length === 0) return refuse(visit, 'file', 'file_empty')
  if (bytes.length > largest) {
    const size = Math.ceil((bytes.length / (1024 * 1024)) * 10) / 10
    return verifyPage(
      visit,
      [{ field: 'file', key: 'verifying.problem.file_too_large', params: { size } }],
      413,
    )
  }
  const opened = await openUpload(bytes)
  if (opened.kind === 'zip' && opened.items.length > 0) return checkArchive(visit, { name, bytes })
  if (opened.code !== undefined) return checkQr(visit, opened.code)
  const [item] = opened.items
  if (!item) return refuseOpened(visit, opened)
  const report = await verifyBytes(visit.services, item.bytes)
  const isUnknown = report.format === 'unknown' || findingOf(report, 'format')?.state === 'unknown'
  return isUnknown ? refuse(visit, 'file', 'file_unreadable') : reportPage(visit, report)
}

/** Several credentials have one page: the table of a batch. */
async function checkArchive(visit: Visit, file: PostedFile): Promise<Response> {
  const checked = await checkBatch(visit.services, [file])
  const rows = checked.map(found => readBatchRow(found, visit.locale))
  return resultPage(visit, rows)
}

/** What a QR code says is as good as what is pasted, but what is wrong with it is said at the file. */
async function checkQr(visit: Visit, text: string): Promise<Response> {
  const submission = readPasted(text, visit.services.config.baseUrl)
  if (submission.kind === 'foreign-link') return refuse(visit, 'file', 'qr_foreign')
  if (submission.kind === 'unclear') return refuse(visit, 'file', 'qr_unclear')
  return checkPasted(visit, submission)
}

function refuseOpened(visit: Visit, { problems }: OpenedUpload): Response {
  const code = problems[0]?.code ?? 'upload.no_credential'
  return verifyPage(visit, [{ field: 'file', key: `check.${code}` }], code === 'upload.busy' ? 503 : 422)
}

async function checkPasted(visit: Visit, submission: Submission): Promise<Response> {
  switch (submission.kind) {
    case 'code':
      return visit.redirect(visit.form.values.as === 'sheet' ? `${submission.path}/sheet` : submission.path)
    case 'foreign-link':
      return refuse(visit, 'text', 'foreign_link')
    case 'unclear':
      return refuse(visit, 'text', 'unclear')
    case 'credential': {
      if (submission.bytes.length > largest) return refuse(visit, 'text', 'text_too_large', 413)
      const report = await verifyBytes(visit.services, submission.bytes)
      // Half a copied text is far commoner than a forged one.
      const state = findingOf(report, 'format')?.state
      const isReadable = state === 'passed' || state === 'warning'
      return isReadable ? reportPage(visit, report) : refuse(visit, 'text', 'text_unreadable')
    }
  }
}

type Problem =
  | 'nothing'
  | 'both'
  | 'file_empty'
  | 'file_unreadable'
  | 'text_too_large'
  | 'text_unreadable'
  | 'unclear'
  | 'foreign_link'
  | 'qr_foreign'
  | 'qr_unclear'

function refuse(visit: Visit, field: 'text' | 'file', problem: Problem, status = 422): Response {
  const found: FieldProblem = { field, key: `verifying.problem.${problem}` }
  return verifyPage(visit, [found], status)
}
