import { createHash } from 'node:crypto'
import { type Check, type CheckId, type Report, verdictOf } from '../report/index.ts'
import { type CheckStep, checkSteps, presentationSteps } from './checks/index.ts'
import { consultedLists } from './consulted-lists.ts'
import { type Examination, skipped } from './examination.ts'
import { examine } from './examine.ts'
import { holderFacts } from './holder-facts.ts'
import { signerFacts } from './signer-facts.ts'
import type { VerifyContext } from './verify-context.ts'
import { openVisit, type Visit } from './visit.ts'

/**
 * Bytes → Report: is it genuine, and in force at `context.at`? Never throws for a bad credential. A check that
 * finds several things gives several entries, the gravest first.
 */
export async function verifyCredential(bytes: Uint8Array, context: VerifyContext): Promise<Report> {
  return verifyOne(bytes, openVisit(context))
}

async function verifyOne(bytes: Uint8Array, visit: Visit): Promise<Report> {
  const examination = await openPresentation(await examine(bytes, visit))
  const checks = await makeChecks(examination)
  const { at, trust } = visit.context
  const lists = consultedLists(trust.summarise(at), checks)
  const isSealHeld = statesOf('seal', checks).every(state => state === 'passed' || state === 'warning')
  const { seal, reports } = examination
  return {
    verdict: verdictOf(checks),
    format: examination.format,
    checkedAt: at.toISOString(),
    checks,
    ...(lists ? { lists } : {}),
    ...(seal && isSealHeld ? { signers: signerFacts(seal) } : {}),
    ...showContent(examination, checks),
    ...(reports ? { credentials: reports } : {}),
    digest: createHash('sha256').update(bytes).digest('hex'),
  }
}

async function makeChecks(examination: Examination): Promise<Check[]> {
  const checks: Check[] = []
  for (const step of examination.format === 'presentation' ? presentationSteps : checkSteps) {
    const findings = canBeMade(step, checks) ? await step.run(examination) : notMade(step)
    checks.push(...findings.map(finding => ({ id: step.id, ...finding })))
  }
  return checks
}

/** What a holder was to prove is a question only of what can be proved. */
function notMade({ id }: CheckStep) {
  return id === 'holder' ? [] : [skipped('check.not_made')]
}

/** Each credential of a presentation is checked for itself; in a broken one nobody shows anything. */
async function openPresentation(examination: Examination): Promise<Examination> {
  const { presented, seal, visit } = examination
  if (!presented || (seal?.outcome.ok === false && !seal.outcome.undecided)) return examination
  const within: Visit = { ...visit, presenter: { holder: presented.holder } }
  const reports: Report[] = []
  for (const bytes of presented.credentials) reports.push(await verifyOne(bytes, within))
  return { ...examination, reports }
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
function showContent(
  { content }: Examination,
  checks: readonly Check[],
): Pick<Report, 'credential' | 'holder'> {
  const isBroken = statesOf('seal', checks).some(state => state === 'failed' || state === 'skipped')
  return content && !isBroken ? { credential: content.view, holder: holderFacts(content.holder) } : {}
}
