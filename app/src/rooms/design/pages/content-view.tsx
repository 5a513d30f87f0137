import { type MicroCredentialContent, type Organisation, outcomeSentence } from '@meritum/kit/elm'
import {
  DefinitionList,
  type Fact,
  LevelBar,
  Outcome,
  OutcomeList,
  Text,
} from '../../../web/components/index.ts'
import { formatNumber } from '../../../web/i18n/index.ts'
import { countryName } from '../../organisation/index.ts'
import type { Visit } from '../../route.ts'
import { pickParts } from './pick-parts.ts'

type Words = Pick<Visit, 't' | 'locale'>

/** What the holder can do, each with how it is judged. */
export function ContentOutcomes({
  words,
  content,
}: {
  words: Words
  content: Pick<MicroCredentialContent, 'outcomes'>
}) {
  const { t, locale } = words
  return (
    <OutcomeList>
      {content.outcomes.map(outcome => {
        const picked = pickParts(outcome, locale)
        return (
          <Outcome
            category={outcome.category}
            sentence={picked && <span lang={picked.language}>{outcomeSentence(picked.parts)}</span>}
            note={
              <>
                <p>
                  {t('design.criterion.label')}: <Text value={outcome.criterion} />
                </p>
                <p>
                  {t('design.facts.methods')}:{' '}
                  {outcome.methods.map(method => t(`codes.method.${method}`)).join(', ')}
                </p>
              </>
            }
          />
        )
      })}
    </OutcomeList>
  )
}

/** The short facts of Annex I, each with its name. */
export function contentFacts({ t, locale }: Words, content: MicroCredentialContent): Fact[] {
  const { workload, level, validity, participation, qualityAssurance: quality, stackability } = content
  const countries = content.countries.map(code => countryName(code, locale)).join(', ')
  const facts: (Fact | false)[] = [
    {
      term: t('codes.element.workload'),
      value: t('design.facts.hours', { hours: formatNumber(locale, workload.hours) }),
      ...(workload.ects
        ? { note: t('design.facts.ects', { ects: formatNumber(locale, workload.ects) }) }
        : {}),
    },
    { term: t('design.facts.level_decided'), value: t('design.facts.level_none') },
    level.kind === 'estimate' && {
      term: t('design.facts.level_estimate'),
      value: (
        <>
          {t('design.level.of_eight', { level: level.level })} <LevelBar level={level.level} />
        </>
      ),
    },
    {
      term: t('codes.element.participation'),
      value: t(`codes.mode.${participation.mode}`),
      note: t(`codes.setting.${participation.setting}`),
    },
    {
      term: t('codes.element.quality-assurance'),
      value: t('design.facts.quality', {
        kind: t(`codes.quality_kind.${quality.kind}`),
        standard: t(`codes.quality_standard.${quality.standard}`),
      }),
      note: <Text value={quality.description} />,
    },
    {
      term: t('design.facts.country'),
      value: content.region ? `${countries} (${content.region})` : countries,
    },
    content.supervision !== undefined && {
      term: t('design.supervision.label'),
      value: t(`codes.supervision.${content.supervision}`),
    },
    {
      term: t('design.facts.validity'),
      value:
        validity.kind === 'months'
          ? t('design.facts.months', { months: validity.months })
          : t('design.validity.unlimited'),
    },
    stackability !== undefined && {
      term: t('design.stackability.label'),
      value: t(`codes.stackability.${stackability.kind}`),
      note: <Text value={stackability.description} />,
    },
  ]
  return facts.filter(fact => fact !== false)
}

/** Everything else that the micro-credential says, in its designer's own words. */
function contentNotes({ t }: Words, content: MicroCredentialContent): Fact[] {
  const codes = [
    content.ssyk && `SSYK ${content.ssyk}`,
    content.sun && `SUN ${content.sun}`,
    content.sni && `SNI ${content.sni}`,
  ].filter(Boolean)
  const facts: (Fact | false)[] = [
    content.need !== undefined && { term: t('design.need.label'), value: <Text value={content.need} /> },
    content.prerequisites !== undefined && {
      term: t('design.prerequisites.label'),
      value: <Text value={content.prerequisites} />,
    },
    content.gradingScheme !== undefined && {
      term: t('design.grading.label'),
      value: <Text value={content.gradingScheme} />,
    },
    content.authorisations !== undefined && {
      term: t('design.authorisations.label'),
      value: <Text value={content.authorisations} />,
    },
    content.influencingFactors !== undefined && {
      term: t('design.factors.label'),
      value: <Text value={content.influencingFactors} />,
    },
    content.issuerRequirements !== undefined && {
      term: t('design.issuers.label'),
      value: <Text value={content.issuerRequirements} />,
    },
    codes.length > 0 && { term: t('design.facts.codes'), value: codes.join(', ') },
    content.esco !== undefined && {
      term: t('design.esco.label'),
      value: <Address href={content.esco} />,
    },
    content.furtherInformation !== undefined && {
      term: t('design.further.label'),
      value: <Text value={content.furtherInformation} />,
    },
    content.homepage !== undefined && {
      term: t('design.homepage.label'),
      value: <Address href={content.homepage} />,
    },
  ]
  return facts.filter(fact => fact !== false)
}

/** An organisation with where it is and its page. */
export function OrganisationLines({ words, organisation }: { words: Words; organisation: Organisation }) {
  const country = countryName(organisation.country, words.locale)
  return (
    <>
      <strong>
        <Text value={organisation.legalName} />
      </strong>
      <br />
      {organisation.locality ? `${organisation.locality}, ${country}` : country}
      {organisation.homepage && (
        <>
          <br />
          <Address href={organisation.homepage} />
        </>
      )}
    </>
  )
}

/** A web address as a link; it may be longer than a phone is wide. */
function Address({ href }: { href: string }) {
  return (
    <span class="m-address">
      <a href={href}>{href}</a>
    </span>
  )
}

/** Long texts with their names, in plain weight. */
export function ContentNotes({ words, content }: { words: Words; content: MicroCredentialContent }) {
  return (
    <div class="m-texts">
      <DefinitionList facts={contentNotes(words, content)} />
    </div>
  )
}
