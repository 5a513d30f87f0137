import type { CheckId, CheckState } from '@meritum/kit/report'
import { Actions, type CheckItem, CheckList, IconLink, Section } from '../../../web/components/index.ts'
import { joinNames, sayCheck } from '../say-check.ts'
import type { Reading } from './answers.ts'

/** How it was checked: what doesn't hold is named above the list, what the reader must do is open. */
export function Checks({ reading }: { reading: Reading }) {
  const { report, locale, t } = reading
  const items = report.checks.map(
    (check): CheckItem => ({
      state: check.state,
      name: t(`checks.name.${check.id}`),
      sentence: sayCheck(check, locale, t),
      explanation: explain(check.id, reading),
      code: check.code,
    }),
  )
  const holder = report.credential && holderCheck(reading)
  return (
    <Section title={t('verifying.checks.title')} lead={sumUp(reading, items, holder !== undefined)}>
      <CheckList checks={holder ? [...items, holder] : items} />
      <Actions>
        <IconLink href="/verify" icon="check">
          {t('verifying.act.another')}
        </IconLink>
      </Actions>
    </Section>
  )
}

function explain(id: CheckId, { t }: Reading) {
  const text = <p>{t(`checks.explain.${id}`)}</p>
  if (id !== 'issuer') return text
  return (
    <>
      {text}
      <p>
        <a href="/trust">{t('verifying.lists.all')}</a>
      </p>
    </>
  )
}

/** No file can prove who shows it. */
function holderCheck({ t }: Reading): CheckItem {
  return {
    state: 'warning',
    name: t('checks.name.holder'),
    sentence: t('checks.holder.sentence'),
    explanation: <p>{t('checks.explain.holder')}</p>,
    code: 'holder.compare',
    open: true,
  }
}

function sumUp({ locale, t }: Reading, items: readonly CheckItem[], withHolder: boolean): string {
  const named = (state: Exclude<CheckState, 'passed'>) => {
    const names = [
      ...new Set(
        items.filter(item => item.state === state).map(({ name }) => name.toLocaleLowerCase(locale)),
      ),
    ]
    return names.length > 0 ? [t(`verifying.checks.${state}`, { names: joinNames(names, locale) })] : []
  }
  const passed = items.filter(item => item.state === 'passed').length
  const all = items.length + (withHolder ? 1 : 0)
  return [
    t('verifying.checks.passed', { passed, all }),
    ...named('failed'),
    ...named('unknown'),
    ...named('warning'),
    ...named('skipped'),
    ...(withHolder ? [t('verifying.checks.yourself')] : []),
  ].join(' ')
}
