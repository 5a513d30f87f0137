import type { StatusRead } from '../../status/index.ts'
import {
  type CheckFinding,
  type Examination,
  failed,
  passed,
  skipped,
  unknown,
  warning,
} from '../examination.ts'
import { readPublishedStatus } from '../read-published-status.ts'

/** Whether the issuer has taken it back. A list that can't be relied on never makes it valid, nor invalid. */
export async function checkStatus({ content, seal, visit }: Examination): Promise<CheckFinding[]> {
  if (!content || !seal?.signer) return [unknown('check.not_made')]
  if (content.statuses.length === 0) return [skipped('status.none')]
  const issuer = { id: content.issuer.id, signer: seal.signer }
  const findings: CheckFinding[] = []
  for (const pointer of content.statuses) {
    findings.push(say(await readPublishedStatus(pointer, issuer, visit)))
  }
  return [
    findings.find(({ state }) => state === 'failed') ??
      findings.find(({ state }) => state === 'unknown') ??
      findings.find(({ code }) => code !== 'status.in_force') ??
      passed('status.in_force'),
  ]
}

function say(read: StatusRead): CheckFinding {
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
