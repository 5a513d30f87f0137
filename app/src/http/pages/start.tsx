import { pageLimits, type Route } from '../../rooms/route.ts'
import { ActionCards, Section } from '../../web/components/index.ts'
import { useLanguage } from '../../web/i18n/index.ts'
import { countPublished } from './count-published.ts'
import { FindBox, FourQuestions, Hero } from './start-parts.tsx'

/** `GET /` */
export const startPage: Route = {
  method: 'GET',
  path: '/',
  kind: 'page',
  who: 'anyone',
  limits: pageLimits.read,
  async handle(visit) {
    const published = await countPublished(visit.services)
    const head = { title: visit.t('start.title'), place: 'start', size: 'md' } as const
    return visit.page(
      head,
      <StartPage published={published} now={visit.services.clock.now()} formToken={visit.formToken} />,
    )
  },
}

export interface StartPageProps {
  readonly published: number
  readonly now: Date
  readonly formToken: string
}

/** First of all: a credential can be checked here, without an account. */
export function StartPage({ published, now, formToken }: StartPageProps) {
  const { t } = useLanguage()
  return (
    <>
      <Hero now={now} formToken={formToken} />
      <FindBox published={published} />
      <Section title={t('start.sign_in.title')} tinted>
        <ActionCards
          cards={[
            {
              href: '/sign-in?to=/wallet',
              icon: 'bookmark',
              title: t('start.sign_in.wallet'),
              text: t('start.sign_in.wallet_text'),
            },
            {
              href: '/sign-in?to=/design',
              icon: 'edit',
              title: t('start.sign_in.design'),
              text: t('start.sign_in.design_text'),
            },
            {
              href: '/sign-in?to=/assessment',
              icon: 'tasks',
              title: t('start.sign_in.assess'),
              text: t('start.sign_in.assess_text'),
            },
            {
              href: '/sign-in?to=/issuing',
              icon: 'seal',
              title: t('start.sign_in.issue'),
              text: t('start.sign_in.issue_text'),
            },
          ]}
        />
      </Section>
      <FourQuestions />
    </>
  )
}
