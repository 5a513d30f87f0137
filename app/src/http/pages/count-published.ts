import { searchCatalogue } from '../../rooms/catalogue/index.ts'
import type { Services } from '../../rooms/services.ts'

/** How many micro-credentials the catalogue shows. */
export async function countPublished(services: Services): Promise<number> {
  const { total } = await searchCatalogue(services, { words: '', page: 1 })
  return total
}
