import type { Locale } from './locale.ts'
import { regionTags } from './translate.ts'

/** Where times are shown unless something else is said. */
export const defaultTimeZone = 'Europe/Stockholm'

const calendarDate = /^\d{4}-\d{2}-\d{2}$/

type Moment = Date | string

/** A calendar date (`2026-03-14`) is the same day everywhere; an instant is shown in the time zone. */
function place(moment: Moment, timeZone: string): { date: Date; timeZone: string } {
  if (typeof moment === 'string' && calendarDate.test(moment)) {
    return { date: new Date(`${moment}T00:00:00Z`), timeZone: 'UTC' }
  }
  return { date: new Date(moment), timeZone }
}

/**
 * The date in words: `14 mars 2026`, `14. marts 2026`, `14 March 2026`.
 * Text that is no date is given back as it is: it may come from somebody else's file.
 */
export function formatDate(locale: Locale, moment: Moment, timeZone: string = defaultTimeZone): string {
  const placed = place(moment, timeZone)
  if (Number.isNaN(placed.date.getTime())) return String(moment)
  return new Intl.DateTimeFormat(regionTags[locale], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: placed.timeZone,
  }).format(placed.date)
}

/** The day as a heading: `Fredag 20 november`, `Friday 20 November`. */
export function formatWeekday(locale: Locale, moment: Date, timeZone: string = defaultTimeZone): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const
  const day = new Intl.DateTimeFormat(regionTags[locale], parts).format(moment)
  return day.charAt(0).toLocaleUpperCase(locale) + day.slice(1)
}

/** Date and time: `14 mars 2026 kl. 14.32`, `14. marts 2026 kl. 14.32`, `14 March 2026 at 14:32`. */
export function formatDateTime(locale: Locale, moment: Moment, timeZone: string = defaultTimeZone): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return String(moment)
  const day = formatDate(locale, date, timeZone)
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(date)
  return locale === 'en' ? `${day} at ${time}` : `${day} kl. ${time.replace(':', '.')}`
}

/** A number as the language writes it: `1 284`, `1.284`, `1,284`. */
export function formatNumber(locale: Locale, value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(regionTags[locale], options).format(value)
}

/** A code in groups of four, as people read and type it: `7KQ4 M2XP 9TRD`. */
export function formatCode(code: string): string {
  return code.replace(/\s+/g, '').replace(/(.{4})(?=.)/g, '$1 ')
}
