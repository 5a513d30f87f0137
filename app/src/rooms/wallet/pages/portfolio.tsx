import { pickText } from '@meritum/kit/text'
import {
  Alert,
  Empty,
  LinkButton,
  MarkRow,
  MarkRows,
  Notice,
  PageHeading,
  Text,
  ValidityAxis,
  ValidityLine,
  type ValidityRange,
  validityRange,
  Width,
} from '../../../web/components/index.ts'
import { formatDate } from '../../../web/i18n/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { markOf, markStateOf } from '../mark-of.ts'
import { listUnreadNotices, type Notice as WalletNotice } from '../notices.ts'
import { type HeldCredential, listHeld } from '../queries.ts'
import { heldPath, sharePath, sharesPath } from './wallet-links.ts'

/** A person's own credentials: what is in force, what needs renewing, how to share. */
export const portfolioPage: Route = {
  method: 'GET',
  path: '/wallet',
  kind: 'page',
  who: 'wallet.use',
  limits: pageLimits.read,
  async handle(visit) {
    const { services, actor, t } = visit
    const held = await listHeld(services, actor)
    const head = { title: t('wallet.list.title'), place: 'wallet', size: 'md' } as const
    if (held.length === 0) return visit.page(head, <NothingYet visit={visit} />)
    const notices = await listUnreadNotices(services, actor)
    return visit.page(head, <Portfolio visit={visit} held={held} notices={notices} />)
  },
}

function NothingYet({ visit: { t } }: { visit: Visit }) {
  return (
    <Width>
      <Empty level={1} title={t('wallet.list.empty.title')} text={t('wallet.list.empty.text')}>
        <LinkButton href="/catalogue" variant="secondary">
          {t('wallet.list.empty.act')}
        </LinkButton>
      </Empty>
    </Width>
  )
}

interface PortfolioProps {
  readonly visit: Visit
  readonly held: readonly HeldCredential[]
  readonly notices: readonly WalletNotice[]
}

function Portfolio({ visit, held, notices }: PortfolioProps) {
  const { t, services } = visit
  const now = services.clock.now()
  const range = validityRange(
    held.map(({ period }) => period),
    now,
  )
  const share = held.filter(({ standing }) => standing === 'in-force' || standing === 'renew-soon')
  const shareHref = share.length === 1 && share[0] ? sharePath(share[0].id) : sharesPath
  return (
    <Width>
      <PageHeading
        title={t('wallet.list.title')}
        lead={<Lead visit={visit} held={held} />}
        action={
          share.length > 0 && (
            <LinkButton href={shareHref} icon="share">
              {t('wallet.list.share')}
            </LinkButton>
          )
        }
      />
      {newest(notices).map(notice => (
        <News visit={visit} notice={notice} held={held.find(({ id }) => id === notice.walletCredentialId)} />
      ))}
      <MarkRows head={<ValidityAxis range={range} now={now} />}>
        {held.map(credential => (
          <HeldRow credential={credential} now={now} range={range} />
        ))}
      </MarkRows>
    </Width>
  )
}

/** Of each credential only the newest: what was issued and then revoked is no good news. */
function newest(notices: readonly WalletNotice[]): WalletNotice[] {
  return notices.filter(
    (notice, i) =>
      !notices.slice(0, i).some(({ walletCredentialId: id }) => id === notice.walletCredentialId),
  )
}

function Lead({ visit: { t, locale }, held }: { visit: Visit; held: readonly HeldCredential[] }) {
  const inForce = held.filter(({ standing }) => standing === 'in-force' || standing === 'renew-soon').length
  const next = held
    .filter(({ standing }) => standing === 'renew-soon')
    .map(({ view }) => view.validUntil ?? '')
    .sort()[0]
  return (
    <>
      {t('wallet.list.in_force', { inForce })}
      {next && ` ${t('wallet.list.renew', { date: formatDate(locale, next) })}`}
    </>
  )
}

function HeldRow({
  credential,
  now,
  range,
}: {
  credential: HeldCredential
  now: Date
  range: ValidityRange
}) {
  const { view, period, standing } = credential
  return (
    <MarkRow
      {...markOf(view)}
      state={markStateOf(standing)}
      title={<Text value={view.title} />}
      href={heldPath(credential.id)}
      organisation={<Text value={view.issuedBy?.name} />}
    >
      <ValidityLine {...period} now={now} range={range} />
    </MarkRow>
  )
}

/** What has happened since she was here last. */
function News({
  visit,
  notice,
  held,
}: {
  visit: Visit
  notice: WalletNotice
  held: HeldCredential | undefined
}) {
  const { t, locale } = visit
  if (!held) return null
  const title = pickText(held.view.title, locale)?.text ?? ''
  const organisation = pickText(held.view.issuedBy?.name, locale)?.text ?? ''
  if (notice.kind === 'credential.revoked') {
    const { revoked } = held.issuer ?? {}
    return (
      <Alert
        tone="bad"
        title={t('wallet.news.revoked', { organisation })}
        actions={<a href={heldPath(held.id)}>{t('wallet.news.read')}</a>}
      >
        <p>{title}</p>
        {revoked && (
          <p>{t('wallet.reason', { reason: t(`codes.revocation.${revoked.reason as 'other'}`) })}</p>
        )}
      </Alert>
    )
  }
  return (
    <Notice
      icon="genuine"
      title={t('wallet.news.issued')}
      action={
        <LinkButton href={heldPath(held.id)} variant="secondary">
          {t('wallet.news.open')}
        </LinkButton>
      }
    >
      {t('wallet.news.from', { title, organisation })}
    </Notice>
  )
}
