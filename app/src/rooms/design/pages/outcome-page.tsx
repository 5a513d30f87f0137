import { type LearningOutcome, type OutcomeParts, outcomeCategories } from '@meritum/kit/elm'
import { requireStaff } from '../../../access/can.ts'
import { AppError, invalidInput } from '../../../errors.ts'
import { ErrorSummary, PageHeading } from '../../../web/components/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { saveOutcome } from '../commands/save-outcome.ts'
import { parseInput, problemsOf } from '../forms/parse-input.ts'
import { readFields } from '../forms/read-fields.ts'
import { getMicroCredential, type MicroCredential } from '../queries.ts'
import { outcomeProblems, outcomeSchema, usualIntroduction } from '../schemas/outcome.ts'
import { type Again, answerForm, postedRevision } from './answer-form.ts'
import { findAdvice } from './find-advice.ts'
import { OutcomeEditor, type WrittenOutcome } from './outcome-editor.tsx'
import { draftTitle, Studio } from './studio.tsx'

async function readDraft(visit: Visit): Promise<MicroCredential> {
  const { tenantId } = requireStaff(visit.actor, 'design.write')
  return getMicroCredential(visit.services, tenantId, visit.params.id!)
}

/** What the editor shows: what was typed, else what is kept, else an outcome that only has its introductions. */
function written(micro: MicroCredential, stored: LearningOutcome | undefined, again?: Again): WrittenOutcome {
  if (again) return fromForm(again.input.values)
  if (stored) return stored
  const languages = micro.draft.languages ?? ['sv']
  const parts = languages.map(language => [
    language,
    { ...noParts, introduction: usualIntroduction(language) },
  ])
  return { category: undefined, parts: Object.fromEntries(parts), criterion: {}, methods: [] }
}

const noParts: OutcomeParts = { introduction: '', activity: '', content: '', contextAndQuality: '' }

function fromForm(values: Readonly<Record<string, string>>): WrittenOutcome {
  const category = outcomeCategories.find(known => known === values.category)
  const languages = new Set(
    Object.keys(values).flatMap(name => (name.startsWith('parts.') ? [name.split('.')[1]!] : [])),
  )
  const parts = [...languages].map(language => [
    language,
    Object.fromEntries(
      Object.keys(noParts).map(part => [part, (values[`parts.${language}.${part}`] ?? '').trim()]),
    ) as unknown as OutcomeParts,
  ])
  return { category, parts: Object.fromEntries(parts), criterion: {}, methods: [] }
}

async function showOutcome(visit: Visit, again?: Again): Promise<Response> {
  const { t } = visit
  const micro = await readDraft(visit)
  const outcomes = micro.draft.outcomes ?? []
  const { outcomeId } = visit.params
  const index = outcomes.findIndex(({ id }) => id === outcomeId)
  if (outcomeId !== undefined && index < 0) throw new AppError('thing.not_found')
  const outcome = written(micro, outcomes[index], again)
  const problems = again?.problems ?? []
  const body = (
    <>
      <ErrorSummary problems={problems} />
      <PageHeading
        place={t('design.outcome.place', {
          number: index < 0 ? outcomes.length + 1 : index + 1,
          all: index < 0 ? outcomes.length + 1 : outcomes.length,
        })}
        title={t('design.outcome.title')}
      />
      <OutcomeEditor visit={visit} micro={micro} outcome={outcome} again={again} />
    </>
  )
  return visit.page(
    {
      title: `${t('design.outcome.title')} – ${draftTitle(visit, micro)}`,
      place: 'design',
      size: 'sm',
      status: again?.status ?? 200,
      hasProblems: problems.length > 0,
    },
    <Studio visit={visit} frame={{ micro, current: 'outcomes', again, body }} />,
  )
}

/**
 * Saves what was written. A chosen suggestion takes the verb's place first. New advice brings the author back
 * to the same outcome once; the second time she goes on.
 */
async function postOutcome(visit: Visit): Promise<Response> {
  const form = withSuggestion(visit.form)
  const isSuggestion = form !== visit.form
  const save = async () => {
    const id = visit.params.id!
    const outcome = readOutcome(visit, form, (await readDraft(visit)).draft.languages ?? [])
    await saveOutcome(visit.services, visit.actor, { id, revision: postedRevision(visit), outcome })
    const { draft } = await readDraft(visit)
    const advice = findAdvice(outcome, draft.languages ?? [])
    const isSeen = advice.every(({ key }) => form.values.advised?.split(' ').includes(key))
    if (isSuggestion || !isSeen) return `/design/${id}/outcomes/${outcome.id}`
    const outcomes = draft.outcomes ?? []
    const next = outcomes[outcomes.findIndex(other => other.id === outcome.id) + 1]
    return next ? `/design/${id}/outcomes/${next.id}` : `/design/${id}/outcomes`
  }
  return answerForm({ ...visit, form, formToken: visit.formToken }, save, again => showOutcome(visit, again))
}

/** The outcome, or everything that is wrong with it at once: its fields and its sentences. */
function readOutcome(visit: Visit, form: Visit['form'], languages: readonly string[]): LearningOutcome {
  const raw = readFields(form, {
    keys: ['category', 'parts', 'criterion', 'methods'],
    lists: ['methods'],
  })
  const id = visit.params.outcomeId ?? visit.services.ids.randomUuid()
  try {
    return parseInput<LearningOutcome>(outcomeSchema, { parts: {}, criterion: {}, ...raw, id })
  } catch (error) {
    const problems = problemsOf(error)
    if (!problems) throw error
    const { parts, category = 'skill' } = fromForm(form.values)
    throw invalidInput(...problems, ...outcomeProblems({ parts, category }, languages))
  }
}

/** The button "Change to …" posts `use` = `language:verb`. */
function withSuggestion(form: Visit['form']): Visit['form'] {
  const [language, verb] = form.values.use?.split(':') ?? []
  if (!language || !verb) return form
  return { ...form, values: { ...form.values, [`parts.${language}.activity`]: verb } }
}

const show = (path: string): Route => ({
  method: 'GET',
  path,
  kind: 'page',
  who: 'design.write',
  limits: pageLimits.read,
  handle: visit => showOutcome(visit),
})

const post = (path: string): Route => ({
  method: 'POST',
  path,
  kind: 'page',
  who: 'design.write',
  limits: pageLimits.post,
  handle: postOutcome,
})

/** One outcome: its sentence in four parts, category, criterion, methods. */
export const outcomePages: readonly Route[] = [
  show('/design/:id/outcomes/new'),
  post('/design/:id/outcomes/new'),
  show('/design/:id/outcomes/:outcomeId'),
  post('/design/:id/outcomes/:outcomeId'),
]
