import { Columns, Section, StepList } from '../../../web/components/index.ts'
import type { VerdictKind } from '../read-verdict.ts'
import { paramOf, type Reading } from './answers.ts'
import { ListsLookedIn } from './lists-looked-in.tsx'

type Step =
  | 'ask-renewed'
  | 'decide-yourself'
  | 'wait'
  | 'do-not-rely'
  | 'ask-issuer-why'
  | 'ask-newer'
  | 'ask-original'
  | 'check-again'
  | 'find-issuer'
  | 'ask-issuer'
  | 'ask-holder'
  | 'ask-newly-sealed'
  | 'later'
  | 'ask-sealed'

const stepsOf: Readonly<Record<VerdictKind, readonly Step[]>> = {
  valid: [],
  expired: ['ask-renewed', 'decide-yourself'],
  'not-yet': ['wait'],
  revoked: ['do-not-rely', 'ask-issuer-why', 'ask-newer'],
  suspended: ['later', 'ask-issuer-why'],
  invalid: ['ask-original', 'check-again'],
  unreadable: ['ask-original', 'check-again'],
  unsealed: ['ask-sealed'],
  'issuer-unknown': ['find-issuer', 'ask-issuer', 'ask-holder'],
  'old-seal': ['ask-newly-sealed', 'find-issuer', 'ask-issuer'],
  'status-unknown': ['later', 'ask-issuer-why'],
  unclear: ['ask-original', 'check-again'],
}

/** What the reader can do now. Nothing for a credential that is genuine and in force. */
export function NextSteps({ reading }: { reading: Reading }) {
  const { kind, report, t } = reading
  const steps = stepsOf[kind]
  if (steps.length === 0) return null
  const isUnlisted = report.checks.some(({ code }) => code === 'issuer.unknown')
  const named = isUnlisted ? 'issuer' : kind === 'old-seal' ? 'time' : undefined
  const title = named ? t(`verifying.steps.${named}.title`) : t('verifying.steps.title')
  const list = (
    <>
      {named && <p class="m-section__lead">{t(`verifying.steps.${named}.lead`)}</p>}
      <StepList
        steps={steps.map(step => ({ act: t(`verifying.step.${step}.act`), text: textOf(step, reading) }))}
      />
    </>
  )
  if (kind !== 'issuer-unknown') return <Section title={title}>{list}</Section>
  return (
    <Section>
      <Columns side={<ListsLookedIn reading={reading} />}>
        <h2>{title}</h2>
        {list}
      </Columns>
    </Section>
  )
}

function textOf(step: Step, { report, t }: Reading) {
  const fingerprint = step === 'ask-issuer' ? paramOf(report, 'issuer', 'fingerprint') : undefined
  if (fingerprint === undefined) return t(`verifying.step.${step}.text`)
  const code = fingerprint.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
  return `${t('verifying.step.ask-issuer.text')} ${t('verifying.step.ask-issuer.text_code', { code })}`
}
