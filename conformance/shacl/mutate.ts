type Container = Record<string | number, unknown>

/** One-place changes that a careless or hostile writer makes: the value that takes the place of the old. */
const changes: readonly (readonly [name: string, change: (old: unknown) => unknown])[] = [
  ['left out', () => undefined],
  ['text', () => 'urn:other:text'],
  ['number', () => 1.5],
  ['nothing', () => null],
  ['repeated', old => [old, 'urn:other:text']],
  ['another node', () => ({ type: 'Note', noteLiteral: { en: 'Other' } })],
]

/** Every place in a document, as keys from the root. */
export function listPlaces(value: unknown, place: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    [...place, key],
    ...listPlaces(inner, [...place, key]),
  ])
}

/** The number-th change of a document, each place and kind once before any comes again. */
export function mutate(
  document: object,
  number: number,
): { readonly name: string; readonly document: object } {
  const places = listPlaces(document).filter(place => place[0] !== '@context')
  const place = places[number % places.length]!
  const [name, change] = changes[Math.floor(number / places.length) % changes.length]!
  const copy = structuredClone(document)
  const container = place
    .slice(0, -1)
    .reduce((inner, key) => inner[key] as Container, copy as unknown as Container)
  const key = place.at(-1)!
  const value = change(container[key])
  if (value !== undefined) container[key] = value
  else if (Array.isArray(container)) container.splice(Number(key), 1)
  else delete container[key]
  return { name: `${name}: ${place.join('.')}`, document: copy }
}

/** How many changes there are in all. */
export function countMutations(document: object): number {
  return listPlaces(document).filter(place => place[0] !== '@context').length * changes.length
}
