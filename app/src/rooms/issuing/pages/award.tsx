import type { Award } from '@meritum/kit/elm'
import {
  Alert,
  Columns,
  CopyBlock,
  DefinitionList,
  IconLink,
  Outcome,
  OutcomeList,
  PageHeading,
  Panel,
  Qr,
  Text,
  Width,
} from '../../../web/components/index.ts'
import { formatDate, formatDateTime } from '../../../web/i18n/index.ts'
import { outcomeSentences } from '../../assessment/index.ts'
import { pageLimits, type Route, type Visit } from '../../route.ts'
import { fileResponse } from '../file-response.ts'
import { type AwardDetail, getAward, getSealedFile, type SealedCopy } from '../queries.ts'
import { filePath, revokePath } from './issuing-links.ts'
import { AwardTag } from './register.tsx'

/** An award in the register: state, how it is checked, its sealed file, and the way to revoke it. */
export const awardPages: readonly Route[] = [
  {
    method: 'GET',
    path: '/issuing/awards/:awardId',
    kind: 'page',
    who: 'issuing.read',
    limits: pageLimits.read,
    async handle(visit) {
      const found = await getAward(visit.services, visit.actor, visit.params.awardId!)
      const head = { title: nameOf(found.award), place: 'issuing', size: 'sm' } as const
      return visit.page(head, <AwardBody visit={visit} found={found} />)
    },
  },
  {
    method: 'GET',
    path: '/issuing/awards/:awardId/file',
    kind: 'file',
    who: 'issuing.read',
    limits: pageLimits.read,
    async handle(visit) {
      return fileResponse(await getSealedFile(visit.services, visit.actor, visit.params.awardId!))
    },
  },
]

export const nameOf = ({ holder }: Award) => `${holder.givenName} ${holder.familyName}`

function AwardBody({ visit, found }: { visit: Visit; found: AwardDetail }) {
  const { t } = visit
  const { award } = found
  const copy = found.copies[0]
  return (
    <Width>
      <PageHeading
        crumbs={[{ href: '/issuing', text: t('issuing.list.title') }]}
        title={nameOf(award)}
        lead={<Text value={award.version.content.title} />}
      />
      <p>
        <AwardTag visit={visit} state={found.state} validUntil={award.validUntil} />
      </p>
      <StateAlert visit={visit} found={found} />
      <Columns side={copy && <CheckPanel visit={visit} copy={copy} />}>
        <DefinitionList facts={factsOf(visit, found)} />
        <h2>{t('issuing.review.outcomes')}</h2>
        <OutcomeList>
          {award.version.content.outcomes.map(outcome => (
            <Outcome
              category={outcome.category}
              sentence={<Text value={outcomeSentences(outcome)} />}
              note={<ResultNote visit={visit} award={award} outcomeId={outcome.id} />}
            />
          ))}
        </OutcomeList>
        {copy && (
          <ul class="m-link-list">
            <li>
              <IconLink href={filePath(found.awardId)} icon="download" download>
                {t('issuing.award.download')}
              </IconLink>
            </li>
            {found.state === 'issued' && (
              <li>
                <IconLink href={revokePath(found.awardId)} icon="wrong">
                  {t('issuing.award.revoke')}
                </IconLink>
              </li>
            )}
          </ul>
        )}
      </Columns>
    </Width>
  )
}

function ResultNote({ visit: { t }, award, outcomeId }: { visit: Visit; award: Award; outcomeId: string }) {
  const result = award.results.find(candidate => candidate.outcomeId === outcomeId)
  return result ? <p>{t('issuing.award.met', { method: t(`codes.method.${result.method}`) })}</p> : null
}

function StateAlert({ visit: { t, locale }, found }: { visit: Visit; found: AwardDetail }) {
  if (found.state === 'decided') {
    return (
      <Alert tone="attention" title={t('issuing.award.unfinished.title')}>
        {t('issuing.award.unfinished.text')}
      </Alert>
    )
  }
  if (!found.revoked) return null
  const { at, reason, note } = found.revoked
  return (
    <Alert tone="bad" role="status" title={t('issuing.award.revoked', { time: formatDateTime(locale, at) })}>
      <p>{t(`codes.revocation.${reason as 'other'}`)}</p>
      {note && <p>{note}</p>}
    </Alert>
  )
}

function CheckPanel({ visit, copy }: { visit: Visit; copy: SealedCopy }) {
  const { t, services } = visit
  const { path, size } = services.rendering.qr(copy.checkLink)
  return (
    <Panel title={t('issuing.award.check')}>
      <Qr path={path} size={size} label={t('issuing.award.qr', { link: copy.checkLink })} />
      <CopyBlock id="check-link" label={t('issuing.award.check_link')} text={copy.checkLink} />
      <p>
        <a href={new URL(copy.checkLink).pathname}>{t('issuing.award.open_check')}</a>
      </p>
    </Panel>
  )
}

function factsOf({ t, locale }: Visit, { award, copies }: AwardDetail) {
  const sealedAt = copies[0]?.sealedAt
  return [
    {
      term: t('issuing.award.date'),
      value: t('issuing.page.date_and_place', {
        date: formatDate(locale, award.awardingDate),
        place: award.place.locality,
      }),
    },
    ...(sealedAt ? [{ term: t('issuing.award.sealed'), value: formatDateTime(locale, sealedAt) }] : []),
    {
      term: t('issuing.award.valid_until'),
      value: award.validUntil ? formatDate(locale, award.validUntil) : t('issuing.page.no_end'),
    },
    {
      term: t('issuing.review.version'),
      value: t('issuing.review.version_number', { number: award.version.number }),
    },
  ]
}
