import type { Check, CheckId, Report } from '@meritum/kit/report'

/**
 * What a report comes to, in the words of the page. `verdict` alone is too coarse for a reader: a credential
 * that has expired is invalid today and none the less genuine.
 */
export type VerdictKind =
  | 'valid'
  | 'expired'
  | 'not-yet'
  | 'revoked'
  | 'suspended'
  | 'invalid'
  | 'unreadable'
  | 'unsealed'
  | 'issuer-unknown'
  | 'old-seal'
  | 'status-unknown'
  | 'unclear'

/** The gravest finding of a check. */
export function findingOf(report: Report, id: CheckId): Check | undefined {
  return report.checks.find(check => check.id === id)
}

/** Whether the seal holds and whoever made it is known: what "genuine" means. */
export function isGenuine(report: Report): boolean {
  const held = (id: CheckId) =>
    report.checks
      .filter(check => check.id === id)
      .every(({ state, code }) => state === 'passed' || (state === 'warning' && code.startsWith('trust.')))
  if (report.credentials) return report.credentials.length > 0 && report.credentials.every(isGenuine)
  return held('seal') && held('issuer') && findingOf(report, 'seal') !== undefined
}

export function readVerdict(report: Report): VerdictKind {
  if (report.verdict === 'valid') return 'valid'
  if (report.format === 'unknown') return 'unreadable'
  if (findingOf(report, 'seal')?.code === 'seal.none' || report.format === 'edc-unsealed')
    return report.credential ? 'unsealed' : 'unreadable'
  return report.verdict === 'invalid' ? readInvalid(report) : readIndeterminate(report)
}

/** Only time and revocation leave the seal's word standing; anything else that is disproved takes it away. */
function readInvalid(report: Report): VerdictKind {
  const codes = report.checks.filter(check => check.state === 'failed').map(check => check.code)
  const outlived = (code: string) => /^status\.(revoked|suspended)/.test(code) || code === 'dates.expired'
  if (!codes.every(code => outlived(code) || code === 'dates.not_yet_valid')) return 'invalid'
  if (codes.some(code => code.startsWith('status.revoked'))) return 'revoked'
  if (codes.some(code => code.startsWith('status.suspended'))) return 'suspended'
  return codes.includes('dates.expired') ? 'expired' : 'not-yet'
}

function readIndeterminate(report: Report): VerdictKind {
  const codes = report.checks.filter(check => check.state === 'unknown').map(check => check.code)
  const isUnknown = (code: string) => code === 'issuer.unknown' || code === 'key.unconfirmed'
  if (codes.some(code => isUnknown(code) || code.startsWith('trust.'))) return 'issuer-unknown'
  if (codes.includes('jades.no_poe')) return 'old-seal'
  return codes.every(code => code.startsWith('status.')) ? 'status-unknown' : 'unclear'
}

/** The content may be shown, with the warning that belongs to the verdict. */
export function showsContent(kind: VerdictKind): boolean {
  return kind !== 'invalid' && kind !== 'unreadable'
}
