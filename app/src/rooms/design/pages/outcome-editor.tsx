import {
  assessmentMethods,
  type LearningOutcome,
  type OutcomeCategory,
  type OutcomeParts,
  outcomeCategories,
} from '@meritum/kit/elm'
import {
  Actions,
  Button,
  CheckboxGroup,
  Details,
  Form,
  LangFields,
  LinkButton,
  LiveSentence,
  languageName,
  PartLine,
  RadioCards,
  TextArea,
  TextField,
} from '../../../web/components/index.ts'
import type { Visit } from '../../route.ts'
import type { MicroCredential } from '../queries.ts'
import { usualIntroduction } from '../schemas/outcome.ts'
import type { Again } from './answer-form.ts'
import { type Advice, findAdvice } from './find-advice.ts'
import { OutcomeAdvice } from './outcome-advice.tsx'
import { SavedAt } from './studio.tsx'

/** An outcome that is being written: it may lack its category. */
export type WrittenOutcome = Omit<LearningOutcome, 'id' | 'category'> & {
  readonly category: OutcomeCategory | undefined
}

interface OutcomeEditorProps {
  readonly visit: Visit
  readonly micro: MicroCredential
  readonly outcome: WrittenOutcome
  readonly again: Again | undefined
}

/** How the sentence reads, what is wrong with it, how to mend it; then its parts. */
export function OutcomeEditor({ visit, micro, outcome, again }: OutcomeEditorProps) {
  const { t } = visit
  const languages = micro.draft.languages ?? ['sv']
  const advice = findAdvice(outcome, languages)
  const outcomePath = visit.params.outcomeId ?? 'new'
  return (
    <Form
      action={`/design/${micro.id}/outcomes/${outcomePath}`}
      token={visit.formToken}
      input={again?.input}
      problems={again?.problems ?? []}
    >
      <input type="hidden" name="revision" value={micro.revision} />
      <input type="hidden" name="advised" value={advice.map(({ key }) => key).join(' ')} />
      {/* The first submit button is the one that Enter presses: it saves and doesn't change a word. */}
      <button type="submit" hidden>
        {t('design.save_and_next')}
      </button>
      <Sentence visit={visit} outcome={outcome} language={languages[0]!} advice={advice} />
      <RadioCards
        name="category"
        label={t('design.category.label')}
        value={outcome.category}
        inline
        options={outcomeCategories.map(value => ({
          value,
          label: t(`codes.category.${value}`),
        }))}
      />
      <PartFields visit={visit} language={languages[0]!} parts={outcome.parts[languages[0]!]} />
      {languages.length > 1 && (
        <div>
          {languages.slice(1).map(language => (
            <Details
              summary={t('design.outcome.in_language', { language: languageName(visit.locale, language) })}
              open={
                again?.problems.some(({ field }) => field.startsWith(`parts.${language}.`)) ||
                advice.some(finding => finding.language === language)
              }
            >
              <Sentence visit={visit} outcome={outcome} language={language} advice={advice} />
              <PartFields visit={visit} language={language} parts={outcome.parts[language]} />
            </Details>
          ))}
        </div>
      )}
      <LangFields
        name="criterion"
        label={t('design.criterion.label')}
        help={t('design.criterion.help')}
        languages={languages}
        value={outcome.criterion}
        rows={3}
      />
      <CheckboxGroup
        name="methods"
        label={t('design.methods.label')}
        help={t('design.methods.help')}
        options={assessmentMethods.map(value => ({ value, label: t(`codes.method.${value}`) }))}
        chosen={outcome.methods}
      />
      <Actions>
        <Button>{t('design.save_and_next')}</Button>
        <LinkButton href={`/design/${micro.id}/outcomes`} variant="tertiary">
          {t('design.outcome.to_list')}
        </LinkButton>
      </Actions>
      <SavedAt visit={visit} micro={micro} />
    </Form>
  )
}

function Sentence(props: {
  visit: Visit
  outcome: WrittenOutcome
  language: string
  advice: readonly Advice[]
}) {
  const { visit, outcome, language } = props
  const parts = outcome.parts[language]
  const advice = props.advice.filter(finding => finding.language === language)
  if (!parts?.activity && !parts?.content) return null
  return (
    <>
      <LiveSentence
        parts={parts}
        language={language}
        findings={advice.flatMap(({ part }) => (part ? [part] : []))}
      />
      {advice.map(finding => (
        <OutcomeAdvice visit={visit} advice={finding} category={outcome.category} />
      ))}
    </>
  )
}

function PartFields(props: { visit: Visit; language: string; parts: OutcomeParts | undefined }) {
  const { visit, language, parts } = props
  const { t } = visit
  const name = (part: keyof OutcomeParts) => `parts.${language}.${part}`
  const words = (part: keyof OutcomeParts) => ({
    name: name(part),
    label: t(`codes.part.${part}`),
    value: parts?.[part],
    before: <PartLine part={part} />,
    language,
  })
  return (
    <div class="m-part-fields">
      <div class="m-part-fields__row">
        <TextField {...words('introduction')} value={parts?.introduction || usualIntroduction(language)} />
        <TextField {...words('activity')} />
      </div>
      <TextField {...words('content')} />
      <TextArea {...words('contextAndQuality')} rows={2} />
    </div>
  )
}
