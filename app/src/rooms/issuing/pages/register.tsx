import {
  Empty,
  LinkButton,
  PageHeading,
  Pagination,
  Section,
  Table,
  Tag,
  Text,
  Width,
} from '../../../web/components/index.ts'
import { formatDate } from '../../../web/i18n/index.ts'
import { type CaseSummary, listReadyCases } from '../../assessment/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { listAwards, type RegisterEntry, registerPage } from '../queries.ts'
import { awardPath, reviewPath } from './issuing-links.ts'

/** What is ready to be awarded, and the register of what has been. */
export const issuingPage: Route = {
  method: 'GET',
  path: '/issuing',
  kind: 'page',
  who: 'issuing.read',
  limits: pageLimits.read,
  async handle(visit) {
    const { services, actor, t } = visit
    const page = pageNumber(visit.url)
    const ready = await listReadyCases(services, actor)
    const { entries, total } = await listAwards(services, actor, page)
    const head = { title: t('issuing.list.title'), place: 'issuing', size: 'sm' } as const
    if (ready.length === 0 && total === 0) return visit.page(head, <NothingYet visit={visit} />)
    return visit.page(
      head,
      <>
        <Width>
          <PageHeading
            title={t('issuing.list.situation', { ready: ready.length })}
            lead={t(ready.length > 0 ? 'issuing.list.lead' : 'issuing.list.lead_none')}
          />
          {ready.length > 0 && <ReadyTable visit={visit} cases={ready} />}
        </Width>
        <Section title={t('issuing.register.title')} lead={t('issuing.register.lead', { total })} tinted>
          {entries.length > 0 && <RegisterTable visit={visit} entries={entries} />}
          <Pagination
            page={page}
            pages={Math.ceil(total / registerPage)}
            hrefOf={number => `/issuing?page=${number}`}
          />
        </Section>
      </>,
    )
  },
}

function pageNumber(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1
}

function NothingYet({ visit: { t } }: { visit: Visit }) {
  return (
    <Width>
      <Empty level={1} title={t('issuing.list.empty.title')} text={t('issuing.list.empty.text')}>
        <LinkButton href="/assessment" variant="secondary">
          {t('issuing.list.empty.act')}
        </LinkButton>
      </Empty>
    </Width>
  )
}

function ReadyTable({ visit, cases }: { visit: Visit; cases: readonly CaseSummary[] }) {
  const { t, locale } = visit
  return (
    <Table
      caption={t('issuing.ready.caption')}
      columns={[
        { key: 'person', label: t('issuing.column.person') },
        { key: 'title', label: t('issuing.column.micro_credential') },
        { key: 'since', label: t('issuing.column.ready_since') },
        { key: 'act', label: t('issuing.column.act') },
      ]}
      rows={cases.map(found => ({
        person: found.personName ?? t('issuing.person_gone'),
        title: <Text value={found.version.content.title} />,
        since: formatDate(locale, found.updatedAt),
        act: (
          <a href={reviewPath(found.caseId)}>
            {t('issuing.ready.review')}
            <span class="ds-sr-only"> {found.personName}</span>
          </a>
        ),
      }))}
    />
  )
}

function RegisterTable({ visit, entries }: { visit: Visit; entries: readonly RegisterEntry[] }) {
  const { t, locale } = visit
  return (
    <Table
      caption={t('issuing.register.title')}
      columns={[
        { key: 'person', label: t('issuing.column.person') },
        { key: 'title', label: t('issuing.column.micro_credential') },
        { key: 'date', label: t('issuing.column.awarded') },
        { key: 'state', label: t('issuing.column.state') },
      ]}
      rows={entries.map(entry => ({
        person: <RegisterName visit={visit} entry={entry} />,
        title: entry.award ? <Text value={entry.award.version.content.title} /> : '–',
        date: formatDate(locale, entry.decidedAt),
        state: <AwardTag visit={visit} state={entry.state} validUntil={entry.award?.validUntil} />,
      }))}
    />
  )
}

function RegisterName({ visit: { t }, entry: { award, awardId } }: { visit: Visit; entry: RegisterEntry }) {
  if (!award) return <span class="m-quiet">{t('issuing.erased')}</span>
  return (
    <a href={awardPath(awardId)}>
      {award.holder.givenName} {award.holder.familyName}
    </a>
  )
}

/** The state of an award as shape and word. */
export function AwardTag(props: {
  visit: Visit
  state: RegisterEntry['state']
  validUntil?: string | undefined
}) {
  const { visit, state, validUntil } = props
  const { t, services } = visit
  if (state === 'revoked') return <Tag tone="bad">{t('issuing.state.revoked')}</Tag>
  if (state === 'decided') return <Tag tone="attention">{t('issuing.state.decided')}</Tag>
  if (validUntil && Date.parse(validUntil) < services.clock.now().getTime()) {
    return <Tag tone="time">{t('issuing.state.ended')}</Tag>
  }
  return <Tag tone="good">{t('issuing.state.issued')}</Tag>
}
