import type { CredentialView } from '@meritum/kit/elm'
import {
  Alert,
  Columns,
  CredentialHead,
  DefinitionList,
  type Fact,
  IconLink,
  LinkButton,
  Outcome,
  OutcomeList,
  Panel,
  Qr,
  Quote,
  Section,
  Tag,
  Text,
  Width,
} from '../../../web/components/index.ts'
import { formatDate, formatDateTime, formatNumber } from '../../../web/i18n/index.ts'
import { fileResponse } from '../../issuing/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { markOf, markStateOf } from '../mark-of.ts'
import { markRead } from '../notices.ts'
import { getHeld, getHeldFile, type HeldCredential } from '../queries.ts'
import { filePath, sharePath } from './wallet-links.ts'

/** One credential in words that anybody can read, for its holder, and its sealed file. */
export const credentialPages: readonly Route[] = [
  {
    method: 'GET',
    path: '/wallet/:id',
    kind: 'page',
    who: 'wallet.use',
    limits: pageLimits.read,
    async handle(visit) {
      const { services, actor, params, t } = visit
      const held = await getHeld(services, actor, params.id!)
      await markRead(services, actor, held.id)
      const title = t('wallet.credential.title')
      return visit.page({ title, place: 'wallet', size: 'md' }, <CredentialBody visit={visit} held={held} />)
    },
  },
  {
    method: 'GET',
    path: '/wallet/:id/file',
    kind: 'file',
    who: 'wallet.use',
    limits: pageLimits.read,
    async handle(visit) {
      return fileResponse(await getHeldFile(visit.services, visit.actor, visit.params.id!))
    },
  },
]

function CredentialBody({ visit, held }: { visit: Visit; held: HeldCredential }) {
  const { t } = visit
  const { view } = held
  return (
    <>
      <CredentialHead
        {...markOf(view)}
        state={markStateOf(held.standing)}
        title={<Text value={view.title} />}
        holder={view.holder.name}
        organisation={
          <>
            <Text value={view.issuedBy?.name} />
            {view.place && `, ${view.place}`}
          </>
        }
      />
      <Width>
        <Columns side={<CheckSide visit={visit} held={held} />}>
          <StandingLine visit={visit} held={held} />
          <Revocation visit={visit} held={held} />
          <h2>{t('wallet.credential.can')}</h2>
          <OutcomeList>
            {view.outcomes.map((outcome, i) => (
              <Outcome
                category={outcome.category}
                sentence={<Text value={outcome.title} />}
                note={<OutcomeNote visit={visit} view={view} position={i} />}
              />
            ))}
          </OutcomeList>
          {view.workTasks && (
            <>
              <h2>{t('wallet.credential.at_work')}</h2>
              <Quote>
                <p>
                  <Text value={view.workTasks} />
                </p>
              </Quote>
            </>
          )}
        </Columns>
      </Width>
      <Section title={t('wallet.credential.facts')}>
        <DefinitionList facts={factsOf(visit, view)} />
        <p class="m-quiet m-small">{completenessOf(visit, view)}</p>
      </Section>
    </>
  )
}

/** The state as shape and word, and until when. */
export function StandingLine({ visit: { t, locale }, held }: { visit: Visit; held: HeldCredential }) {
  const tones = {
    'in-force': 'good',
    'renew-soon': 'attention',
    ended: 'time',
    revoked: 'bad',
    'not-yet': 'neutral',
  } as const
  const { standing, view } = held
  return (
    <p class="m-standing">
      <Tag tone={tones[standing]}>{t(`wallet.standing.${standing}`)}</Tag>
      {standing !== 'revoked' && (
        <span class="m-quiet">
          {view.validUntil
            ? t(standing === 'ended' ? 'wallet.credential.ended' : 'wallet.credential.until', {
                date: formatDate(locale, view.validUntil),
              })
            : t('wallet.credential.no_end')}
        </span>
      )}
    </p>
  )
}

