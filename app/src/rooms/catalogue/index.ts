import type { Route } from '../route.ts'
import { catalogueApi } from './api.ts'
import { itemPage } from './pages/item-page.tsx'
import { searchPage } from './pages/search-page.tsx'

export { type CatalogueItem, getCatalogueItem, searchCatalogue } from './queries.ts'

export const catalogueRoutes: readonly Route[] = [searchPage, itemPage, ...catalogueApi]
