import type { ConsultedList } from '@meritum/kit/report'
import { DefinitionList, Panel } from '../../../web/components/index.ts'
import type { Reading } from './answers.ts'
import { sayListAge, sayListName } from './say-list.ts'

/** Where the issuer was looked for, and what came of it; the states' lists that hold are one row. */
export function ListsLookedIn({ reading }: { reading: Reading }) {
  const { report, locale, t } = reading
  const facts = gather(report.lists ?? []).map(({ list, name }) => ({
    term: name ?? sayListName(list, t),
    value: t(`verifying.lists.answer.${answerOf(list)}`),
    note: sayListAge(list, locale, t),
  }))
  function gather(lists: readonly ConsultedList[]): { list: ConsultedList; name?: string }[] {
    const isSilent = ({ kind, state, hasIssuer }: ConsultedList) =>
      kind === 'trusted-list' && state === 'loaded' && !hasIssuer
    const silent = lists.filter(isSilent)
    const oldest = silent.toSorted((a, b) => (a.loadedAt ?? '').localeCompare(b.loadedAt ?? ''))[0]
    const together = oldest ? [{ list: oldest, name: t('verifying.lists.eu', { count: silent.length }) }] : []
    return [...lists.filter(list => !isSilent(list)).map(list => ({ list })), ...together]
  }
  return (
    <Panel title={t('verifying.lists.looked_in')}>
      {facts.length > 0 ? <DefinitionList facts={facts} /> : <p>{t('verifying.lists.none')}</p>}
      <p>
        <a href="/trust">{t('verifying.lists.all')}</a>
      </p>
    </Panel>
  )
}

function answerOf({ state, hasIssuer }: ConsultedList) {
  if (state !== 'loaded') return state
  return hasIssuer ? 'listed' : 'not-listed'
}
