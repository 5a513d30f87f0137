import { pickText } from '@meritum/kit/text'
import {
  Alert,
  Columns,
  DefinitionList,
  IsAndIsNot,
  Mark,
  PageHeading,
  Panel,
  Quote,
  Text,
  Width,
} from '../../../web/components/index.ts'
import { formatDate } from '../../../web/i18n/index.ts'
import { ContentNotes, ContentOutcomes, contentFacts, OrganisationLines } from '../../design/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { type CatalogueItem, getCatalogueItem } from '../queries.ts'

/** One published version, for anyone: what the holder will be able to do, how it is assessed, by whom. */
export const itemPage: Route = {
  method: 'GET',
  path: '/catalogue/:versionId',
  kind: 'page',
  who: 'anyone',
  limits: pageLimits.read,
  async handle(visit) {
    const { t } = visit
    const item = await getCatalogueItem(visit.services, visit.params.versionId!)
    const { content } = item.version
    const title = pickText(content.title, visit.locale)?.text ?? ''
    return visit.page(
      { title, place: 'catalogue', size: 'md' },
      <Width>
        <PageHeading
          crumbs={[{ href: '/catalogue', text: t('catalogue.title') }]}
          place={t('catalogue.item.kind')}
          title={<Text value={content.title} />}
          lead={<Text value={content.summary} />}
          action={<Mark seed={item.version.versionId} outcomes={content.outcomes} size="lg" />}
        />
        <OtherVersion visit={visit} item={item} />
        <Columns side={<Side visit={visit} item={item} />}>
          <h2>{t('catalogue.item.outcomes')}</h2>
          <ContentOutcomes words={visit} content={content} />
          {content.workTasks && (
            <>
              <h2>{t('design.tasks.label')}</h2>
              <Quote>
                <Text value={content.workTasks} />
              </Quote>
            </>
          )}
          <h2>{t('catalogue.item.facts')}</h2>
          <DefinitionList facts={[...contentFacts(visit, content), versionFact(visit, item)]} />
          <IsAndIsNot
            isTitle={t('catalogue.is.title')}
            is={[t('catalogue.is.assessed'), t('catalogue.is.yours'), t('catalogue.is.checked')]}
            isNotTitle={t('catalogue.is_not.title')}
            isNot={[
              t('catalogue.is_not.qualification'),
              t('catalogue.is_not.right'),
              t('catalogue.is_not.attendance'),
            ]}
          />
          <h2>{t('catalogue.item.more')}</h2>
          <ContentNotes words={visit} content={content} />
          <p class="m-quiet m-small">{t('catalogue.item.no_recognition')}</p>
        </Columns>
      </Width>,
    )
  },
}

function versionFact({ t, locale }: Visit, { version, versions }: CatalogueItem) {
  const older = versions.filter(({ number }) => number < version.number)
  return {
    term: t('design.versions.version'),
    value: t('catalogue.item.version', {
      number: version.number,
      date: formatDate(locale, version.publishedAt),
    }),
    ...(older.length > 0
      ? {
          note: older.map(({ id, number }, order) => (
            <>
              {order > 0 && ', '}
              <a href={`/catalogue/${id}`}>{t('catalogue.item.older', { number })}</a>
            </>
          )),
        }
      : {}),
  }
}

function OtherVersion({ visit, item }: { visit: Visit; item: CatalogueItem }) {
  const { t } = visit
  const newest = item.versions[0]
  if (!newest || newest.id === item.version.versionId) return null
  return (
    <Alert tone="info" icon="time" title={t('catalogue.item.is_older', { number: item.version.number })}>
      <a href={`/catalogue/${newest.id}`}>{t('catalogue.item.newer', { number: newest.number })}</a>
    </Alert>
  )
}

function Side({ visit, item }: { visit: Visit; item: CatalogueItem }) {
  const { t } = visit
  const { content } = item.version
  return (
    <Panel title={t('catalogue.item.who')}>
      <DefinitionList
        facts={[
          {
            term: t('catalogue.item.steward'),
            value: <OrganisationLines words={visit} organisation={content.steward} />,
          },
          ...content.awardingBodies.map(body => ({
            term: t('codes.element.awarding-body'),
            value: <OrganisationLines words={visit} organisation={body} />,
          })),
        ]}
      />
    </Panel>
  )
}
