import type { ConsultedList } from '@meritum/kit/report'
import { formatDate, formatDateTime, type Locale, type Translate } from '../../../web/i18n/index.ts'

type Named = Pick<ConsultedList, 'kind' | 'name'>
type Aged = Pick<ConsultedList, 'kind' | 'state'> & {
  readonly loadedAt?: Date | string
  readonly nextUpdate?: Date | string
}

/** Our own lists have a name in the reader's language, others the one that they give themselves. */
export function sayListName(
  { kind, name, state }: Named & Partial<Pick<ConsultedList, 'state'>>,
  t: Translate,
): string {
  if (kind === 'organisations') return t('verifying.lists.organisations')
  // A file of certificates that couldn't be read is named by its name.
  return kind === 'certificates' && state !== 'could-not-load' ? t('verifying.lists.certificates') : name
}

/** How old it is: our own is read anew each time, a stale one says until when it counted. */
export function sayListAge({ state, loadedAt, nextUpdate }: Aged, locale: Locale, t: Translate): string {
  if (state === 'stale' && nextUpdate)
    return t('verifying.lists.until', { date: formatDate(locale, nextUpdate) })
  return loadedAt ? formatDateTime(locale, loadedAt) : ''
}
