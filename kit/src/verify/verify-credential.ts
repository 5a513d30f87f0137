import { createHash } from 'node:crypto'
import { type Check, type CheckId, type Report, verdictOf } from '../report/index.ts'
import { type CheckStep, checkSteps } from './checks/index.ts'
import { consultedLists } from './consulted-lists.ts'
import { type Examination, skipped } from './examination.ts'
import { examine } from './examine.ts'
import type { VerifyContext } from './verify-context.ts'

/**
 * Bytes → Report: is it genuine, and in force at `context.at`? Never throws for a bad credential. A check that
 * finds several things gives several entries, the gravest first; every check gives at least one.
 */
export async function verifyCredential(bytes: Uint8Array, context: VerifyContext): Promise<Report> {
  const examination = examine(bytes, context)
  const checks: Check[] = []
  for (const step of checkSteps) {
    const findings = canBeMade(step, checks) ? await step.run(examination) : [skipped('check.not_made')]
    checks.push(...findings.map(finding => ({ id: step.id, ...finding })))
  }
  const lists = consultedLists(context.trust.summarise(context.at), checks)
  return {
    verdict: verdictOf(checks),
    format: examination.format,
    checkedAt: context.at.toISOString(),
    checks,
    ...(lists ? { lists } : {}),
    ...showContent(examination, checks),
    digest: createHash('sha256').update(bytes).digest('hex'),
  }
}

function canBeMade({ needs }: CheckStep, checks: readonly Check[]): boolean {
  return Object.entries(needs).every(([id, need]) => {
    const states = statesOf(id as CheckId, checks)
    if (states.includes('failed') || states.includes('skipped')) return false
    return need === 'not-failed' || !states.includes('unknown')
  })
}

function statesOf(id: CheckId, checks: readonly Check[]): Check['state'][] {
  return checks.filter(check => check.id === id).map(({ state }) => state)
}

/** What a broken seal covers is nobody's word, so it isn't shown. */
function showContent({ content }: Examination, checks: readonly Check[]): Pick<Report, 'credential'> {
  const isBroken = statesOf('seal', checks).some(state => state === 'failed' || state === 'skipped')
  return content && !isBroken ? { credential: content.view } : {}
}
