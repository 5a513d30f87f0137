import type { Report } from '@meritum/kit/report'
import { AppError } from '../../../errors.ts'
import type { Visit } from '../../route.ts'
import { isOwnReceipt, issueReceipt, nameOf, receiptResponse } from '../receipts/issue-receipt.ts'
import { verifyReceipt } from '../receipts/verify-receipt.ts'
import { sheetResponse } from '../sheet/sheet-response.ts'
import { followOwnLink } from '../uploads/follow-own-link.ts'
import { readVerifyContext, verifyBytes } from '../verify-bytes.ts'

/** `/m/CODE/receipt` and `/s/CODE/receipt`: of a check made now. */
export async function codeReceipt(visit: Visit): Promise<Response> {
  const found = await checkCode(visit)
  const receipt = found && (await issueReceipt(visit.services, found.report))
  if (!receipt) throw new AppError('thing.not_found')
  return receiptResponse(receipt)
}

/** `/m/CODE/sheet` and `/s/CODE/sheet`. Where the content isn't shown, the page of the check says why. */
export async function codeSheet(visit: Visit): Promise<Response> {
  const found = await checkCode(visit)
  if (!found) throw new AppError('thing.not_found')
  return (await sheetResponse(visit, found.report, found.path)) ?? visit.redirect(found.path)
}

/** Checks anew what stands at the address above this one. */
async function checkCode({ services, url }: Visit): Promise<{ report: Report; path: string } | undefined> {
  const path = url.pathname.replace(/\/\w+$/, '')
  const bytes = await followOwnLink(services, services.config.baseUrl + path)
  return bytes && { report: await verifyBytes(services, bytes), path }
}

/**
 * Gives back as a file the receipt that stood in the page of an upload: the upload itself isn't kept, so it can't
 * be checked again. Only what we signed ourselves is given back.
 */
export async function returnReceipt(visit: Visit): Promise<Response> {
  const token = visit.form.values.receipt ?? ''
  if (!(await isOwnReceipt(visit.services, token))) throw new AppError('input.malformed')
  const { receipt } = verifyReceipt(Buffer.from(token), await readVerifyContext(visit.services))
  if (!receipt) throw new AppError('input.malformed')
  return receiptResponse({ name: nameOf(receipt), token })
}
