import type { TrustSourceState } from '@meritum/kit/trust'
import { PageHeading, Section, Table, Tag, type TagTone } from '../../../web/components/index.ts'
import { formatDate, formatNumber } from '../../../web/i18n/index.ts'
import type { Visit } from '../../route.ts'
import { installationTrust } from '../trust/installation-trust.ts'
import { sayListAge, sayListName } from './say-list.ts'

const tones: Readonly<Record<TrustSourceState, TagTone>> = {
  loaded: 'good',
  stale: 'time',
  'could-not-load': 'attention',
}

/** The lists that a check looks for the issuer in, with their age. Anybody may know whom we trust. */
export async function trustPage(visit: Visit): Promise<Response> {
  const { services, locale, t } = visit
  const lists = (await installationTrust(services)).summarise(services.clock.now())
  const columns = (['name', 'kind', 'issuers', 'issued', 'loaded', 'state'] as const).map(key => ({
    key,
    label: t(`verifying.lists.column.${key}`),
    ...(key === 'issuers' ? { align: 'end' as const } : {}),
  }))
  const rows = lists.map(list => ({
    name: sayListName(list, t),
    kind: t(`verifying.lists.kind.${list.kind}`),
    issuers: list.state === 'could-not-load' ? '–' : formatNumber(locale, list.issuers),
    issued: list.issued ? formatDate(locale, list.issued) : '–',
    loaded: sayListAge({ ...list, state: 'loaded' }, locale, t) || '–',
    state: (
      <>
        <Tag tone={tones[list.state]}>{t(`verifying.lists.state.${list.state}`)}</Tag>
        {list.state === 'stale' && <span class="m-quiet"> {sayListAge(list, locale, t)}</span>}
      </>
    ),
  }))
  return visit.page(
    { title: t('verifying.lists.title'), place: 'verify', size: 'md' },
    <Section>
      <PageHeading
        title={t('verifying.lists.title')}
        lead={t('verifying.lists.lead')}
        crumbs={[{ href: '/verify', text: t('verifying.title') }]}
      />
      <Table caption={t('verifying.lists.title')} columns={columns} rows={rows} />
      <p class="m-section__lead">{t('verifying.lists.rule')}</p>
    </Section>,
  )
}
