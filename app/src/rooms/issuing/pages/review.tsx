import { AppError, type FieldProblem } from '../../../errors.ts'
import {
  Actions,
  Alert,
  Button,
  Columns,
  DefinitionList,
  ErrorSummary,
  Form,
  Outcome,
  OutcomeList,
  PageHeading,
  Panel,
  Text,
  TextField,
  Width,
} from '../../../web/components/index.ts'
import { defaultTimeZone, formatDate } from '../../../web/i18n/index.ts'
import { type CaseDetail, getCase, outcomeSentences } from '../../assessment/index.ts'
import { getOrganisation } from '../../organisation/index.ts'
import { readForm } from '../../read-form.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { calendarDate, lastDayByRule } from '../award-validity.ts'
import { decideAward, decideAwardInput } from '../commands/decide-award.ts'
import { issueAward } from '../commands/issue-award.ts'
import { findAwardOfCase } from '../queries.ts'
import { awardPath, reviewPath } from './issuing-links.ts'

const path = '/issuing/cases/:caseId'

/** The last look before an award: who, which results, what is sealed. */
export const reviewPages: readonly Route[] = [
  {
    method: 'GET',
    path,
    kind: 'page',
    who: 'issuing.award',
    limits: pageLimits.read,
    async handle(visit) {
      const awardId = await findAwardOfCase(visit.services, visit.actor, visit.params.caseId!)
      return awardId ? visit.redirect(awardPath(awardId)) : showReview(visit)
    },
  },
  {
    method: 'POST',
    path,
    kind: 'page',
    who: 'issuing.award',
    limits: pageLimits.post,
    async handle(visit) {
      const read = readForm(decideAwardInput, visit.form, { caseId: visit.params.caseId! })
      if (!read.ok) return showReview(visit, read.problems)
      try {
        const { awardId } = await decideAward(visit.services, visit.actor, read.value)
        await issueAward(visit.services, visit.actor, { awardId })
        return visit.redirect(awardPath(awardId))
      } catch (error) {
        if (!(error instanceof AppError) || error.problems.length === 0) throw error
        return showReview(visit, error.problems)
      }
    },
  },
]

async function showReview(visit: Visit, problems: readonly FieldProblem[] = []): Promise<Response> {
  const { services, actor, t } = visit
  const found = await getCase(services, actor, visit.params.caseId!)
  const organisation = actor.kind === 'person' && actor.organisation
  const locality = organisation ? (await getOrganisation(services, organisation.id)).locality : undefined
  const name = found.person?.name ?? t('issuing.person_gone')
  const head = {
    title: t('issuing.review.title', { name }),
    place: 'issuing',
    size: 'sm',
    ...(problems.length > 0 && { status: 422, hasProblems: true }),
  } as const
  return visit.page(
    head,
    <Width>
      <ErrorSummary problems={problems} />
      <PageHeading
        crumbs={[{ href: '/issuing', text: t('issuing.list.title') }]}
        title={t('issuing.review.title', { name })}
        lead={<Text value={found.version.content.title} />}
      />
      <Columns side={<SealPanel visit={visit} found={found} locality={locality} problems={problems} />}>
        <h2>{t('issuing.review.outcomes')}</h2>
        <ReviewedOutcomes visit={visit} found={found} />
      </Columns>
    </Width>,
  )
}

function ReviewedOutcomes({ visit: { t, locale }, found }: { visit: Visit; found: CaseDetail }) {
  return (
    <OutcomeList>
      {found.progress.map(({ outcome, state, latest }) => (
        <Outcome
          category={outcome.category}
          sentence={<Text value={outcomeSentences(outcome)} />}
          note={
            <>
              <p id={`field-outcomes-${outcome.id}`}>
                {latest
                  ? t('issuing.review.result', {
                      result: t(`codes.result.${state}`),
                      date: formatDate(locale, latest.assessedAt),
                      method: t(`codes.method.${latest.method}`),
                      supervision: t(`codes.supervision.${latest.supervision}`),
                    })
                  : t(`codes.result.${state}`)}
              </p>
              {latest?.note && <p class="m-note">{latest.note}</p>}
            </>
          }
        />
      ))}
    </OutcomeList>
  )
}

interface SealPanelProps {
  readonly visit: Visit
  readonly found: CaseDetail
  readonly locality: string | undefined
  readonly problems: readonly FieldProblem[]
}

/** What is sealed, and the one act. Without it while an outcome is missing. */
function SealPanel({ visit, found, locality, problems }: SealPanelProps) {
  const { t } = visit
  const missing = found.progress.filter(({ state }) => state !== 'met').length
  if (missing > 0) {
    return (
      <Alert tone="attention" title={t('error.issuing.outcomes_missing.title')}>
        {t('issuing.review.missing', { missing })}
      </Alert>
    )
  }
  const today = calendarDate(visit.services.clock.now(), defaultTimeZone)
  return (
    <Panel title={t('issuing.review.sealed')}>
      <DefinitionList facts={factsOf(visit, found)} />
      <Form
        action={reviewPath(found.caseId)}
        token={visit.formToken}
        input={problems.length > 0 ? visit.form : undefined}
        problems={problems}
      >
        <TextField name="place" label={t('issuing.review.place')} value={locality} />
        <TextField
          name="validUntil"
          type="date"
          label={t('issuing.review.valid_until')}
          help={validityHelp(visit, found, today)}
          value={lastDayByRule(found.version.content.validity, today)}
          optional
        />
        <Actions>
          <Button icon="seal" wide>
            {t('issuing.review.act')}
          </Button>
        </Actions>
        <p class="m-quiet m-small">{t('issuing.review.once')}</p>
      </Form>
    </Panel>
  )
}

function factsOf({ t, locale }: Visit, found: CaseDetail) {
  const birthDate = found.person?.profile.birthDate
  return [
    {
      term: t('issuing.review.holder'),
      value: found.person?.name ?? t('issuing.person_gone'),
      ...(birthDate && { note: t('issuing.page.born', { date: formatDate(locale, birthDate) }) }),
    },
    {
      term: t('issuing.review.version'),
      value: t('issuing.review.version_number', { number: found.version.number }),
    },
    { term: t('issuing.review.steward'), value: <Text value={found.version.content.steward.legalName} /> },
    {
      term: t('issuing.review.awarding_body'),
      value: found.version.content.awardingBodies.map(body => (
        <div>
          <Text value={body.legalName} />
        </div>
      )),
    },
  ]
}

function validityHelp({ t, locale }: Visit, found: CaseDetail, today: string): string {
  const last = lastDayByRule(found.version.content.validity, today)
  return last
    ? t('issuing.review.valid_until_rule', { date: formatDate(locale, last) })
    : t('issuing.review.valid_until_unlimited')
}
