/** An ISO 8601 date or moment as `xsd:dateTime`; a bare date becomes its first moment, UTC. */
export function startDateTime(value: string): string {
  return isBareDate(value) ? `${value}T00:00:00Z` : value
}

/** The same; a bare date becomes its last second, UTC: ends are inclusive. */
export function endDateTime(value: string): string {
  return isBareDate(value) ? `${value}T23:59:59Z` : value
}

function isBareDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
}
