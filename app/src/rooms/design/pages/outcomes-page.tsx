import { outcomeSentence } from '@meritum/kit/elm'
import { requireStaff } from '../../../access/can.ts'
import {
  Actions,
  Alert,
  Button,
  Empty,
  LinkButton,
  Outcome,
  OutcomeList,
  PageHeading,
  PostButton,
  Text,
} from '../../../web/components/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { moveOutcome } from '../commands/move-outcome.ts'
import { removeOutcome } from '../commands/remove-outcome.ts'
import { getMicroCredential, type MicroCredential } from '../queries.ts'
import { type Again, answerForm, postedRevision } from './answer-form.ts'
import { pickParts } from './pick-parts.ts'
import { draftTitle, Studio } from './studio.tsx'

/** More than this many outcomes is no longer something small (guidebook). */
const advisedMost = 10

async function showOutcomes(visit: Visit, again?: Again): Promise<Response> {
  const { t } = visit
  const { tenantId } = requireStaff(visit.actor, 'design.write')
  const micro = await getMicroCredential(visit.services, tenantId, visit.params.id!)
  const root = `/design/${micro.id}/outcomes`
  const count = micro.draft.outcomes?.length ?? 0
  const body = (
    <>
      {count > 0 && (
        <PageHeading title={t('design.outcomes.title', { count })} lead={t('design.outcomes.lead')} />
      )}
      {count > advisedMost && (
        <Alert tone="attention">{t('design.outcomes.many', { most: advisedMost })}</Alert>
      )}
      {count === 0 && (
        <Empty level={1} title={t('design.outcomes.title', { count })} text={t('design.outcomes.empty')} />
      )}
      <OutcomeList>
        {(micro.draft.outcomes ?? []).map((_, index) => (
          <OutcomeRow visit={visit} micro={micro} index={index} />
        ))}
      </OutcomeList>
      <Actions>
        <LinkButton href={`${root}/new`} icon="add" variant={count === 0 ? 'primary' : 'secondary'}>
          {t('design.outcomes.add')}
        </LinkButton>
        {count > 0 && (
          <LinkButton href={`/design/${micro.id}/workload`}>{t('design.outcomes.next')}</LinkButton>
        )}
      </Actions>
    </>
  )
  return visit.page(
    {
      title: `${t('codes.element.learning-outcomes')} – ${draftTitle(visit, micro)}`,
      place: 'design',
      size: 'sm',
      status: again?.status ?? 200,
    },
    <Studio visit={visit} frame={{ micro, current: 'outcomes', again, body }} />,
  )
}

function OutcomeRow({ visit, micro, index }: { visit: Visit; micro: MicroCredential; index: number }) {
  const { t, locale } = visit
  const outcome = micro.draft.outcomes![index]!
  const picked = pickParts(outcome, locale)
  const page = `/design/${micro.id}/outcomes/${outcome.id}`
  const hidden = { revision: String(micro.revision) }
  const number = index + 1
  const isLast = number === micro.draft.outcomes!.length
  const named = (words: string) => (
    <>
      {words}
      <span class="ds-sr-only"> ({t('design.outcome.number', { number })})</span>
    </>
  )
  return (
    <Outcome
      category={outcome.category}
      sentence={picked && <span lang={picked.language}>{outcomeSentence(picked.parts)}</span>}
      note={
        <>
          {t('design.criterion.label')}:{' '}
          <Text value={outcome.criterion} fallback={t('design.criterion.missing')} />
        </>
      }
      action={
        <Actions>
          <LinkButton href={page} variant="secondary" icon="edit">
            {named(t('design.outcome.edit'))}
          </LinkButton>
          {index > 0 && (
            <PostButton
              action={`${page}/move`}
              token={visit.formToken}
              hidden={{ ...hidden, direction: 'up' }}
            >
              <Button variant="tertiary">{named(t('design.outcome.up'))}</Button>
            </PostButton>
          )}
          {!isLast && (
            <PostButton
              action={`${page}/move`}
              token={visit.formToken}
              hidden={{ ...hidden, direction: 'down' }}
            >
              <Button variant="tertiary">{named(t('design.outcome.down'))}</Button>
            </PostButton>
          )}
          <PostButton action={`${page}/remove`} token={visit.formToken} hidden={hidden}>
            <Button variant="tertiary" color="danger">
              {named(t('design.outcome.remove'))}
            </Button>
          </PostButton>
        </Actions>
      }
    />
  )
}

const back = (visit: Visit) => `/design/${visit.params.id}/outcomes`

/** The outcomes in their order: add, move, remove. */
export const outcomesPages: readonly Route[] = [
  {
    method: 'GET',
    path: '/design/:id/outcomes',
    kind: 'page',
    who: 'design.write',
    limits: pageLimits.read,
    handle: visit => showOutcomes(visit),
  },
  {
    method: 'POST',
    path: '/design/:id/outcomes/:outcomeId/move',
    kind: 'page',
    who: 'design.write',
    limits: pageLimits.post,
    handle: visit =>
      answerForm(
        visit,
        async () => {
          const direction = visit.form.values.direction === 'up' ? 'up' : 'down'
          await moveOutcome(visit.services, visit.actor, { ...placeOf(visit), direction })
          return back(visit)
        },
        again => showOutcomes(visit, again),
      ),
  },
  {
    method: 'POST',
    path: '/design/:id/outcomes/:outcomeId/remove',
    kind: 'page',
    who: 'design.write',
    limits: pageLimits.post,
    handle: visit =>
      answerForm(
        visit,
        async () => {
          await removeOutcome(visit.services, visit.actor, placeOf(visit))
          return back(visit)
        },
        again => showOutcomes(visit, again),
      ),
  },
]

const placeOf = (visit: Visit) => ({
  id: visit.params.id!,
  outcomeId: visit.params.outcomeId!,
  revision: postedRevision(visit),
})
