import { useLanguage } from '../i18n/index.ts'
import { RadioCards } from './radio-cards.tsx'

export const outcomeChoices = ['met', 'not-yet-met', 'not-assessed'] as const
export type OutcomeChoice = (typeof outcomeChoices)[number]

/** The assessor's three results of one outcome, each with its shape and word. */
export function ResultChoice(props: {
  name: string
  label: string
  value?: OutcomeChoice | undefined
  choices?: readonly OutcomeChoice[]
}) {
  const { t } = useLanguage()
  const looks = {
    met: { icon: 'met-filled', tone: 'good' },
    'not-yet-met': { icon: 'not-yet', tone: 'attention' },
    'not-assessed': { icon: 'none' },
  } as const
  const options = (props.choices ?? outcomeChoices).map(choice => ({
    value: choice,
    label: t(`codes.result.${choice}`),
    ...looks[choice],
  }))
  return <RadioCards name={props.name} label={props.label} value={props.value} options={options} />
}
