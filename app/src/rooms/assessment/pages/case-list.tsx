import { can } from '../../../access/can.ts'
import { Actions, Empty, LinkButton, PageHeading, Text, Width } from '../../../web/components/index.ts'
import { defaultTimeZone, formatWeekday, type Translate } from '../../../web/i18n/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { type CaseSummary, listCases } from '../queries.ts'
import { casePath } from './case-links.ts'
import { StateDots } from './state-dots.tsx'

/** What the assessor has to do, the unfinished first. */
export const caseListPage: Route = {
  method: 'GET',
  path: '/assessment',
  kind: 'page',
  who: 'assessment.read',
  limits: pageLimits.read,
  async handle(visit) {
    const cases = await listCases(visit.services, visit.actor)
    const { t } = visit
    const head = { title: t('assessment.list.title'), place: 'assessment', size: 'sm' } as const
    return visit.page(
      head,
      cases.length === 0 ? <NoCases visit={visit} /> : <CaseList visit={visit} cases={cases} />,
    )
  },
}

function NoCases({ visit: { t, actor } }: { visit: Visit }) {
  return (
    <Width>
      <Empty level={1} title={t('assessment.list.empty.title')} text={t('assessment.list.empty.text')}>
        {can(actor, 'assessment.open') && (
          <LinkButton href="/assessment/new" icon="add">
            {t('assessment.list.open')}
          </LinkButton>
        )}
      </Empty>
    </Width>
  )
}

function CaseList({ visit, cases }: { visit: Visit; cases: readonly CaseSummary[] }) {
  const { t, locale } = visit
  const open = cases.filter(({ state }) => state === 'open')
  const done = cases.filter(({ state }) => state !== 'open')
  const decides = can(visit.actor, 'assessment.decide')
  const next = decides ? open[0] : undefined
  return (
    <Width narrow="form">
      <PageHeading
        title={formatWeekday(locale, visit.services.clock.now(), defaultTimeZone)}
        lead={t('assessment.list.lead', { all: cases.length, done: done.length })}
      />
      <ul class="m-case-list">
        {[...open, ...done].map(summary => (
          <CaseRow summary={summary} t={t} />
        ))}
      </ul>
      <Actions>
        {next && (
          <LinkButton href={casePath(next.caseId)} wide>
            {t('assessment.list.go_on', { name: next.personName ?? t('assessment.person_gone') })}
          </LinkButton>
        )}
        {decides && (
          <LinkButton href="/assessment/new" icon="add" variant={next ? 'secondary' : 'primary'} wide>
            {t('assessment.list.open')}
          </LinkButton>
        )}
      </Actions>
    </Width>
  )
}

function CaseRow({ summary, t }: { summary: CaseSummary; t: Translate }) {
  const left = summary.states.filter(state => state !== 'met').length
  const words =
    summary.state === 'awarded' ? t('assessment.list.awarded') : t('assessment.list.left', { left })
  return (
    <li class="m-case-list__row">
      <h2>
        <a href={casePath(summary.caseId)}>{summary.personName ?? t('assessment.person_gone')}</a>
      </h2>
      <p class="m-quiet">
        <Text value={summary.version.content.title} />
      </p>
      <StateDots states={summary.states} words={words} />
    </li>
  )
}
