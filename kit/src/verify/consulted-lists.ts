import type { Check, ConsultedList } from '../report/index.ts'
import type { TrustSourceSummary } from '../trust/index.ts'

/** The lists that the issuer was looked for in; none when it wasn't looked for. */
export function consultedLists(
  lists: readonly TrustSourceSummary[],
  checks: readonly Check[],
): readonly ConsultedList[] | undefined {
  const findings = checks.filter(({ id }) => id === 'issuer')
  if (findings.every(({ state, code }) => state === 'skipped' || code === 'check.not_made')) return undefined
  const found = findings.find(({ code }) => code !== 'cert.untrusted')?.params?.list
  return lists.map(({ id, name, kind, state, issued, loadedAt, nextUpdate }) => ({
    id,
    name,
    kind,
    state,
    hasIssuer: id === found,
    ...(issued ? { issued: issued.toISOString() } : {}),
    ...(loadedAt ? { loadedAt: loadedAt.toISOString() } : {}),
    ...(nextUpdate ? { nextUpdate: nextUpdate.toISOString() } : {}),
  }))
}
