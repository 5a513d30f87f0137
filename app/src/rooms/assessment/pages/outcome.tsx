import { canDecide, supervisionCodes } from '@meritum/kit/elm'
import { AppError, type FieldProblem } from '../../../errors.ts'
import {
  Actions,
  Button,
  categoryIcons,
  ErrorSummary,
  Form,
  Icon,
  ResultChoice,
  Select,
  Text,
  TextArea,
  Width,
} from '../../../web/components/index.ts'
import { readForm } from '../../read-form.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { decideOutcome, decideOutcomeInput } from '../commands/decide-outcome.ts'
import type { OutcomeProgress } from '../outcome-progress.ts'
import { outcomeSentences } from '../outcome-sentences.ts'
import { type CaseDetail, getCase, progressIn, type ReadableResult } from '../queries.ts'
import { casePath, nextPath, outcomePath } from './case-links.ts'
import { OutcomePosition } from './state-dots.tsx'

const path = '/assessment/:caseId/outcomes/:outcomeId'

/** The assessor's form for one outcome, made for a phone held in one hand. */
export const outcomePages: readonly Route[] = [
  {
    method: 'GET',
    path,
    kind: 'page',
    who: 'assessment.decide',
    limits: pageLimits.read,
    async handle(visit) {
      const found = await getCase(visit.services, visit.actor, visit.params.caseId!)
      if (found.state === 'awarded') return visit.redirect(casePath(found.caseId))
      return showForm(visit, found)
    },
  },
  {
    method: 'POST',
    path,
    kind: 'page',
    who: 'assessment.decide',
    limits: pageLimits.post,
    handle: save,
  },
]

async function save(visit: Visit): Promise<Response> {
  const caseId = visit.params.caseId!
  const outcomeId = visit.params.outcomeId!
  const found = await getCase(visit.services, visit.actor, caseId)
  progressIn(found, outcomeId)
  // "Not assessed" is no decision: nothing is recorded, the assessor goes on.
  if (visit.form.values.result === 'not-assessed')
    return visit.redirect(nextPath(caseId, found.progress, outcomeId))
  const read = readForm(decideOutcomeInput, visit.form, { caseId, outcomeId })
  if (!read.ok) return showForm(visit, found, read.problems)
  try {
    await decideOutcome(visit.services, visit.actor, read.value)
  } catch (error) {
    if (!(error instanceof AppError) || error.problems.length === 0) throw error
    return showForm(visit, found, error.problems)
  }
  const after = await getCase(visit.services, visit.actor, caseId)
  return visit.redirect(nextPath(caseId, after.progress, outcomeId))
}

function showForm(visit: Visit, found: CaseDetail, problems: readonly FieldProblem[] = []): Response {
  const { t } = visit
  const progress = progressIn(found, visit.params.outcomeId!)
  const position = found.progress.indexOf(progress) + 1
  const head = {
    title: t('assessment.outcome.title', { position, all: found.progress.length }),
    place: 'assessment',
    size: 'sm',
    ...(problems.length > 0 && { status: 422, hasProblems: true }),
  } as const
  return visit.page(
    head,
    <Width narrow="form">
      <ErrorSummary problems={problems} />
      <OutcomePosition
        person={found.person?.name ?? t('assessment.person_gone')}
        position={position}
        words={t('assessment.outcome.position', { position, all: found.progress.length })}
        all={found.progress.length}
      />
      <OutcomeHead visit={visit} progress={progress} />
      <DecisionForm visit={visit} found={found} progress={progress} problems={problems} />
    </Width>,
  )
}

function OutcomeHead({ visit: { t }, progress: { outcome } }: { visit: Visit; progress: OutcomeProgress }) {
  return (
    <>
      <div class={`m-outcome-head m-outcome--${outcome.category}`}>
        <p class="m-outcome__category">
          <Icon name={categoryIcons[outcome.category]} /> {t(`codes.category.${outcome.category}`)}
        </p>
        <h1 class="m-outcome-head__sentence">
          <Text value={outcomeSentences(outcome)} />
        </h1>
      </div>
      <h2>{t('assessment.outcome.criterion')}</h2>
      <p class="m-criterion">
        <Text value={outcome.criterion} />
      </p>
    </>
  )
}

interface DecisionFormProps {
  readonly visit: Visit
  readonly found: CaseDetail
  readonly progress: OutcomeProgress<ReadableResult>
  readonly problems: readonly FieldProblem[]
}

function DecisionForm({ visit, found, progress, problems }: DecisionFormProps) {
  const { t } = visit
  const { outcome, latest } = progress
  const deciding = outcome.methods.filter(canDecide)
  const supported = deciding.length < outcome.methods.length
  const others = found.progress.some(
    ({ outcome: { id }, state }) => id !== outcome.id && state === 'not-assessed',
  )
  return (
    <Form
      action={outcomePath(found.caseId, outcome.id)}
      token={visit.formToken}
      input={problems.length > 0 ? visit.form : undefined}
      problems={problems}
    >
      <ResultChoice
        name="result"
        label={t('assessment.outcome.result')}
        value={latest?.result}
        choices={latest ? ['met', 'not-yet-met'] : ['met', 'not-yet-met', 'not-assessed']}
      />
      <Select
        name="method"
        label={t('assessment.outcome.method')}
        help={supported ? t('assessment.outcome.method_help') : undefined}
        placeholder={t('assessment.outcome.method_choose')}
        value={latest?.method ?? (deciding.length === 1 ? deciding[0] : undefined)}
        options={deciding.map(method => ({ value: method, label: t(`codes.method.${method}`) }))}
      />
      <Select
        name="supervision"
        label={t('assessment.outcome.supervision')}
        placeholder={t('assessment.outcome.supervision_choose')}
        value={latest?.supervision ?? found.version.content.supervision}
        options={supervisionOptions(visit)}
      />
      <TextArea
        name="note"
        label={t('assessment.outcome.note')}
        help={t('assessment.outcome.note_help')}
        rows={4}
        optional
      />
      <Actions>
        <Button wide>{t(others ? 'assessment.outcome.save_next' : 'assessment.outcome.save_summary')}</Button>
        <a href={casePath(found.caseId)}>{t('assessment.outcome.all')}</a>
      </Actions>
    </Form>
  )
}

function supervisionOptions({ t }: Visit) {
  return supervisionCodes.map(code => ({ value: code, label: t(`codes.supervision.${code}`) }))
}
