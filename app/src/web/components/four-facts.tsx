import type { Child } from 'hono/jsx'
import { useLanguage } from '../i18n/index.ts'

export interface FactAnswer {
  readonly answer: Child
  readonly note?: Child
}

export interface FourFactsProps {
  readonly designedBy?: FactAnswer | undefined
  readonly issuedBy?: FactAnswer | undefined
  readonly outcomes?: FactAnswer | undefined
  readonly qualityAssurance?: FactAnswer | undefined
}

/** The four questions, always in the same order; an answer that is missing reads "Not stated". */
export function FourFacts(props: FourFactsProps) {
  const { t } = useLanguage()
  const facts = [
    [t('web.four_facts.designed_by'), props.designedBy],
    [t('web.four_facts.issued_by'), props.issuedBy],
    [t('web.four_facts.outcomes'), props.outcomes],
    [t('web.four_facts.quality'), props.qualityAssurance],
  ] as const
  return (
    <dl class="m-four-facts">
      {facts.map(([question, fact]) => (
        <div class="m-four-facts__fact">
          <dt>{question}</dt>
          <dd>
            <div class="m-four-facts__answer">{fact?.answer ?? t('web.four_facts.not_stated')}</div>
            {fact?.note && <div class="m-four-facts__note">{fact.note}</div>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
