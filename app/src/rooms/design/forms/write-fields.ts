/** The other way round from `readFields`: what a form shows of values that are kept. */
export function writeFields(value: unknown, path: readonly string[] = []): Record<string, string> {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object') return { [path.join('.')]: String(value) }
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => writeFields(inner, [...path, key])))
}
