import { pickText } from '@meritum/kit/text'
import { requireStaff } from '../../../access/can.ts'
import { AppError, type FieldProblem } from '../../../errors.ts'
import {
  Actions,
  Button,
  Empty,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeading,
  Select,
  Width,
} from '../../../web/components/index.ts'
import { listVersions } from '../../design/index.ts'
import { listLearners } from '../../organisation/index.ts'
import { readForm } from '../../read-form.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { openCase, openCaseInput } from '../commands/open-case.ts'
import { casePath } from './case-links.ts'

const path = '/assessment/new'

export const openCasePages: readonly Route[] = [
  {
    method: 'GET',
    path,
    kind: 'page',
    who: 'assessment.open',
    limits: pageLimits.read,
    handle: visit => showForm(visit),
  },
  {
    method: 'POST',
    path,
    kind: 'page',
    who: 'assessment.open',
    limits: pageLimits.post,
    async handle(visit) {
      const read = readForm(openCaseInput, visit.form)
      if (!read.ok) return showForm(visit, read.problems)
      try {
        const { caseId } = await openCase(visit.services, visit.actor, read.value)
        return visit.redirect(casePath(caseId))
      } catch (error) {
        return showForm(visit, problemsOf(error))
      }
    },
  },
]

/** What is wrong, at a field of the form; anything else is thrown on. */
function problemsOf(error: unknown): readonly FieldProblem[] {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'assessment.case_exists')
    return [{ field: 'personId', key: 'error.assessment.case_exists' }]
  if (error.problems.length === 0) throw error
  return error.problems
}

async function showForm(visit: Visit, problems: readonly FieldProblem[] = []): Promise<Response> {
  const { services, actor, t, locale } = visit
  const { tenantId } = requireStaff(actor, 'assessment.open')
  const versions = await listVersions(services, tenantId)
  const learners = await listLearners(services, actor)
  const head = {
    title: t('assessment.open.title'),
    place: 'assessment',
    size: 'sm',
    ...(problems.length > 0 && { status: 422, hasProblems: true }),
  } as const
  if (versions.length === 0 || learners.length === 0)
    return visit.page(head, <NothingToAssess visit={visit} />)
  return visit.page(
    head,
    <Width narrow="form">
      <ErrorSummary problems={problems} />
      <PageHeading
        crumbs={[{ href: '/assessment', text: t('assessment.list.title') }]}
        title={t('assessment.open.title')}
        lead={t('assessment.open.lead')}
      />
      <Form
        action={path}
        token={visit.formToken}
        input={problems.length > 0 ? visit.form : undefined}
        problems={problems}
      >
        <Select
          name="versionId"
          label={t('assessment.open.version')}
          placeholder={t('assessment.open.version_choose')}
          value={versions.length === 1 ? versions[0]?.versionId : undefined}
          options={versions.map(version => ({
            value: version.versionId,
            label: t('assessment.open.version_option', {
              title: pickText(version.content.title, locale)?.text ?? '',
              number: version.number,
            }),
          }))}
        />
        <Select
          name="personId"
          label={t('assessment.open.person')}
          help={t('assessment.open.person_help')}
          placeholder={t('assessment.open.person_choose')}
          options={learners.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Actions>
          <Button>{t('assessment.open.act')}</Button>
        </Actions>
      </Form>
    </Width>,
  )
}

function NothingToAssess({ visit: { t } }: { visit: Visit }) {
  return (
    <Width>
      <Empty level={1} title={t('assessment.open.nothing.title')} text={t('assessment.open.nothing.text')}>
        <LinkButton href="/assessment" variant="secondary">
          {t('assessment.open.nothing.back')}
        </LinkButton>
      </Empty>
    </Width>
  )
}
