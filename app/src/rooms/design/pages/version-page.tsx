import { requireStaff } from '../../../access/can.ts'
import { AppError } from '../../../errors.ts'
import { Actions, DefinitionList, LinkButton, PageHeading, Text } from '../../../web/components/index.ts'
import { formatDateTime } from '../../../web/i18n/index.ts'
import { pageLimits, type Route } from '../../route.ts'
import { getMicroCredential, getVersion } from '../queries.ts'
import { microCredentialUri } from '../versions.ts'
import { ContentNotes, ContentOutcomes, contentFacts } from './content-view.tsx'
import { draftTitle, Studio } from './studio.tsx'

/** One frozen version, as its designers see it. */
export const versionPage: Route = {
  method: 'GET',
  path: '/design/:id/versions/:versionId',
  kind: 'page',
  who: 'design.read',
  limits: pageLimits.read,
  async handle(visit) {
    const { t, locale } = visit
    const { tenantId } = requireStaff(visit.actor, 'design.read')
    const micro = await getMicroCredential(visit.services, tenantId, visit.params.id!)
    const version = await getVersion(visit.services, tenantId, visit.params.versionId!)
    if (version.microCredentialId !== microCredentialUri(micro.id)) throw new AppError('thing.not_found')
    const { content, number } = version
    const title = t('design.version.title', { number })
    const body = (
      <>
        <PageHeading
          title={title}
          place={draftTitle(visit, micro)}
          lead={t('design.version.lead', { at: formatDateTime(locale, version.publishedAt) })}
        />
        <Actions>
          <LinkButton href={`/catalogue/${version.versionId}`}>{t('design.version.public')}</LinkButton>
          <LinkButton href={`/design/${micro.id}`} variant="tertiary">
            {t('design.version.draft')}
          </LinkButton>
        </Actions>
        <h2>
          <Text value={content.title} />
        </h2>
        <ContentOutcomes words={visit} content={content} />
        <DefinitionList facts={contentFacts(visit, content)} />
        <ContentNotes words={visit} content={content} />
      </>
    )
    return visit.page(
      { title: `${title} – ${draftTitle(visit, micro)}`, place: 'design', size: 'sm' },
      <Studio visit={visit} frame={{ micro, current: undefined, body }} />,
    )
  },
}
