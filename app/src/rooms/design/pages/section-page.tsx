import type { MicroCredentialDraft } from '@meritum/kit/elm'
import { requireStaff } from '../../../access/can.ts'
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeading,
} from '../../../web/components/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { saveSection } from '../commands/save-section.ts'
import { parseInput } from '../forms/parse-input.ts'
import { atFields, readSection } from '../forms/read-section.ts'
import { getMicroCredential } from '../queries.ts'
import { type SectionName, sectionNames, sectionSchemas } from '../schemas/sections.ts'
import { type Again, answerForm, postedRevision } from './answer-form.ts'
import { AssessmentMethods } from './assessment-methods.tsx'
import { sectionFields } from './section-fields.tsx'
import { draftTitle, SavedAt, Studio } from './studio.tsx'
import { pageAfter } from './studio-pages.ts'

async function showSection(visit: Visit, section: SectionName, again?: Again): Promise<Response> {
  const { t } = visit
  const { tenantId } = requireStaff(visit.actor, 'design.write')
  const micro = await getMicroCredential(visit.services, tenantId, visit.params.id!)
  const languages = micro.draft.languages ?? ['sv']
  const problems = atFields(again?.problems ?? [], languages)
  const Fields = sectionFields[section]
  const heading = t(`design.page.${section}`)
  const body = (
    <>
      <ErrorSummary problems={problems} />
      <PageHeading title={heading} lead={t(`design.lead.${section}`)} />
      {section === 'assessment' && <AssessmentMethods visit={visit} micro={micro} />}
      <Form
        action={`/design/${micro.id}/${section}`}
        token={visit.formToken}
        input={again?.input}
        problems={problems}
      >
        <input type="hidden" name="revision" value={micro.revision} />
        <Fields visit={visit} draft={micro.draft} languages={languages} />
        <Actions>
          <Button>{t('design.save_and_next')}</Button>
          <LinkButton href={`/design/${micro.id}`} variant="tertiary">
            {t('design.to_overview')}
          </LinkButton>
        </Actions>
        <SavedAt visit={visit} micro={micro} />
      </Form>
    </>
  )
  return visit.page(
    {
      title: `${heading} – ${draftTitle(visit, micro)}`,
      place: 'design',
      size: 'sm',
      status: again?.status ?? 200,
      hasProblems: problems.length > 0,
    },
    <Studio visit={visit} frame={{ micro, current: section, again, body }} />,
  )
}

async function postSection(visit: Visit, section: SectionName): Promise<Response> {
  const id = visit.params.id!
  const save = async () => {
    const { tenantId } = requireStaff(visit.actor, 'design.write')
    const { draft } = await getMicroCredential(visit.services, tenantId, id)
    const values = parseInput<MicroCredentialDraft>(
      sectionSchemas[section],
      readSection(visit, section, draft),
    )
    await saveSection(visit.services, visit.actor, { id, revision: postedRevision(visit), section, values })
    const next = pageAfter(section)
    return next ? `/design/${id}/${next}` : `/design/${id}`
  }
  return answerForm(visit, save, again => showSection(visit, section, again))
}

/** A page for each section of the draft. */
export const sectionPages: readonly Route[] = sectionNames.flatMap(section => [
  {
    method: 'GET' as const,
    path: `/design/:id/${section}`,
    kind: 'page' as const,
    who: 'design.write' as const,
    limits: pageLimits.read,
    handle: (visit: Visit) => showSection(visit, section),
  },
  {
    method: 'POST' as const,
    path: `/design/:id/${section}`,
    kind: 'page' as const,
    who: 'design.write' as const,
    limits: pageLimits.post,
    handle: (visit: Visit) => postSection(visit, section),
  },
])
