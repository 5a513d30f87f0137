import type { MicroCredentialContent } from '@meritum/kit/elm'
import { invalidInput } from '../../errors.ts'

type Validity = MicroCredentialContent['validity']

/** The calendar date (`YYYY-MM-DD`) of a moment, as people in the time zone write it. */
export function calendarDate(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment)
}

/**
 * The last day on which an award counts, by the version's own rule: the same day of the month so many
 * months later, or the last of a shorter month. Undefined when it is valid without end.
 */
export function lastDayByRule(validity: Validity, awardedOn: string): string | undefined {
  if (validity.kind === 'unlimited') return undefined
  const [year, month, day] = awardedOn.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + validity.months, 0))
  return new Date(
    Date.UTC(
      lastOfMonth.getUTCFullYear(),
      lastOfMonth.getUTCMonth(),
      Math.min(day, lastOfMonth.getUTCDate()),
    ),
  )
    .toISOString()
    .slice(0, 10)
}

/** The last second of a calendar date in the time zone, as an instant (`…Z`): ends are inclusive. */
export function endOfDay(date: string, timeZone: string): string {
  const asUtc = Date.parse(`${date}T23:59:59Z`)
  // The zone's distance from UTC at about that moment; it doesn't change in the last hour of a day.
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    .format(asUtc)
    .replace(' ', 'T')
  const offset = Date.parse(`${shown}Z`) - asUtc
  return new Date(asUtc - offset).toISOString().replace('.000Z', 'Z')
}

/**
 * The last day that the award shall have: what the issuer wishes, within the version's rule. Throws
 * `input.invalid` at the field `validUntil` when the wish ends before the award or goes beyond the rule.
 */
export function decideLastDay(
  validity: Validity,
  awardedOn: string,
  wished: string | undefined,
): string | undefined {
  const byRule = lastDayByRule(validity, awardedOn)
  if (byRule !== undefined && byRule < awardedOn) throw problem('issuing.award.expiry_before_award')
  if (wished === undefined) return byRule
  if (wished < awardedOn) throw problem('issuing.award.expiry_before_award')
  if (byRule !== undefined && wished > byRule) throw problem('issuing.award.expiry_after_rule')
  return wished
}

const problem = (key: string) => invalidInput({ field: 'validUntil', key })
