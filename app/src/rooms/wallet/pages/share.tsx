import type { FieldProblem } from '../../../errors.ts'
import {
  Actions,
  Button,
  Columns,
  ErrorSummary,
  Form,
  Icon,
  LongTitle,
  Mark,
  Outcome,
  OutcomeList,
  PageHeading,
  Select,
  Text,
  TextField,
  Width,
} from '../../../web/components/index.ts'
import { formatDate } from '../../../web/i18n/index.ts'
import { readForm } from '../../read-form.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { createShare, createShareInput, dayInMilliseconds, shareDays } from '../commands/create-share.ts'
import { markOf, markStateOf } from '../mark-of.ts'
import { getHeld, type HeldCredential } from '../queries.ts'
import { StandingLine } from './credential.tsx'
import { heldPath, sharePath, sharesPath } from './wallet-links.ts'

const path = '/wallet/:id/share'

/** Making a link: how long it works, and exactly what the receiver sees. */
export const sharePages: readonly Route[] = [
  {
    method: 'GET',
    path,
    kind: 'page',
    who: 'wallet.use',
    limits: pageLimits.read,
    handle: visit => showForm(visit),
  },
  {
    method: 'POST',
    path,
    kind: 'page',
    who: 'wallet.use',
    limits: pageLimits.post,
    async handle(visit) {
      const read = readForm(createShareInput, visit.form, { walletCredentialId: visit.params.id! })
      if (!read.ok) return showForm(visit, read.problems)
      const { shareId } = await createShare(visit.services, visit.actor, read.value)
      return visit.redirect(`${sharesPath}?new=${shareId}`)
    },
  },
]

async function showForm(visit: Visit, problems: readonly FieldProblem[] = []): Promise<Response> {
  const { t } = visit
  const held = await getHeld(visit.services, visit.actor, visit.params.id!)
  const head = {
    title: t('wallet.share.title'),
    place: 'shares',
    size: 'md',
    ...(problems.length > 0 && { status: 422, hasProblems: true }),
  } as const
  return visit.page(
    head,
    <Width>
      <ErrorSummary problems={problems} />
      <PageHeading
        crumbs={[
          { href: '/wallet', text: t('wallet.list.title') },
          { href: heldPath(held.id), text: t('wallet.credential.title') },
        ]}
        title={t('wallet.share.title')}
        lead={t('wallet.share.lead')}
      />
      <Columns even side={<Preview visit={visit} held={held} />}>
        <ShareForm visit={visit} held={held} problems={problems} />
      </Columns>
    </Width>,
  )
}

function ShareForm({
  visit,
  held,
  problems,
}: {
  visit: Visit
  held: HeldCredential
  problems: readonly FieldProblem[]
}) {
  const { t, locale, services } = visit
  const now = services.clock.now().getTime()
  return (
    <Form
      action={sharePath(held.id)}
      token={visit.formToken}
      input={problems.length > 0 ? visit.form : undefined}
      problems={problems}
    >
      <TextField
        name="purpose"
        label={t('wallet.share.purpose')}
        help={t('wallet.share.purpose_help')}
        maxlength={200}
        optional
      />
      <Select
        name="days"
        label={t('wallet.share.days')}
        value="30"
        options={shareDays.map(days => ({
          value: String(days),
          label: t('wallet.share.days_option', {
            days,
            date: formatDate(locale, new Date(now + days * dayInMilliseconds)),
          }),
        }))}
      />
      <Actions>
        <Button icon="link">{t('wallet.share.act')}</Button>
        <span class="m-quiet">{t('wallet.share.stop_any_time')}</span>
      </Actions>
    </Form>
  )
}

/** The credential as the receiver meets it. */
function Preview({ visit, held }: { visit: Visit; held: HeldCredential }) {
  const { t, locale, services } = visit
  const { view } = held
  const address = `${services.config.baseUrl.replace(/^https?:\/\//, '')}/s/…`
  return (
    <>
      <h2 class="m-preview__title">{t('wallet.share.preview')}</h2>
      <div class="m-preview">
        <p class="m-preview__address">
          <Icon name="locked" />
          <span>{address}</span>
        </p>
        <div class="m-preview__page">
          <StandingLine visit={visit} held={held} />
          <div class="m-preview__head">
            <Mark {...markOf(view)} state={markStateOf(held.standing)} />
            <h3>
              <LongTitle>
                <Text value={view.title} />
              </LongTitle>
            </h3>
          </div>
          <p>
            <strong>{view.holder.name}</strong>
            {view.holder.birthDate &&
              `, ${t('wallet.share.born', { date: formatDate(locale, view.holder.birthDate) })}`}
          </p>
          <p class="m-quiet m-small">
            <Text value={view.issuedBy?.name} />
            {view.awardingDate && `, ${formatDate(locale, view.awardingDate)}`}
          </p>
          <OutcomeList>
            {view.outcomes.map(outcome => (
              <Outcome category={outcome.category} sentence={<Text value={outcome.title} />} />
            ))}
          </OutcomeList>
          <p class="m-quiet m-small">{t('wallet.share.everything')}</p>
        </div>
      </div>
    </>
  )
}
