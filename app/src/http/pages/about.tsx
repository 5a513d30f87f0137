import { pageLimits, type Route } from '../../rooms/route.ts'
import {
  DefinitionList,
  FourFacts,
  IsAndIsNot,
  LinkButton,
  PageHeading,
  Section,
  StepList,
  Width,
} from '../../web/components/index.ts'
import { useLanguage } from '../../web/i18n/index.ts'

/** `GET /about` */
export const aboutPage: Route = {
  method: 'GET',
  path: '/about',
  kind: 'page',
  who: 'anyone',
  limits: pageLimits.read,
  handle: visit =>
    visit.page({ title: visit.t('start.about.title'), place: 'about', size: 'md' }, <AboutPage />),
}

/** What a micro-credential is and isn't, how one comes about, and what a check can answer. */
export function AboutPage() {
  const { t } = useLanguage()
  return (
    <>
      <Width>
        <PageHeading title={t('start.about.title')} lead={t('start.about.lead')} />
        <IsAndIsNot
          level={2}
          isTitle={t('start.about.is')}
          is={[
            t('start.about.is.assessed'),
            t('start.about.is.own'),
            t('start.about.is.checkable'),
            t('start.about.is.stackable'),
          ]}
          isNotTitle={t('start.about.is_not')}
          isNot={[
            t('start.about.is_not.degree'),
            t('start.about.is_not.right'),
            t('start.about.is_not.attendance'),
          ]}
        />
      </Width>
      <Section title={t('start.about.four.title')} lead={t('start.about.four.lead')} tinted>
        <FourFacts
          designedBy={{ answer: t('start.four.designed'), note: t('start.about.four.designed') }}
          issuedBy={{ answer: t('start.four.issued'), note: t('start.about.four.issued') }}
          outcomes={{ answer: t('start.four.outcomes'), note: t('start.about.four.outcomes') }}
          qualityAssurance={{ answer: t('start.four.quality'), note: t('start.about.four.quality') }}
        />
      </Section>
      <Section title={t('start.about.way.title')}>
        <Way />
      </Section>
      <Section title={t('start.about.answers.title')}>
        <Answers />
        <LinkButton href="/verify">{t('start.about.action')}</LinkButton>
      </Section>
    </>
  )
}

function Way() {
  const { t } = useLanguage()
  const steps = (['design', 'assess', 'issue', 'hold', 'check'] as const).map(step => ({
    act: t(`start.about.way.${step}`),
    text: t(`start.about.way.${step}_text`),
  }))
  return <StepList steps={steps} />
}

function Answers() {
  const { t } = useLanguage()
  const facts = (['valid', 'expired', 'revoked', 'invalid', 'indeterminate'] as const).map(verdict => ({
    term: t(`web.verdict.${verdict}`),
    value: t(`start.about.answers.${verdict}`),
  }))
  return <DefinitionList facts={facts} />
}
