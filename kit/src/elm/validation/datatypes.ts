// XML Schema 1.1 part 2; dates and times also have to exist.
const timezone = '(?:Z|[+-]\\d{2}:\\d{2})?'
const dateTime = new RegExp(`^(-?\\d{4,}-\\d{2}-\\d{2})T(\\d{2}):(\\d{2}):(\\d{2})(?:\\.\\d+)?${timezone}$`)
const duration = /^-?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/
const integer = /^[+-]?\d+$/

const forms: Readonly<Record<string, (lexical: string) => boolean>> = {
  dateTime: isDateTime,
  duration: lexical => duration.test(lexical),
  integer: lexical => integer.test(lexical),
  positiveInteger: lexical => integer.test(lexical) && BigInt(lexical.replace('+', '')) > 0n,
  percent: lexical => integer.test(lexical) && Number(lexical) > 0 && Number(lexical) <= 100,
  decimal: lexical => /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(lexical),
  boolean: lexical => /^(?:true|false|0|1)$/.test(lexical),
}

/** Whether text has the form of a datatype; datatypes without a form (strings, URIs) take any. */
export function isWellFormed(datatype: string, lexical: string): boolean {
  return forms[datatype]?.(lexical) ?? true
}

/** Milliseconds since 1970 of an `xsd:dateTime`; one without time zone is read as UTC. */
export function momentOf(lexical: string): number | undefined {
  if (!isDateTime(lexical)) return undefined
  const moment = Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(lexical) ? lexical : `${lexical}Z`)
  return Number.isNaN(moment) ? undefined : moment
}

function isDateTime(lexical: string): boolean {
  const [, date, hours, minutes, seconds] = dateTime.exec(lexical) ?? []
  if (date === undefined) return false
  const [year, month, day] = date.replace(/^-/, '').split('-').map(Number) as [number, number, number]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  const midnight = hours === '24' && minutes === '00' && seconds === '00'
  return (
    day >= 1 &&
    day <= days &&
    (midnight || (Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60))
  )
}
