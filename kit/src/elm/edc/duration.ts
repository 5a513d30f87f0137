/** Hours as `xsd:duration`, to the minute: 24 → `PT24H`, 1.5 → `PT1H30M`. */
export function hoursToDuration(hours: number): string {
  const minutes = Math.round(hours * 60)
  const whole = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (whole === 0 && rest > 0) return `PT${rest}M`
  return rest === 0 ? `PT${whole}H` : `PT${whole}H${rest}M`
}

/** Hours of an `xsd:duration` in days, hours and minutes. Months and years have no fixed number of hours. */
export function durationToHours(duration: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration)
  if (!match || duration === 'P' || duration.endsWith('T')) return undefined
  const [days, hours, minutes, seconds] = match.slice(1).map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ]
  return days * 24 + hours + minutes / 60 + seconds / 3600
}
