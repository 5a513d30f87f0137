import { AppError } from '../../../errors.ts'
import type { Visit } from '../../route.ts'
import { isOwnReceipt, issueReceipt, nameOf, receiptResponse } from '../receipts/issue-receipt.ts'
import { verifyReceipt } from '../receipts/verify-receipt.ts'
import { followOwnLink } from '../uploads/follow-own-link.ts'
import { readVerifyContext, verifyBytes } from '../verify-bytes.ts'

/** `/m/CODE/receipt` and `/s/CODE/receipt`: of a check made now. */
export async function codeReceipt(visit: Visit): Promise<Response> {
  const { services, url } = visit
  const bytes = await followOwnLink(
    services,
    services.config.baseUrl + url.pathname.replace(/\/receipt$/, ''),
  )
  const receipt = bytes && (await issueReceipt(services, await verifyBytes(services, bytes)))
  if (!receipt) throw new AppError('thing.not_found')
  return receiptResponse(receipt)
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
