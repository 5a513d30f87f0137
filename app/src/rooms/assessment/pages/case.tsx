import { can } from '../../../access/can.ts'
import {
  Actions,
  Alert,
  IconLink,
  LinkButton,
  Outcome,
  OutcomeList,
  PageHeading,
  Text,
  Width,
} from '../../../web/components/index.ts'
import { formatDate } from '../../../web/i18n/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import type { OutcomeProgress } from '../outcome-progress.ts'
import { outcomeSentences } from '../outcome-sentences.ts'
import { type CaseDetail, getCase, type ReadableResult } from '../queries.ts'
import { outcomePath } from './case-links.ts'
import { StateDots } from './state-dots.tsx'

/** One person's case: every outcome with its state, and what to do next. */
export const casePage: Route = {
  method: 'GET',
  path: '/assessment/:caseId',
  kind: 'page',
  who: 'assessment.read',
  limits: pageLimits.read,
  async handle(visit) {
    const found = await getCase(visit.services, visit.actor, visit.params.caseId!)
    const title = found.person?.name ?? visit.t('assessment.person_gone')
    return visit.page(
      { title, place: 'assessment', size: 'sm' },
      <CaseSummaryBody visit={visit} found={found} />,
    )
  },
}

function CaseSummaryBody({ visit, found }: { visit: Visit; found: CaseDetail }) {
  const { t } = visit
  const met = found.progress.filter(({ state }) => state === 'met').length
  const decides = can(visit.actor, 'assessment.decide') && found.state !== 'awarded'
  const untouched = found.progress.filter(({ state }) => state === 'not-assessed')
  const next = decides ? (untouched[0] ?? found.progress.find(({ state }) => state !== 'met')) : undefined
  return (
    <Width narrow="text">
      <PageHeading
        crumbs={[{ href: '/assessment', text: t('assessment.list.title') }]}
        title={found.person?.name ?? t('assessment.person_gone')}
        lead={<Text value={found.version.content.title} />}
      />
      <StateDots
        states={found.progress.map(({ state }) => state)}
        words={t('assessment.case.met', { met, all: found.progress.length })}
      />
      <CaseNext visit={visit} found={found} />
      <h2>{t('assessment.case.outcomes')}</h2>
      <OutcomeList>
        {found.progress.map(progress => (
          <CaseOutcome visit={visit} found={found} progress={progress} />
        ))}
      </OutcomeList>
      {next && (
        <Actions>
          <LinkButton href={outcomePath(found.caseId, next.outcome.id)} wide>
            {t(
              untouched.length === found.progress.length ? 'assessment.case.begin' : 'assessment.case.go_on',
            )}
          </LinkButton>
        </Actions>
      )}
    </Width>
  )
}

/** What happens with the case now, once the assessor has done her part. */
function CaseNext({ visit: { t }, found }: { visit: Visit; found: CaseDetail }) {
  if (found.state === 'awarded') {
    return (
      <Alert tone="info" title={t('assessment.case.awarded.title')}>
        {t('assessment.case.awarded.text')}
      </Alert>
    )
  }
  if (found.state === 'ready') {
    return (
      <Alert tone="good" role="status" title={t('assessment.case.ready.title')}>
        {t('assessment.case.ready.text')}
      </Alert>
    )
  }
  return null
}

function CaseOutcome(props: { visit: Visit; found: CaseDetail; progress: OutcomeProgress<ReadableResult> }) {
  const { visit, found, progress } = props
  const { t } = visit
  const { outcome, state } = progress
  const act = state === 'not-assessed' ? 'assess' : state === 'met' ? 'change' : 'again'
  return (
    <Outcome
      category={outcome.category}
      sentence={<Text value={outcomeSentences(outcome)} />}
      note={<OutcomeNote visit={visit} progress={progress} />}
      action={
        can(visit.actor, 'assessment.decide') &&
        found.state !== 'awarded' && (
          <IconLink href={outcomePath(found.caseId, outcome.id)} icon="edit">
            {t(`assessment.case.act.${act}`)}
          </IconLink>
        )
      }
    />
  )
}

/** The result in words, how it was reached, and the note for those who assess. */
function OutcomeNote({ visit, progress }: { visit: Visit; progress: OutcomeProgress<ReadableResult> }) {
  const { t, locale } = visit
  const { latest, state, history } = progress
  if (!latest) return <StateDots states={[state]} words={t('codes.result.not-assessed')} />
  return (
    <>
      <StateDots
        states={[state]}
        words={t('assessment.case.result', {
          result: t(`codes.result.${latest.result}`),
          method: t(`codes.method.${latest.method}`),
          date: formatDate(locale, latest.assessedAt),
        })}
      />
      {latest.note && <p class="m-note">{latest.note}</p>}
      {history.length > 1 && <p>{t('assessment.case.earlier', { count: history.length - 1 })}</p>}
    </>
  )
}
