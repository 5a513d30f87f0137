import type { Check } from '@meritum/kit/report'
import {
  formatDate,
  isMessageKey,
  type Locale,
  type MessageValues,
  type Translate,
  translateCode,
} from '../../web/i18n/index.ts'
import { certificatesId, organisationsId } from './trust/source-ids.ts'

const moment = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/

/** What a check found, as one sentence. A code without words of its own is shown as it is. */
export function sayCheck(check: Check, locale: Locale, t: Translate): string {
  const words = sayParams(check, locale, t)
  if (check.code === 'issuer.trusted' && isDevelopmentRoot(check.params?.root))
    return t('checks.issuer_development', words)
  if (check.code === 'issuer.trusted' && isListed(check.params?.list)) return t('checks.issuer_listed', words)
  return translateCode(t, `check.${check.code}`, words)
}

/** The check that the verdict comes from: what doesn't hold, what couldn't be told, or until when it is in force. */
export function decidingCheck(checks: readonly Check[]): Check | undefined {
  return (
    checks.find(check => check.state === 'failed') ??
    checks.find(check => check.state === 'unknown') ??
    checks.find(check => check.id === 'dates' || check.id === 'contents') ??
    checks.at(0)
  )
}

/** Known from a list, and not only by a certificate that leads to a root. */
export function isListed(list: string | number | undefined): boolean {
  return list !== undefined && list !== certificatesId
}

/** Whether a root is our own for development, which proves nothing: it is known by the name that it is made with. */
export function isDevelopmentRoot(name: string | number | undefined): boolean {
  return /development CA/i.test(String(name ?? ''))
}

/** Params are data (codes, ISO dates); here they become words. */
function sayParams({ code, params = {} }: Check, locale: Locale, t: Translate): MessageValues {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (typeof value === 'number') return [name, value]
      if (name === 'source') return [name, saySource(params, t)]
      if (name === 'missing') return [name, sayElements(value, locale, t)]
      if (name === 'reason') return [name, sayReason(code, value, t)]
      return [name, moment.test(value) ? formatDate(locale, value) : value]
    }),
  )
}

/** Our own list has a name in the reader's language, others the one that they give themselves. */
export function saySource({ list, source = '' }: NonNullable<Check['params']>, t: Translate): string {
  return list === organisationsId ? t('verifying.lists.organisations') : String(source)
}

function sayElements(missing: string, locale: Locale, t: Translate): string {
  const names = missing.split(', ').map(element => translateCode(t, `codes.element.${element}`))
  return joinNames(names, locale)
}

function sayReason(code: string, reason: string, t: Translate): string {
  const key = `${code === 'jades.sigt' ? 'checks.sealing_time' : 'codes.revocation'}.${reason}`
  return isMessageKey(key) ? t(key) : reason
}

/** "a, b and c" in the reader's language. */
export function joinNames(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}
