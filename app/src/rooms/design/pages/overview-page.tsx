import { can, requireStaff } from '../../../access/can.ts'
import { Actions, LinkButton, PageHeading, Table } from '../../../web/components/index.ts'
import { formatDateTime } from '../../../web/i18n/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { draftPieces } from '../draft-pieces.ts'
import { missingForPublishing } from '../missing.ts'
import { getMicroCredential, type MicroCredential } from '../queries.ts'
import { MissingList } from './missing-list.tsx'
import { draftTitle, SavedAt, Studio } from './studio.tsx'
import { pageOfElement } from './studio-pages.ts'

/** The start of the studio: how far it has come and what to do next. */
export const overviewPage: Route = {
  method: 'GET',
  path: '/design/:id',
  kind: 'page',
  who: 'design.read',
  limits: pageLimits.read,
  async handle(visit) {
    const { tenantId } = requireStaff(visit.actor, 'design.read')
    const micro = await getMicroCredential(visit.services, tenantId, visit.params.id!)
    const title = draftTitle(visit, micro)
    return visit.page(
      { title, place: 'design', size: 'sm' },
      <Studio
        visit={visit}
        frame={{ micro, current: undefined, body: <Overview visit={visit} micro={micro} title={title} /> }}
      />,
    )
  },
}

function Overview({ visit, micro, title }: { visit: Visit; micro: MicroCredential; title: string }) {
  const { t } = visit
  const latest = micro.versions[0]
  const next = nextStep(visit, micro)
  return (
    <>
      <PageHeading
        title={title}
        lead={next.lead}
        place={latest ? t('design.state.published', { number: latest.number }) : t('design.state.draft_only')}
      />
      {next.isUnfinished && can(visit.actor, 'design.write') && <MissingList visit={visit} micro={micro} />}
      {can(visit.actor, 'design.write') && (
        <Actions>
          <LinkButton href={next.href}>{next.words}</LinkButton>
        </Actions>
      )}
      <SavedAt visit={visit} micro={micro} />
      {latest && <Versions visit={visit} micro={micro} />}
    </>
  )
}

interface NextStep {
  readonly lead: string
  readonly href: string
  readonly words: string
  readonly isUnfinished?: boolean
}

/** The one act that brings the draft further. */
function nextStep({ t, locale }: Visit, micro: MicroCredential): NextStep {
  const root = `/design/${micro.id}`
  const latest = micro.versions[0]
  if (latest && !micro.hasChanges) {
    const words = t('design.overview.see_version', { number: latest.number })
    return { lead: t('design.overview.lead_unchanged'), href: `${root}/versions/${latest.id}`, words }
  }
  const [missing] = missingForPublishing(micro.draft)
  if (!missing) {
    const words = t('design.overview.to_publish')
    return { lead: t('design.overview.lead_ready'), href: `${root}/publish`, words }
  }
  const unfinished = draftPieces(micro.draft).find(
    ({ state, element }) => (state === 'missing' || state === 'under-way') && pageOfElement[element],
  )
  const words = unfinished ? t(`codes.element.${unfinished.element}`) : t('design.page.validity')
  return {
    lead: t('design.overview.lead_next'),
    href: `${root}/${(unfinished && pageOfElement[unfinished.element]) ?? missing.page}`,
    words: t('design.overview.continue', { element: words.toLocaleLowerCase(locale) }),
    isUnfinished: true,
  }
}

function Versions({ visit, micro }: { visit: Visit; micro: MicroCredential }) {
  const { t, locale } = visit
  return (
    <>
      <h2>{t('design.versions.title')}</h2>
      <Table
        caption={t('design.versions.title')}
        columns={[
          { key: 'version', label: t('design.versions.version') },
          { key: 'published', label: t('design.versions.published') },
        ]}
        rows={micro.versions.map(version => ({
          version: (
            <a href={`/design/${micro.id}/versions/${version.id}`}>
              {t('design.versions.number', { number: version.number })}
            </a>
          ),
          published: formatDateTime(locale, version.publishedAt),
        }))}
      />
    </>
  )
}
