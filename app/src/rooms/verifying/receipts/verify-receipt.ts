import { createHash } from 'node:crypto'
import { type Certificate, findImpersonation, validateChain } from '@meritum/kit/keys'
import { type VcJwtVerification, verifyVcJwt } from '@meritum/kit/proofs'
import { type Check, type Receipt, type Report, verdictOf } from '@meritum/kit/report'
import type { VerifyContext } from '@meritum/kit/verify'
import { readReceiptCredential, tokenOf } from './receipt-credential.ts'

/**
 * Whether a receipt is genuine, and who signed it. Whether the credential is in force today is another question:
 * a receipt tells of its own day. Never throws for a bad one.
 */
export function verifyReceipt(bytes: Uint8Array, context: Pick<VerifyContext, 'at' | 'trust'>): Report {
  const verified = verifyVcJwt(tokenOf(bytes))
  const receipt = verified.ok ? readReceiptCredential(verified.credential) : undefined
  const checks = verified.ok ? checkVerified(verified, receipt, context) : checkBroken(verified.code)
  return {
    verdict: verdictOf(checks),
    format: 'receipt',
    checkedAt: context.at.toISOString(),
    checks,
    ...(receipt ? { receipt } : {}),
    digest: createHash('sha256').update(bytes).digest('hex'),
  }
}

function checkBroken(code: string): Check[] {
  return [
    { id: 'format', state: 'passed', code: 'format.receipt' },
    { id: 'seal', state: 'failed', code },
  ]
}

function checkVerified(
  verified: Extract<VcJwtVerification, { ok: true }>,
  receipt: Receipt | undefined,
  context: Pick<VerifyContext, 'at' | 'trust'>,
): Check[] {
  if (!receipt) return [{ id: 'format', state: 'failed', code: 'receipt.malformed' }]
  return [
    { id: 'format', state: 'passed', code: 'format.receipt' },
    { id: 'seal', state: 'passed', code: 'seal.intact', params: { sealedAt: receipt.checkedAt } },
    checkSigner(verified.signedBy, verified.intermediates, context),
    checkTime(receipt, context.at),
  ]
}

function checkSigner(
  leaf: Certificate,
  intermediates: readonly Certificate[],
  { at, trust }: Pick<VerifyContext, 'at' | 'trust'>,
): Check {
  const who = { name: nameOf(leaf), fingerprint: leaf.sha256.slice(0, 32).toUpperCase() }
  const chain = validateChain({ leaf, intermediates, anchors: trust.anchors, at })
  switch (chain.state) {
    case 'trusted':
      return {
        id: 'issuer',
        state: 'passed',
        code: 'issuer.trusted',
        params: { ...who, root: nameOf(chain.path.at(-1)!) },
      }
    case 'expired':
      return {
        id: 'issuer',
        state: 'unknown',
        code: 'jades.no_poe',
        params: { ...who, endedAt: chain.endedAt.toISOString() },
      }
    case 'broken':
      return { id: 'issuer', state: 'failed', code: chain.code, params: who }
    case 'unknown': {
      const listed = findImpersonation(leaf, trust.anchors, trust.listedNames)
      if (!listed) return { id: 'issuer', state: 'unknown', code: 'issuer.unknown', params: who }
      const worn = listed.name ?? listed.organizationIdentifier ?? ''
      return { id: 'issuer', state: 'failed', code: 'cert.untrusted', params: { ...who, listed: worn } }
    }
  }
}

/** Clocks of two machines differ by seconds. */
const tolerance = 60_000

function checkTime({ checkedAt }: Receipt, at: Date): Check {
  const isAhead = new Date(checkedAt).getTime() > at.getTime() + tolerance
  return isAhead
    ? { id: 'dates', state: 'failed', code: 'dates.not_yet_valid', params: { from: checkedAt } }
    : { id: 'dates', state: 'passed', code: 'receipt.dated', params: { at: checkedAt } }
}

function nameOf({ subject }: Certificate): string {
  return subject.organization ?? subject.commonName ?? subject.text
}
