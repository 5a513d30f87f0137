import type { OutcomeCategory } from '@meritum/kit/elm'
import { Alert, Button } from '../../../web/components/index.ts'
import type { Visit } from '../../route.ts'
import type { Advice } from './find-advice.ts'

/** What the linter noticed, why it matters, and verbs to use instead, each a button that changes the sentence. */
export function OutcomeAdvice(props: {
  visit: Visit
  advice: Advice
  category: OutcomeCategory | undefined
}) {
  const { visit, advice, category } = props
  const { t } = visit
  const suggestions = advice.suggestions ?? []
  const why =
    advice.code === 'outcome.verb_vague'
      ? t(`design.advice.vague_${category ? shortCategory[category] : 'any'}`)
      : t(`design.${advice.code}.text`, advice.params)
  return (
    <Alert
      tone="attention"
      title={t(`design.${advice.code}.title`, advice.params)}
      actions={
        suggestions.length > 0 &&
        suggestions.map((verb, order) => (
          <Button
            name="use"
            value={`${advice.language}:${verb}`}
            variant={order === 0 ? 'secondary' : 'tertiary'}
          >
            {t('design.advice.change_to', { verb })}
          </Button>
        ))
      }
    >
      {why}
    </Alert>
  )
}

const shortCategory = {
  knowledge: 'knowledge',
  skill: 'skill',
  'responsibility-and-autonomy': 'responsibility',
} as const
