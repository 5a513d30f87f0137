import type { StatusEntry } from '../../formats/index.ts'
import type { Certificate } from '../../keys/index.ts'
import { verifyVcJwt } from '../../proofs/index.ts'
import { readStatusList } from '../../status/index.ts'
import {
  type CheckFinding,
  type Examination,
  failed,
  passed,
  skipped,
  unknown,
  warning,
} from '../examination.ts'
import type { VerifyContext } from '../verify-context.ts'

/** Whether the issuer has taken it back. A list that can't be relied on never makes it valid, nor invalid. */
export async function checkStatus({ content, seal, context }: Examination): Promise<CheckFinding[]> {
  if (!content || !seal?.signedBy) return [unknown('check.not_made')]
  if (content.statusEntries.length === 0) return [skipped('status.none')]
  const findings: CheckFinding[] = []
  for (const entry of content.statusEntries) findings.push(await checkEntry(entry, seal.signedBy, context))
  return [
    findings.find(({ state }) => state === 'failed') ??
      findings.find(({ state }) => state === 'unknown') ??
      findings.find(({ code }) => code !== 'status.in_force') ??
      passed('status.in_force'),
  ]
}

async function checkEntry(
  entry: StatusEntry,
  credentialSeal: Certificate,
  context: VerifyContext,
): Promise<CheckFinding> {
  if (entry.kind === 'malformed') return unknown('status.malformed')
  const resolved = await context.resolveStatusList(entry.listUrl)
  if (resolved.kind === 'unreachable') {
    return unknown('status.unreachable', { url: entry.listUrl, reason: resolved.reason })
  }
  const list = verifyVcJwt(resolved.jwt)
  if (!list.ok) return unknown(list.code === 'input.too_large' ? 'status.too_large' : 'status.unverified')
  const doubt = doubtIssuer(list.signedBy, list.intermediates, credentialSeal, context)
  if (doubt) return unknown(doubt)
  const read = readStatusList(list.credential, { url: entry.listUrl, index: entry.index, at: context.at })
  switch (read.state) {
    case 'clear':
      return passed('status.in_force')
    case 'revoked':
      return read.change ? failed('status.revoked', { ...read.change }) : failed('status.revoked_unexplained')
    case 'suspended':
      return read.change
        ? failed('status.suspended', { ...read.change })
        : failed('status.suspended_unexplained')
    case 'refreshed':
      return warning('status.refreshed')
    case 'message':
      return passed('status.message', { message: read.message })
    case 'unclear':
      return unknown(read.code, read.params)
  }
}

/** Only the credential's own issuer may say that it is revoked or not: same seal, or same organisation, trusted. */
function doubtIssuer(
  listSeal: Certificate,
  intermediates: readonly Certificate[],
  credentialSeal: Certificate,
  { at, trust }: VerifyContext,
): 'status.issuer_mismatch' | 'status.unverified' | undefined {
  if (listSeal.sha256 === credentialSeal.sha256)
    return at > listSeal.notAfter ? 'status.unverified' : undefined
  const organisation = listSeal.subject.organizationIdentifier
  if (organisation === undefined || organisation !== credentialSeal.subject.organizationIdentifier) {
    return 'status.issuer_mismatch'
  }
  const { state } = trust.findIssuer({ certificateChain: [listSeal, ...intermediates], at })
  return state === 'known' ? undefined : 'status.unverified'
}
