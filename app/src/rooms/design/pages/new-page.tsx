import {
  Actions,
  Button,
  CheckboxGroup,
  ErrorSummary,
  Form,
  LangFields,
  languageName,
  PageHeading,
  Width,
} from '../../../web/components/index.ts'
import { contentLanguages } from '../../organisation/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { createMicroCredential } from '../commands/create-micro-credential.ts'
import { parseInput } from '../forms/parse-input.ts'
import { readFields } from '../forms/read-fields.ts'
import { newMicroCredentialSchema } from '../schemas/new-micro-credential.ts'
import { type Again, answerForm } from './answer-form.ts'

/** The reader's own language first: it becomes the primary one. */
const languagesFor = (visit: Visit) => [
  visit.locale,
  ...contentLanguages.filter(language => language !== visit.locale),
]

async function showNew(visit: Visit, again?: Again): Promise<Response> {
  const { t, locale } = visit
  const languages = languagesFor(visit)
  const problems = (again?.problems ?? []).map(problem =>
    problem.field === 'title' ? { ...problem, field: `title.${locale}` } : problem,
  )
  return visit.page(
    {
      title: t('design.new.title'),
      place: 'design',
      size: 'sm',
      status: again?.status ?? 200,
      hasProblems: problems.length > 0,
    },
    <Width narrow="form">
      <ErrorSummary problems={problems} />
      <PageHeading
        title={t('design.new.title')}
        lead={t('design.new.lead')}
        crumbs={[{ href: '/design', text: t('design.place') }]}
      />
      <Form action="/design/new" token={visit.formToken} input={again?.input} problems={problems}>
        <LangFields
          name="title"
          label={t('design.title.label')}
          help={t('design.title.help')}
          languages={languages}
          maxlength={200}
        />
        <CheckboxGroup
          name="languages"
          label={t('design.languages.label')}
          help={t('design.languages.help')}
          options={languages.map(value => ({ value, label: languageName(locale, value) }))}
          chosen={[locale]}
        />
        <Actions>
          <Button>{t('design.new.submit')}</Button>
        </Actions>
      </Form>
    </Width>,
  )
}

/** Begins a micro-credential with its title and languages. */
export const newPages: readonly Route[] = [
  {
    method: 'GET',
    path: '/design/new',
    kind: 'page',
    who: 'design.write',
    limits: pageLimits.read,
    handle: visit => showNew(visit),
  },
  {
    method: 'POST',
    path: '/design/new',
    kind: 'page',
    who: 'design.write',
    limits: pageLimits.post,
    handle: visit =>
      answerForm(
        visit,
        async () => {
          const raw = readFields(visit.form, { keys: ['title', 'languages'], lists: ['languages'] })
          const input = parseInput(newMicroCredentialSchema, { title: {}, ...raw })
          const { id } = await createMicroCredential(visit.services, visit.actor, input)
          return `/design/${id}`
        },
        again => showNew(visit, again),
      ),
  },
]
