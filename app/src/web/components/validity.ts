/** What a validity line shows. `until` is inclusive: a date counts to its end. */
export interface ValidityPeriod {
  readonly from: string
  readonly until?: string | undefined
  readonly revokedAt?: string | undefined
}

export type ValidityState = 'not-yet' | 'in-force' | 'renew-soon' | 'ended' | 'revoked'

const day = 24 * 60 * 60 * 1000
const renewalNotice = 90 * day

/** Milliseconds at the end of a date, or of the instant itself. */
export function endOf(until: string): number {
  const time = Date.parse(until)
  return /^\d{4}-\d{2}-\d{2}$/.test(until) ? time + day : time
}

export function validityState(period: ValidityPeriod, now: Date): ValidityState {
  if (period.revokedAt !== undefined) return 'revoked'
  if (Date.parse(period.from) > now.getTime()) return 'not-yet'
  if (period.until === undefined) return 'in-force'
  const left = endOf(period.until) - now.getTime()
  if (left <= 0) return 'ended'
  return left <= renewalNotice ? 'renew-soon' : 'in-force'
}

/** First and last year that a line shows; the same for all lines of one list. */
export interface ValidityRange {
  readonly firstYear: number
  readonly lastYear: number
}

/** A range that holds every period and today, at least two years to either side being shown. */
export function validityRange(periods: readonly ValidityPeriod[], now: Date): ValidityRange {
  const years = periods
    .flatMap(period => [period.from, period.until ?? period.from])
    .map(moment => new Date(moment).getUTCFullYear())
  const known = years.filter(year => Number.isFinite(year))
  const today = now.getUTCFullYear()
  return { firstYear: Math.min(today - 1, ...known), lastYear: Math.max(today + 2, ...known) }
}

/** Where a moment lies in the range, 0 to 100. */
export function placeInRange(time: number, range: ValidityRange): number {
  const start = Date.UTC(range.firstYear, 0)
  const end = Date.UTC(range.lastYear + 1, 0)
  const share = ((time - start) / (end - start)) * 100
  return Math.round(Math.min(100, Math.max(0, share)) * 10) / 10
}
