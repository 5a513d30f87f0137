import { outcomeSentence } from '@meritum/kit/elm'
import { Outcome, OutcomeList } from '../../../web/components/index.ts'
import type { Visit } from '../../route.ts'
import type { MicroCredential } from '../queries.ts'
import { pickParts } from './pick-parts.ts'

/** How each outcome may be assessed: written with the outcome itself, gathered here. */
export function AssessmentMethods({ visit, micro }: { visit: Visit; micro: MicroCredential }) {
  const { t, locale } = visit
  const outcomes = micro.draft.outcomes ?? []
  if (outcomes.length === 0) return <p>{t('design.assessment.no_outcomes')}</p>
  return (
    <OutcomeList>
      {outcomes.map(outcome => {
        const picked = pickParts(outcome, locale)
        return (
          <Outcome
            category={outcome.category}
            sentence={picked && <span lang={picked.language}>{outcomeSentence(picked.parts)}</span>}
            note={
              outcome.methods.length > 0
                ? outcome.methods.map(method => t(`codes.method.${method}`)).join(' · ')
                : t('design.assessment.no_method')
            }
            action={
              <a href={`/design/${micro.id}/outcomes/${outcome.id}#field-methods`}>
                {t('design.assessment.change')}
              </a>
            }
          />
        )
      })}
    </OutcomeList>
  )
}
