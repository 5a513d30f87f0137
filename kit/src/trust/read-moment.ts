const form = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2}))?$/

/** An xsd:dateTime with its zone, or a date, which means its first moment in UTC. 30 February is none. */
export function readMoment(text: string): Date | undefined {
  const date = text.slice(0, 10)
  if (!form.test(text)) return undefined
  const [day, time] = [new Date(`${date}T00:00:00Z`), new Date(text)]
  const isReal = !Number.isNaN(+day) && day.toISOString().startsWith(date) && !Number.isNaN(+time)
  return isReal ? time : undefined
}
