import { signVcJwt, verifyVcJwt } from '@meritum/kit/proofs'
import type { Report } from '@meritum/kit/report'
import type { Services } from '../../services.ts'
import { findInstallationSeal } from './installation-seal.ts'
import { buildReceiptCredential, looksLikeReceipt, receiptOf } from './receipt-credential.ts'

/** Where receipts are kept: beside the files that they are about, by name. */
export interface ReceiptFile {
  readonly name: string
  readonly token: string
}

/** A signed, dated receipt of a check made just now; undefined when this installation has no seal of its own. */
export async function issueReceipt(services: Services, report: Report): Promise<ReceiptFile | undefined> {
  const seal = await findInstallationSeal(services)
  if (!seal) return undefined
  const credential = buildReceiptCredential(receiptOf(report), {
    id: services.ids.randomUuid(),
    issuer: { id: services.config.baseUrl, name: seal.name },
  })
  const token = await signVcJwt(credential, seal.signer)
  return { name: nameOf(report), token }
}

/** Whether we signed it ourselves: only then is it given back as a file of ours. */
export async function isOwnReceipt(services: Services, token: string): Promise<boolean> {
  const seal = await findInstallationSeal(services)
  if (!seal || !looksLikeReceipt(Buffer.from(token))) return false
  const verified = verifyVcJwt(token)
  return verified.ok && Buffer.from(seal.signer.certificateChain[0]!).equals(verified.signedBy.der)
}

export function receiptResponse({ name, token }: ReceiptFile): Response {
  return new Response(token, {
    headers: {
      'Content-Type': 'application/vc+jwt',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}

export function nameOf({ checkedAt, digest }: Pick<Report, 'checkedAt' | 'digest'>): string {
  return `receipt-${checkedAt.slice(0, 10)}-${digest.slice(0, 8)}.jwt`
}
