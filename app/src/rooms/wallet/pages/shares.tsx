import {
  Alert,
  Button,
  CopyBlock,
  Empty,
  LinkButton,
  MarkRow,
  MarkRows,
  PageHeading,
  PostButton,
  Section,
  Tag,
  Text,
  Width,
} from '../../../web/components/index.ts'
import { formatDate } from '../../../web/i18n/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { withdrawShare } from '../commands/withdraw-share.ts'
import { markOf, markStateOf } from '../mark-of.ts'
import { type HeldCredential, listHeld } from '../queries.ts'
import { listShares, type ShareSummary } from '../share-queries.ts'
import { sharePath, sharesPath, withdrawPath } from './wallet-links.ts'

/** A person's links: which work, until when, and how to stop them. */
export const sharesPages: readonly Route[] = [
  {
    method: 'GET',
    path: sharesPath,
    kind: 'page',
    who: 'wallet.use',
    limits: pageLimits.read,
    async handle(visit) {
      const { services, actor, t } = visit
      const shares = await listShares(services, actor)
      const held = await listHeld(services, actor)
      const head = { title: t('wallet.shares.title'), place: 'shares', size: 'md' } as const
      return visit.page(head, <SharesBody visit={visit} shares={shares} held={held} />)
    },
  },
  {
    method: 'POST',
    path: '/wallet/shares/:shareId/withdrawal',
    kind: 'page',
    who: 'wallet.use',
    limits: pageLimits.post,
    async handle(visit) {
      await withdrawShare(visit.services, visit.actor, { shareId: visit.params.shareId! })
      return visit.redirect(`${sharesPath}?stopped=${visit.params.shareId}`)
    },
  },
]

interface SharesBodyProps {
  readonly visit: Visit
  readonly shares: readonly ShareSummary[]
  readonly held: readonly HeldCredential[]
}

function SharesBody({ visit, shares, held }: SharesBodyProps) {
  const { t } = visit
  const open = shares.filter(({ state }) => state === 'open')
  const closed = shares.filter(({ state }) => state !== 'open')
  return (
    <>
      <Width>
        {shares.length === 0 ? (
          <Empty level={1} title={t('wallet.shares.empty.title')} text={t('wallet.shares.empty.text')}>
            {held.length === 0 && (
              <LinkButton href="/wallet" variant="secondary">
                {t('wallet.list.title')}
              </LinkButton>
            )}
          </Empty>
        ) : (
          <PageHeading
            title={t('wallet.shares.title')}
            lead={t('wallet.shares.lead', { open: open.length })}
          />
        )}
        <Outcome visit={visit} shares={shares} />
        {open.length > 0 && <ShareRows visit={visit} shares={open} />}
      </Width>
      {held.length > 0 && <ShareMore visit={visit} held={held} />}
      {closed.length > 0 && (
        <Section title={t('wallet.shares.closed')}>
          <ShareRows visit={visit} shares={closed} />
        </Section>
      )}
    </>
  )
}

/** What the form before this page did. */
function Outcome({ visit: { t, url }, shares }: { visit: Visit; shares: readonly ShareSummary[] }) {
  const made = shares.find(({ id, state }) => id === url.searchParams.get('new') && state === 'open')
  const stopped = shares.some(
    ({ id, state }) => id === url.searchParams.get('stopped') && state === 'withdrawn',
  )
  if (made) {
    return (
      <Alert tone="good" role="status" title={t('wallet.shares.made')}>
        <CopyBlock id="new-link" label={t('wallet.shares.made_text')} text={made.link} />
      </Alert>
    )
  }
  return stopped ? (
    <Alert tone="info" role="status" title={t('wallet.shares.stopped')}>
      {t('wallet.shares.stopped_text')}
    </Alert>
  ) : null
}

function ShareRows({ visit, shares }: { visit: Visit; shares: readonly ShareSummary[] }) {
  return (
    <MarkRows>
      {shares.map(share => (
        <ShareRow visit={visit} share={share} />
      ))}
    </MarkRows>
  )
}

function ShareRow({ visit, share }: { visit: Visit; share: ShareSummary }) {
  const { t, locale } = visit
  const date = formatDate(locale, share.withdrawnAt ?? share.expiresAt)
  return (
    <MarkRow
      {...markOf(share.view)}
      state={share.state === 'open' ? 'in-force' : 'ended'}
      title={<Text value={share.view.title} />}
      organisation={share.purpose ?? t('wallet.shares.no_purpose')}
    >
      <div class="m-share">
        <Tag
          tone={share.state === 'open' ? 'good' : 'neutral'}
          icon={share.state === 'open' ? 'link' : 'past'}
        >
          {t(`wallet.shares.state.${share.state}`)}
        </Tag>
        <p class="m-small">{t(`wallet.shares.until.${share.state}`, { date })}</p>
        {share.state === 'open' && (
          <>
            <a class="m-code-link" href={new URL(share.link).pathname}>
              {share.link.replace(/^https?:\/\//, '')}
            </a>
            <PostButton action={withdrawPath(share.id)} token={visit.formToken}>
              <Button variant="secondary">{t('wallet.shares.stop')}</Button>
            </PostButton>
          </>
        )}
      </div>
    </MarkRow>
  )
}

/** Which of her credentials she can make a link to. */
function ShareMore({ visit, held }: { visit: Visit; held: readonly HeldCredential[] }) {
  const { t } = visit
  return (
    <Section title={t('wallet.shares.more')} tinted>
      <MarkRows>
        {held.map(({ id, view, standing }) => (
          <MarkRow
            {...markOf(view)}
            state={markStateOf(standing)}
            level={3}
            title={<Text value={view.title} />}
            organisation={<Text value={view.issuedBy?.name} />}
          >
            <LinkButton href={sharePath(id)} variant="secondary" icon="share">
              {t('wallet.credential.share')}
            </LinkButton>
          </MarkRow>
        ))}
      </MarkRows>
    </Section>
  )
}
