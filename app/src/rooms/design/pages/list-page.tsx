import { can, requireStaff } from '../../../access/can.ts'
import {
  Empty,
  LinkButton,
  MarkRow,
  MarkRows,
  PageHeading,
  Pagination,
  Tag,
  Text,
  Width,
} from '../../../web/components/index.ts'
import { formatDate } from '../../../web/i18n/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { draftPieces } from '../draft-pieces.ts'
import { type ListedMicroCredential, listMicroCredentials, microCredentialsPerPage } from '../queries.ts'

/** The organisation's micro-credentials, last changed first. */
export const listPage: Route = {
  method: 'GET',
  path: '/design',
  kind: 'page',
  who: 'design.read',
  limits: pageLimits.read,
  async handle(visit) {
    const { t } = visit
    const { tenantId } = requireStaff(visit.actor, 'design.read')
    const page = readPage(visit.url)
    const { items, total } = await listMicroCredentials(visit.services, tenantId, page)
    const head = { title: t('design.place'), place: 'design', size: 'sm' } as const
    const action = can(visit.actor, 'design.write') && (
      <LinkButton href="/design/new" icon="add">
        {t('design.new.action')}
      </LinkButton>
    )
    if (total === 0) {
      return visit.page(
        head,
        <Width>
          <Empty level={1} title={t('design.empty.title')} text={t('design.empty.text')}>
            {action}
          </Empty>
        </Width>,
      )
    }
    return visit.page(
      head,
      <Width>
        <PageHeading title={t('design.list.title', { total })} lead={t('design.list.lead')} action={action} />
        <MarkRows>
          {items.map(item => (
            <ListedRow visit={visit} item={item} />
          ))}
        </MarkRows>
        <Pagination
          page={page}
          pages={Math.ceil(total / microCredentialsPerPage)}
          hrefOf={number => `/design?page=${number}`}
        />
      </Width>,
    )
  },
}

function ListedRow({ visit, item }: { visit: Visit; item: ListedMicroCredential }) {
  const { t, locale } = visit
  const { draft, latest } = item
  const pieces = draftPieces(draft)
  const done = pieces.filter(({ state }) => state === 'done').length
  return (
    <MarkRow
      seed={latest?.id ?? item.id}
      outcomes={draft.outcomes ?? []}
      title={<Text value={draft.title} fallback={t('design.untitled')} />}
      href={`/design/${item.id}`}
      organisation={<Text value={draft.steward?.legalName} />}
    >
      <p>
        {latest ? (
          <Tag tone="good">{t('design.state.published', { number: latest.number })}</Tag>
        ) : (
          <Tag tone="neutral" icon="edit">
            {t('design.state.draft', { done, all: pieces.length })}
          </Tag>
        )}
      </p>
      <p class="m-quiet m-small">{t('design.state.changed', { date: formatDate(locale, item.updatedAt) })}</p>
    </MarkRow>
  )
}

/** The page asked for; anything but a whole number from 1 is the first. */
export function readPage(url: URL): number {
  const page = Number(url.searchParams.get('page') ?? 1)
  return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}
