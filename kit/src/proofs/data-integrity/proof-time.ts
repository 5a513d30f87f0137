import type { JsonValue } from '../../json/index.ts'

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?$/

/** An xsd:dateTime; one without a zone is UTC (VC Data Integrity §2.1, `created`). `null` for anything else. */
export function parseProofTime(value: JsonValue): Date | null {
  const match = typeof value === 'string' ? pattern.exec(value) : null
  if (!match) return null
  const time = new Date(match[8] ? match[0] : `${match[0]}Z`)
  if (Number.isNaN(time.getTime())) return null
  // `Date` lets days roll over: 30 February would become 2 March.
  const [year, month, day] = [match[1], match[2], match[3]].map(Number) as [number, number, number]
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? time : null
}