function Revocation({ visit: { t, locale }, held }: { visit: Visit; held: HeldCredential }) {
  const revoked = held.issuer?.revoked
  if (!revoked) return null
  return (
    <Alert tone="bad" title={t('wallet.credential.revoked', { time: formatDateTime(locale, revoked.at) })}>
      <p>
        <Text value={held.view.issuedBy?.name} />.{' '}
        {t('wallet.reason', { reason: t(`codes.revocation.${revoked.reason as 'other'}`) })}
      </p>
      {revoked.note && <p class="m-note">{revoked.note}</p>}
      <p>{t('wallet.credential.revoked_advice')}</p>
    </Alert>
  )
}

/** By which method the outcome was assessed; the file lists one assessment for each outcome, in their order. */
function OutcomeNote({
  visit: { t },
  view,
  position,
}: {
  visit: Visit
  view: CredentialView
  position: number
}) {
  const own = view.assessments.length === view.outcomes.length ? view.assessments[position] : undefined
  if (!own) return null
  return (
    <p>
      {t('codes.result.met')}.{' '}
      {own.method ? `${t(`codes.method.${own.method}`)}.` : <Text value={own.type ?? own.title} />}
    </p>
  )
}

function CheckSide({ visit, held }: { visit: Visit; held: HeldCredential }) {
  const { t, services } = visit
  const link = held.issuer?.checkLink
  return (
    <>
      {link && (
        <Panel title={t('wallet.credential.check')}>
          <div class="m-qr-row">
            <Qr {...services.rendering.qr(link)} label={t('wallet.credential.qr', { link })} />
            <p>
              <span class="m-quiet">{t('wallet.credential.scan')}</span>
              <br />
              <a class="m-code-link" href={new URL(link).pathname}>
                {link.replace(/^https?:\/\//, '')}
              </a>
            </p>
          </div>
          <LinkButton href={new URL(link).pathname} icon="check" wide>
            {t('wallet.credential.check_act')}
          </LinkButton>
        </Panel>
      )}
      <ul class="m-link-list">
        <li>
          <IconLink href={sharePath(held.id)} icon="share">
            {t('wallet.credential.share')}
          </IconLink>
        </li>
        <li>
          <IconLink href={filePath(held.id)} icon="download" download>
            {t('wallet.credential.file')}
          </IconLink>
        </li>
      </ul>
    </>
  )
}

/** What the file states, in the order of the Recommendation's annex; what it doesn't state is left out. */
function factsOf(visit: Visit, view: CredentialView): Fact[] {
  const { t, locale } = visit
  const texts: readonly [string, CredentialView['level']][] = [
    [t('codes.element.level'), view.level],
    [t('wallet.fact.supervision'), view.supervision],
    [t('codes.element.participation'), view.participation],
    [t('codes.element.quality-assurance'), view.qualityAssurance],
    [t('wallet.fact.stackability'), view.stackability],
    [t('wallet.fact.prerequisites'), view.prerequisites],
    [t('wallet.fact.further'), view.furtherInformation],
  ]
  const date = view.awardingDate ?? view.issued
  return [
    ...(date ? [{ term: t('wallet.fact.awarded'), value: dateAndPlace(visit, date, view.place) }] : []),
    ...view.awardingBodies.map(body => ({
      term: t('codes.element.awarding-body'),
      value: <Text value={body.name} />,
    })),
    ...(view.designedBy
      ? [{ term: t('wallet.fact.steward'), value: <Steward visit={visit} view={view} /> }]
      : []),
    ...(view.workload?.hours
      ? [
          {
            term: t('codes.element.workload'),
            value: t('wallet.fact.hours', { hours: formatNumber(locale, view.workload.hours) }),
          },
        ]
      : []),
    ...texts.flatMap(([term, value]) => (value ? [{ term, value: <Text value={value} /> }] : [])),
  ]
}

function dateAndPlace({ t, locale }: Visit, date: string, place: string | undefined): string {
  const words = formatDate(locale, date)
  return place ? t('wallet.fact.date_and_place', { date: words, place }) : words
}

function Steward({ visit: { t }, view }: { visit: Visit; view: CredentialView }) {
  return (
    <>
      <Text value={view.designedBy?.name} />
      {view.version && t('wallet.fact.version', { number: view.version })}
    </>
  )
}

function completenessOf({ t }: Visit, { completeness }: CredentialView): string {
  const present = completeness.present.length
  return t('wallet.credential.complete', { present, all: present + completeness.missing.length })
}
