import { revocationReasons } from '@meritum/kit/status'
import { AppError, type FieldProblem } from '../../../errors.ts'
import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeading,
  RadioCards,
  Text,
  TextArea,
  Width,
} from '../../../web/components/index.ts'
import { readForm } from '../../read-form.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { revokeAward, revokeAwardInput } from '../commands/revoke-award.ts'
import { getAward } from '../queries.ts'
import { nameOf } from './award.tsx'
import { awardPath, revokePath } from './issuing-links.ts'

const path = '/issuing/awards/:awardId/revoke'

/** Revoking: a reason that everybody sees, a note that only the holder sees. */
export const revokePages: readonly Route[] = [
  {
    method: 'GET',
    path,
    kind: 'page',
    who: 'issuing.revoke',
    limits: pageLimits.read,
    handle: visit => showForm(visit),
  },
  {
    method: 'POST',
    path,
    kind: 'page',
    who: 'issuing.revoke',
    limits: pageLimits.post,
    async handle(visit) {
      const awardId = visit.params.awardId!
      const read = readForm(revokeAwardInput, visit.form, { awardId })
      if (!read.ok) return showForm(visit, read.problems)
      try {
        await revokeAward(visit.services, visit.actor, read.value)
      } catch (error) {
        // Somebody else was first: the award's page says when and why.
        if (!(error instanceof AppError && error.code === 'issuing.already_revoked')) throw error
      }
      return visit.redirect(awardPath(awardId))
    },
  },
]

async function showForm(visit: Visit, problems: readonly FieldProblem[] = []): Promise<Response> {
  const { t } = visit
  const found = await getAward(visit.services, visit.actor, visit.params.awardId!)
  if (found.state !== 'issued') return visit.redirect(awardPath(found.awardId))
  const name = nameOf(found.award)
  const head = {
    title: t('issuing.revoke.title', { name }),
    place: 'issuing',
    size: 'sm',
    ...(problems.length > 0 && { status: 422, hasProblems: true }),
  } as const
  return visit.page(
    head,
    <Width narrow="form">
      <ErrorSummary problems={problems} />
      <PageHeading
        crumbs={[{ href: awardPath(found.awardId), text: name }]}
        title={t('issuing.revoke.title', { name })}
        lead={<Text value={found.award.version.content.title} />}
      />
      <Alert tone="attention" title={t('issuing.revoke.final.title')}>
        <p>{t('issuing.revoke.final.text')}</p>
        <p>{t('issuing.revoke.europass')}</p>
      </Alert>
      <Form
        action={revokePath(found.awardId)}
        token={visit.formToken}
        input={problems.length > 0 ? visit.form : undefined}
        problems={problems}
      >
        <RadioCards
          name="reason"
          label={t('issuing.revoke.reason')}
          help={t('issuing.revoke.reason_help')}
          options={revocationReasons.map(reason => ({
            value: reason,
            label: t(`codes.revocation.${reason}`),
          }))}
        />
        <TextArea
          name="note"
          label={t('issuing.revoke.note')}
          help={t('issuing.revoke.note_help')}
          rows={4}
          optional
        />
        <Actions>
          <Button color="danger">{t('issuing.revoke.act')}</Button>
          <LinkButton href={awardPath(found.awardId)} variant="tertiary">
            {t('issuing.revoke.keep')}
          </LinkButton>
        </Actions>
      </Form>
    </Width>,
  )
}
