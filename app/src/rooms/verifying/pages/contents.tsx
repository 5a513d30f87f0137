import type { CredentialView } from '@meritum/kit/elm'
import type { LangString } from '@meritum/kit/text'
import type { Child } from 'hono/jsx'
import {
  DefinitionList,
  Details,
  type Fact,
  Outcome,
  OutcomeList,
  Section,
  Text,
} from '../../../web/components/index.ts'
import { formatDate } from '../../../web/i18n/index.ts'
import { sayWorkload } from '../say-workload.ts'
import type { Reading } from './answers.ts'

/** Every outcome in its whole sentence, and folded away the rest of what the file says. */
export function Outcomes({ reading, credential }: { reading: Reading; credential: CredentialView }) {
  const { genuine, t } = reading
  return (
    <Section id="outcomes" title={t('verifying.outcomes.title')} tinted={genuine}>
      {credential.outcomes.length === 0 && <p>{t('verifying.outcomes.none')}</p>}
      <OutcomeList>
        {credential.outcomes.map(({ category, title, criterion }) => (
          <Outcome
            category={category}
            sentence={<Text value={title} />}
            note={criterion && <Text value={criterion} />}
          />
        ))}
      </OutcomeList>
      <Everything reading={reading} credential={credential} />
    </Section>
  )
}

function Everything({ reading, credential }: { reading: Reading; credential: CredentialView }) {
  const { t, report } = reading
  const facts = [
    ...factsOf(reading, credential),
    { term: t('verifying.more.digest'), value: <code>{report.digest}</code> },
  ]
  return (
    <Details summary={t('verifying.more.title')}>
      <DefinitionList facts={facts} />
    </Details>
  )
}

export function factsOf({ locale, t }: Reading, credential: CredentialView): Fact[] {
  const date = (moment: string | undefined) => moment && formatDate(locale, moment)
  const text = (value: LangString | undefined): Child => value && <Text value={value} />
  const awarded = date(credential.awardingDate)
  const { place } = credential
  const rows: readonly (readonly [string, Child])[] = [
    [t('verifying.more.awarding_body'), joined(credential.awardingBodies.map(body => text(body.name)))],
    [
      t('verifying.more.awarded'),
      awarded && place ? t('verifying.more.place', { date: awarded, place }) : (awarded ?? place),
    ],
    [t('verifying.more.issued'), date(credential.issued)],
    [t('verifying.more.valid_from'), date(credential.validFrom)],
    [t('verifying.more.valid_until'), date(credential.validUntil)],
    [t('verifying.more.version'), credential.version],
    [t('verifying.more.workload'), sayWorkload(t, credential.workload)],
    [t('verifying.more.level'), text(credential.level)],
    [
      t('verifying.more.assessment'),
      joined(credential.assessments.map(({ type, title }) => text(type ?? title))),
    ],
    [t('verifying.more.supervision'), text(credential.supervision)],
    [t('verifying.more.participation'), text(credential.participation)],
    [t('verifying.more.prerequisites'), text(credential.prerequisites)],
    [t('verifying.more.stackability'), text(credential.stackability)],
    [t('verifying.more.work_tasks'), text(credential.workTasks)],
    [t('verifying.more.further'), text(credential.furtherInformation)],
    [t('verifying.more.mandate'), credential.mandate],
  ]
  const notes = credential.notes.map(
    ({ label, text: note }): Fact => ({
      term: labelOf(label, locale) ?? t('verifying.more.note'),
      value: text(note),
    }),
  )
  return [...rows.filter(([, value]) => value).map(([term, value]): Fact => ({ term, value })), ...notes]
}

function labelOf(label: LangString | undefined, locale: string): string | undefined {
  return label && (label[locale] ?? label.en ?? Object.values(label)[0])
}

/** One line each, every one once. */
function joined(values: readonly Child[]): Child {
  if (values.length === 0) return undefined
  return values.map(value => <div>{value}</div>)
}
