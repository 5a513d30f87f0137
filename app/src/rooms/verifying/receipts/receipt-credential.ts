import { isJsonObject, type JsonObject, parseStrictJson } from '@meritum/kit/json'
import { decodeBase64url } from '@meritum/kit/proofs'
import type { Receipt, Report } from '@meritum/kit/report'
import { z } from 'zod'

const type = 'VerificationReceipt'
const context = [
  'https://www.w3.org/ns/credentials/v2',
  { [type]: `urn:x-meritum:${type}`, receipt: { '@id': 'urn:x-meritum:receipt', '@type': '@json' } },
]
/** A receipt is a few kilobytes. */
const mostBytes = 64 * 1024

const check = z.strictObject({
  id: z.string().max(100),
  state: z.enum(['passed', 'failed', 'unknown', 'warning', 'skipped']),
  code: z.string().max(100),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const receiptSchema = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  format: z.string().max(100),
  verdict: z.enum(['valid', 'invalid', 'indeterminate']),
  checkedAt: z.iso.datetime(),
  checks: z.array(check).min(1).max(200),
})

/** What a receipt takes from a report: everything but the content and whom it is about. */
export function receiptOf({ digest, format, verdict, checkedAt, checks }: Report): Receipt {
  return { digest, format, verdict, checkedAt, checks }
}

/** A receipt as a credential of its own (VCDM 2.0), to be secured as vc+jwt. */
export function buildReceiptCredential(
  receipt: Receipt,
  { id, issuer }: { readonly id: string; readonly issuer: { readonly id: string; readonly name: string } },
): JsonObject {
  return {
    '@context': context,
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', type],
    issuer,
    validFrom: receipt.checkedAt,
    credentialSubject: { receipt: JSON.parse(JSON.stringify(receipt)) },
  }
}

/** The receipt in a credential that the bytes have been verified of; undefined when it isn't one of ours. */
export function readReceiptCredential(credential: JsonObject): Receipt | undefined {
  const { credentialSubject: subject } = credential
  const result = receiptSchema.safeParse(isJsonObject(subject) ? subject.receipt : undefined)
  if (!isReceiptType(credential) || !result.success) return undefined
  // The names of checks and formats may be those of a newer version; they are only shown.
  return result.data as Receipt
}

/** A cheap look at the bytes: a token that says of itself that it is a receipt. Nothing of it is believed yet. */
export function looksLikeReceipt(bytes: Uint8Array): boolean {
  if (bytes.length > mostBytes) return false
  const [, payload] = tokenOf(bytes).split('.')
  if (payload === undefined || !/^ey[\w-]+\.ey[\w-]+\.[\w-]+$/.test(tokenOf(bytes))) return false
  try {
    const credential = parseStrictJson(decodeBase64url(payload))
    return isJsonObject(credential) && isReceiptType(credential)
  } catch {
    return false
  }
}

export function tokenOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').trim()
}

function isReceiptType({ type: types }: JsonObject): boolean {
  return Array.isArray(types) && types.includes(type)
}
