import type { VerdictAnswer } from '../../../web/components/index.ts'
import { sayCheck } from '../say-check.ts'
import type { Reading } from './answers.ts'

/** Are they genuine, and are they in force: what is true of all of them is said, else where to look. */
export function answerPresentation(reading: Reading): {
  readonly genuine: VerdictAnswer
  readonly inForce: VerdictAnswer
} {
  const { report, locale, t } = reading
  const finding =
    report.checks.find(({ state }) => state === 'failed') ??
    report.checks.find(({ state }) => state === 'unknown') ??
    report.checks.find(({ id }) => id === 'contents')
  const text = finding ? sayCheck(finding, locale, t) : ''
  if (report.verdict === 'valid') {
    const yes = { kind: 'yes', word: t('verifying.genuine.yes.word') } as const
    return { genuine: { ...yes, text }, inForce: { ...yes, text: t('verifying.presentation.each') } }
  }
  const each: VerdictAnswer = {
    kind: 'untested',
    word: t('verifying.presentation.varies'),
    text: t('verifying.presentation.each'),
  }
  const isFailed = report.verdict === 'invalid'
  const genuine: VerdictAnswer = isFailed
    ? { kind: 'no', word: t('verifying.presentation.not_all'), text }
    : { kind: 'unclear', word: t('verifying.genuine.unclear.word'), text }
  return { genuine, inForce: each }
}
