import type { CatalogueSearch } from './queries.ts'

/** What the address asks for: `q` and `page`. Nonsense is read as nothing, never refused. */
export function readSearch(url: URL): CatalogueSearch {
  const words = (url.searchParams.get('q') ?? '')
    .replace(/\p{Cc}/gu, ' ')
    .normalize('NFC')
    .trim()
    .slice(0, 100)
  const page = Number(url.searchParams.get('page') ?? 1)
  return { words, page: Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1 }
}

export function searchPath({ words, page }: CatalogueSearch): string {
  const query = new URLSearchParams()
  if (words) query.set('q', words)
  if (page > 1) query.set('page', String(page))
  return query.size > 0 ? `/catalogue?${query}` : '/catalogue'
}
