import type { Report } from '@meritum/kit/report'
import { pickText } from '@meritum/kit/text'
import type { VerdictAnswer, VerdictVariant } from '../../../web/components/index.ts'
import { formatDate, type Locale, type Translate } from '../../../web/i18n/index.ts'
import { findingOf, isGenuine, readVerdict, type VerdictKind } from '../read-verdict.ts'
import { sayCheck } from '../say-check.ts'

/** A report with what its page's words are made of. */
export interface Reading {
  readonly report: Report
  readonly kind: VerdictKind
  /** The seal holds and its owner is known. */
  readonly genuine: boolean
  readonly locale: Locale
  readonly t: Translate
}

/** Colour and ornament of the band: nothing green while it isn't known whose seal it is. */
export function variantOf({ kind, genuine }: Reading): VerdictVariant {
  if (kind === 'valid' || kind === 'invalid') return kind
  if (!genuine) return 'indeterminate'
  if (kind === 'revoked') return 'revoked'
  return kind === 'expired' || kind === 'not-yet' || kind === 'suspended' ? 'expired' : 'indeterminate'
}

/** Instead of the variant's own headline. */
export function headlineOf({ report, kind, genuine, t }: Reading): string | undefined {
  if (report.credentials) return t(`verifying.presentation.headline.${report.verdict}`)
  if (kind === 'unsealed' || kind === 'unreadable') return t(`verifying.headline.${kind}`)
  if (!genuine && (kind === 'expired' || kind === 'not-yet')) return t('verifying.headline.ended_unknown')
  if (!genuine && kind === 'revoked') return t('verifying.headline.revoked_unknown')
  if (kind === 'suspended') return t('verifying.headline.suspended')
  return kind === 'not-yet' ? t('verifying.headline.not-yet') : undefined
}

/** The page's title: the verdict, as in the band. */
export function titleOf(report: Report, locale: Locale, t: Translate): string {
  if (report.format === 'receipt') return t(`verifying.receipt.title.${report.verdict}`)
  const reading = readReport(report, readVerdict(report), locale, t)
  return headlineOf(reading) ?? t(`web.verdict.${variantOf(reading)}`)
}

/** The name that the seal's certificate gives, else the one that the file claims. */
export function issuerName({ report, locale }: Reading): string {
  const certified = paramOf(report, 'issuer', 'name')
  return certified ?? pickText(report.credential?.issuedBy?.name, locale)?.text ?? '–'
}

export function paramOf(
  report: Report,
  id: Parameters<typeof findingOf>[1],
  name: string,
): string | undefined {
  const value = findingOf(report, id)?.params?.[name]
  return value === undefined || value === '' ? undefined : String(value)
}

/** Is it genuine? */
export function answerGenuine(reading: Reading): VerdictAnswer {
  const { report, kind, genuine, locale, t } = reading
  const issuer = issuerName(reading)
  if (genuine) return { kind: 'yes', word: t('verifying.genuine.yes.word'), text: saySealed(reading, issuer) }
  if (kind === 'invalid') {
    const why = report.checks.find(check => check.state === 'failed')
    const text = t('verifying.genuine.no.text', { why: why ? sayCheck(why, locale, t) : '' })
    return { kind: 'no', word: t('verifying.genuine.no.word'), text }
  }
  const codes = report.checks.filter(check => check.state === 'unknown').map(check => check.code)
  const doubt = codes.some(code => code === 'issuer.unknown' || code === 'key.unconfirmed')
    ? 'issuer'
    : codes.includes('jades.no_poe')
      ? 'time'
      : 'unclear'
  const name = kind === 'unsealed' ? 'unsealed' : doubt
  const unclear = report.checks.find(check => check.state === 'unknown')
  const why = unclear ? sayCheck(unclear, locale, t) : ''
  return {
    kind: 'unclear',
    word: t(`verifying.genuine.${name}.word`),
    text: t(`verifying.genuine.${name}.text`, { issuer, why }),
  }
}

function saySealed({ report, locale, t }: Reading, issuer: string): string {
  const sealedAt = paramOf(report, 'seal', 'sealedAt')
  if (sealedAt === undefined) return t('verifying.genuine.yes.text_undated', { issuer })
  return t('verifying.genuine.yes.text', { issuer, date: formatDate(locale, sealedAt) })
}

/** Is it in force today? */
export function answerInForce(reading: Reading): VerdictAnswer {
  const { kind, report, t } = reading
  const untested: VerdictAnswer = {
    kind: 'untested',
    word: t('verifying.in_force.untested.word'),
    text: t('verifying.in_force.untested.text'),
  }
  if (kind === 'invalid' || kind === 'unreadable') return untested
  if (kind === 'revoked' || kind === 'suspended') return answerRevoked(reading)
  const dates = findingOf(report, 'dates')
  if (dates?.code === 'dates.expired') return answerEnded(reading)
  if (dates?.code === 'dates.not_yet_valid') {
    const text = t('verifying.in_force.not_yet.text', { date: dateOf(reading, 'from') ?? '' })
    return { kind: 'ended', word: t('verifying.in_force.not_yet.word'), text }
  }
  if (dates?.state !== 'passed') return untested
  if (kind === 'valid') return answerValid(reading)
  if (kind === 'status-unknown') {
    const text = t('verifying.in_force.status_unclear.text')
    return { kind: 'unclear', word: t('verifying.in_force.status_unclear.word'), text }
  }
  const until = dateOf(reading, 'until')
  return {
    kind: 'claimed',
    word: t('verifying.in_force.claimed.word'),
    text: until
      ? t('verifying.in_force.claimed.until', { date: until })
      : t('verifying.in_force.claimed.no_end'),
  }
}

function answerValid(reading: Reading): VerdictAnswer {
  const { report, t } = reading
  const until = dateOf(reading, 'until')
  const end = until ? t('verifying.in_force.yes.until', { date: until }) : t('verifying.in_force.yes.no_end')
  const isListed = findingOf(report, 'status')?.state === 'passed'
  const status = isListed ? t('verifying.in_force.not_revoked') : t('verifying.in_force.no_status')
  return { kind: 'yes', word: t('verifying.in_force.yes.word'), text: `${end} ${status}` }
}

function answerEnded(reading: Reading): VerdictAnswer {
  const { genuine, t } = reading
  const date = dateOf(reading, 'until') ?? ''
  return {
    kind: 'ended',
    word: t('verifying.in_force.ended.word'),
    text: genuine
      ? t('verifying.in_force.ended.text', { date })
      : t('verifying.in_force.ended.text_unknown', { date }),
  }
}

function answerRevoked({ report, locale, t }: Reading): VerdictAnswer {
  const finding = report.checks.find(check => /^status\.(revoked|suspended)/.test(check.code))
  return {
    kind: 'no',
    word: t('verifying.in_force.revoked.word'),
    text: finding ? sayCheck(finding, locale, t) : '',
  }
}

function dateOf({ report, locale }: Reading, name: 'from' | 'until'): string | undefined {
  const moment = paramOf(report, 'dates', name)
  return moment && formatDate(locale, moment)
}

export function readReport(report: Report, kind: VerdictKind, locale: Locale, t: Translate): Reading {
  return { report, kind, genuine: isGenuine(report), locale, t }
}
