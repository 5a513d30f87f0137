const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

/** An xsd:dateTime with a zone; `undefined` for anything else, also for 30 February. No zone is ever guessed. */
export function parseDateTime(text: string): Date | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const time = new Date(text)
  if (Number.isNaN(time.getTime())) return undefined
  // `Date` lets days roll over: 30 February would become 2 March.
  const [year, month, day] = [match[1], match[2], match[3]].map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day <= lastDay ? time : undefined
}
