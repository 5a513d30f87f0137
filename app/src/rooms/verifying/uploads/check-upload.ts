import type { Report } from '@meritum/kit/report'
import { type OpenedUpload, openUpload } from '../../../sandbox/index.ts'
import { refusedReport } from './refused-report.ts'

export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One credential that was found, or one thing in which none was, with the name of its file. */
export interface CheckedFile {
  readonly file: string
  readonly report: Report
}

export interface UploadChecks {
  readonly verify: (bytes: Uint8Array) => Promise<Report>
  /** The credential that a link in a QR code leads to, if it is ours; left out where no link is followed. */
  readonly follow?: (text: string) => Promise<Uint8Array | undefined>
  /** The moment that the answers are about. */
  readonly at: Date
}

/**
 * Everything that a file holds, each checked by itself: a credential, those in a picture, a document or an archive.
 * At least one answer; what can't be opened is answered with the reason, never with a throw.
 */
export async function checkUpload(file: UploadedFile, checks: UploadChecks): Promise<CheckedFile[]> {
  const opened = await openUpload(file.bytes)
  const found = opened.kind === 'zip' ? checkArchive(file, opened, checks) : checkItems(file, opened, checks)
  const problems = opened.problems.map(({ code, item }) => ({
    file: nameWithin(file.name, item),
    report: refusedReport(file.bytes, code, checks.at),
  }))
  return [...(await found), ...problems]
}

async function checkArchive(
  { name }: UploadedFile,
  { items }: OpenedUpload,
  checks: UploadChecks,
): Promise<CheckedFile[]> {
  const found: CheckedFile[] = []
  for (const item of items) {
    const file = { name: nameWithin(name, item.name), bytes: item.bytes }
    found.push(...(await checkUpload(file, checks)))
  }
  return found
}

async function checkItems(
  { name, bytes }: UploadedFile,
  { items, code }: OpenedUpload,
  checks: UploadChecks,
): Promise<CheckedFile[]> {
  if (code !== undefined) return [{ file: name, report: await checkQr(bytes, code, checks) }]
  const reports: CheckedFile[] = []
  for (const item of items) reports.push({ file: name, report: await checks.verify(item.bytes) })
  return reports
}

/** A QR code holds a link, or a small credential itself. */
async function checkQr(picture: Uint8Array, text: string, checks: UploadChecks): Promise<Report> {
  if (/^\s*(\{|ey[\w-]+\.)/.test(text)) return checks.verify(new TextEncoder().encode(text.trim()))
  const bytes = await checks.follow?.(text)
  if (bytes) return checks.verify(bytes)
  return refusedReport(picture, 'upload.link_only', checks.at, { link: text.slice(0, 200) })
}

function nameWithin(archive: string, item: string | undefined): string {
  return item ? `${archive}/${item}` : archive
}
