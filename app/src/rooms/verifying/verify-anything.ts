import type { Report } from '@meritum/kit/report'
import { type VerifyContext, verifyCredential } from '@meritum/kit/verify'
import { looksLikeReceipt } from './receipts/receipt-credential.ts'
import { verifyReceipt } from './receipts/verify-receipt.ts'

/** Bytes → report: a credential, or a receipt of an earlier check. Never throws for bad bytes. */
export async function verifyAnything(bytes: Uint8Array, context: VerifyContext): Promise<Report> {
  return looksLikeReceipt(bytes) ? verifyReceipt(bytes, context) : verifyCredential(bytes, context)
}
