import type { IssuerKnowledge, TrustSourceSummary } from '../../trust/index.ts'
import { type CheckFinding, warning } from '../examination.ts'

/** What can be said of the lists themselves: those that weren't there, and those that are past their end. */
export function doubtLists(lists: readonly TrustSourceSummary[], knowledge: IssuerKnowledge): CheckFinding[] {
  const missing = lists.filter(({ state }) => state === 'could-not-load')
  const ownFinding = knowledge.state === 'stale' ? knowledge.source.id : undefined
  const stale = lists.filter(({ id, state }) => state === 'stale' && id !== ownFinding)
  return [
    ...(missing.length > 0 ? [warning('trust.list_unavailable', name(missing))] : []),
    ...(stale.length > 0 ? [warning('trust.list_stale', name(stale))] : []),
  ]
}

function name(lists: readonly TrustSourceSummary[]) {
  return { count: lists.length, sources: lists.map(list => list.name).join(', ') }
}
