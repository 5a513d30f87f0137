import { setImmediate } from 'node:timers/promises'
import { labelOf } from '@meritum/kit/carriers'
import { AppError } from '../../../errors.ts'
import type { Services } from '../../services.ts'
import {
  type CheckedFile,
  checkUpload,
  type UploadChecks,
  type UploadedFile,
} from '../uploads/check-upload.ts'
import { followOwnLink } from '../uploads/follow-own-link.ts'
import { refusedReport } from '../uploads/refused-report.ts'
import { verifyAnything } from '../verify-anything.ts'
import { readVerifyContext } from '../verify-bytes.ts'
import { askOnce } from './ask-once.ts'

const mebibyte = 1024 * 1024
export const batchLimits = { files: 500, fileBytes: 5 * mebibyte, bytes: 64 * mebibyte } as const
/** Each may hold all that the limits allow in memory. */
const mostAtOnce = 2

let running = 0

/** More files than one batch may have, counted with those in archives. */
export class TooManyFiles extends Error {}

/**
 * Checks many files, in their order; archives give as many answers as they hold files. One that can't be read
 * doesn't stop the rest. Throws `TooManyFiles`, and `service.unavailable` while others' batches run.
 */
export async function checkBatch(
  services: Services,
  files: readonly UploadedFile[],
  at?: Date,
): Promise<CheckedFile[]> {
  if (files.length > batchLimits.files) throw new TooManyFiles()
  if (running >= mostAtOnce) throw new AppError('service.unavailable')
  running += 1
  try {
    return await checkAll(files, await openChecks(services, at))
  } finally {
    running -= 1
  }
}

async function openChecks(services: Services, at: Date | undefined): Promise<UploadChecks> {
  const context = await readVerifyContext(services, at)
  const fetches = askOnce(context, () => performance.now())
  return {
    at: context.at,
    verify: bytes => verifyAnything(bytes, { ...context, ...fetches }),
    follow: text => followOwnLink(services, text),
  }
}

async function checkAll(files: readonly UploadedFile[], checks: UploadChecks): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = []
  for (const { name, bytes } of files) {
    const file = { name: labelOf(name), bytes }
    checked.push(...(await checkOne(file, checks)))
    if (checked.length > batchLimits.files) throw new TooManyFiles()
    // Others are served meanwhile.
    await setImmediate()
  }
  return checked
}

async function checkOne(file: UploadedFile, checks: UploadChecks): Promise<CheckedFile[]> {
  const isArchive = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b
  if (file.bytes.length > batchLimits.fileBytes && !isArchive) {
    return [{ file: file.name, report: refusedReport(file.bytes, 'input.too_large', checks.at) }]
  }
  return checkUpload(file, checks)
}
