import type { CredentialView } from '@meritum/kit/elm'
import type { Translate } from '../../web/i18n/index.ts'

/** Hours, or the duration as it is written, and credits. */
export function sayWorkload(t: Translate, workload: CredentialView['workload']): string | undefined {
  if (!workload) return undefined
  const { hours, ects, duration } = workload
  const time = hours === undefined ? duration : t('verifying.more.hours', { hours })
  return [time, ects && t('verifying.more.ects', { ects })].filter(Boolean).join(', ')
}
