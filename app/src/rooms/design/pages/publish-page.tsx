import type { MicroCredentialContent } from '@meritum/kit/elm'
import { requireStaff } from '../../../access/can.ts'
import { AppError } from '../../../errors.ts'
import {
  Button,
  DefinitionList,
  Form,
  MarkRow,
  MarkRows,
  PageHeading,
  Panel,
  Text,
} from '../../../web/components/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { publishVersion } from '../commands/publish-version.ts'
import { missingForPublishing } from '../missing.ts'
import { getMicroCredential, type MicroCredential } from '../queries.ts'
import { onlyLanguages } from '../schemas/only-languages.ts'
import { type Again, answerForm, postedRevision } from './answer-form.ts'
import { ContentNotes, ContentOutcomes, contentFacts } from './content-view.tsx'
import { MissingList } from './missing-list.tsx'
import { draftTitle, Studio } from './studio.tsx'

interface Shown {
  readonly again?: Again
  readonly status?: number
}

async function showPublish(visit: Visit, { again, status }: Shown = {}): Promise<Response> {
  const { t } = visit
  const { tenantId } = requireStaff(visit.actor, 'design.publish')
  const micro = await getMicroCredential(visit.services, tenantId, visit.params.id!)
  const missing = missingForPublishing(micro.draft)
  const number = (micro.versions[0]?.number ?? 0) + 1
  const title =
    missing.length > 0
      ? t('design.publish.missing', { count: missing.length })
      : t('design.publish.title', { number })
  const body = !micro.hasChanges ? (
    <PageHeading
      title={t('design.publish.unchanged', { number: number - 1 })}
      lead={t('design.publish.unchanged_lead')}
    />
  ) : missing.length > 0 ? (
    <Missing visit={visit} micro={micro} title={title} />
  ) : (
    <Preview visit={visit} micro={micro} title={title} />
  )
  return visit.page(
    {
      title: `${title} – ${draftTitle(visit, micro)}`,
      place: 'design',
      size: 'sm',
      status: again?.status ?? status ?? 200,
    },
    <Studio visit={visit} frame={{ micro, current: 'publish', again, body }} />,
  )
}

interface PartProps {
  readonly visit: Visit
  readonly micro: MicroCredential
  readonly title: string
}

function Missing({ visit, micro, title }: PartProps) {
  const { t } = visit
  return (
    <>
      <PageHeading title={title} lead={t('design.publish.missing_lead')} />
      <MissingList visit={visit} micro={micro} />
    </>
  )
}

function Preview({ visit, micro, title }: PartProps) {
  const { t } = visit
  const content = onlyLanguages(micro.draft as MicroCredentialContent)
  return (
    <>
      <PageHeading title={title} lead={t('design.publish.lead')} />
      <Form action={`/design/${micro.id}/publish`} token={visit.formToken}>
        <input type="hidden" name="revision" value={micro.revision} />
        <Button>{t('design.publish.submit')}</Button>
      </Form>
      <Panel title={t('design.publish.preview')}>
        <MarkRows>
          <MarkRow
            seed={micro.id}
            outcomes={content.outcomes}
            level={3}
            title={<Text value={content.title} />}
            organisation={<Text value={content.steward.legalName} />}
          >
            <Text value={content.summary} />
          </MarkRow>
        </MarkRows>
        <ContentOutcomes words={visit} content={content} />
        <DefinitionList facts={contentFacts(visit, content)} />
        <ContentNotes words={visit} content={content} />
      </Panel>
    </>
  )
}

async function postPublish(visit: Visit): Promise<Response> {
  const id = visit.params.id!
  const save = async () => {
    const place = { id, revision: postedRevision(visit) }
    const { versionId } = await publishVersion(visit.services, visit.actor, place)
    return `/design/${id}/versions/${versionId}`
  }
  try {
    return await answerForm(visit, save, again => showPublish(visit, { again }))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'design.incomplete') throw error
    return showPublish(visit, { status: error.status })
  }
}

/** What is missing, or how it will look, and one button. */
export const publishPages: readonly Route[] = [
  {
    method: 'GET',
    path: '/design/:id/publish',
    kind: 'page',
    who: 'design.publish',
    limits: pageLimits.read,
    handle: visit => showPublish(visit),
  },
  {
    method: 'POST',
    path: '/design/:id/publish',
    kind: 'page',
    who: 'design.publish',
    limits: pageLimits.post,
    handle: postPublish,
  },
]
