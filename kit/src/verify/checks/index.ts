import type { CheckId } from '../../report/index.ts'
import type { CheckFinding, Examination } from '../examination.ts'
import { checkCompleteness } from './completeness.ts'
import { checkContents } from './contents.ts'
import { checkDates } from './dates.ts'
import { checkFormat } from './format.ts'
import { checkHolder } from './holder.ts'
import { checkIssuer } from './issuer.ts'
import { checkPresenter } from './presenter.ts'
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
 * The checks in their order. No status is fetched, and nothing that the content says is used, before the seal
 * holds and is its issuer's; an unsealed document's dates and parts may be looked at.
 */
export const checkSteps: readonly CheckStep[] = [
  { id: 'format', needs: {}, run: checkFormat },
  { id: 'seal', needs: {}, run: checkSeal },
  { id: 'issuer', needs: { format: 'held', seal: 'held' }, run: checkIssuer },
  { id: 'dates', needs: { format: 'held', seal: 'not-failed' }, run: checkDates },
  { id: 'status', needs: { format: 'held', seal: 'held', issuer: 'not-failed' }, run: checkStatus },
  { id: 'holder', needs: { format: 'held', seal: 'held' }, run: checkHolder },
  { id: 'completeness', needs: { format: 'held', seal: 'not-failed' }, run: checkCompleteness },
]

/** A presentation issues nothing: it only brings credentials together and says who shows them. */
export const presentationSteps: readonly CheckStep[] = [
  { id: 'format', needs: {}, run: checkFormat },
  { id: 'seal', needs: {}, run: checkSeal },
  { id: 'holder', needs: { format: 'held' }, run: checkPresenter },
  { id: 'contents', needs: { format: 'held' }, run: checkContents },
]
