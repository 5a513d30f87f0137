import type { CheckId } from '../../report/index.ts'
import type { CheckFinding, Examination } from '../examination.ts'
import { checkCompleteness } from './completeness.ts'
import { checkDates } from './dates.ts'
import { checkFormat } from './format.ts'
import { checkIssuer } from './issuer.ts'
import { checkSeal } from './seal.ts'
import { checkStatus } from './status.ts'

/** What an earlier check must have found for this one to be made. */
type Need = 'held' | 'not-failed'

export interface CheckStep {
  readonly id: CheckId
  readonly needs: Readonly<Partial<Record<CheckId, Need>>>
  readonly run: (examination: Examination) => CheckFinding[] | Promise<CheckFinding[]>
}

/**
 * The checks in their order. Nothing is fetched, and nothing that the content says is used, before the seal
 * holds and the content names the sealer; an unsealed document's dates and parts may be looked at.
 */
export const checkSteps: readonly CheckStep[] = [
  { id: 'format', needs: {}, run: checkFormat },
  { id: 'seal', needs: {}, run: checkSeal },
  { id: 'issuer', needs: { format: 'held', seal: 'held' }, run: checkIssuer },
  { id: 'dates', needs: { format: 'held', seal: 'not-failed' }, run: checkDates },
  { id: 'status', needs: { format: 'held', seal: 'held', issuer: 'not-failed' }, run: checkStatus },
  { id: 'completeness', needs: { format: 'held', seal: 'not-failed' }, run: checkCompleteness },
]
