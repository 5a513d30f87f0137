import { z } from 'zod'
import { describeVersion, versionExample, versionResponse } from '../design/index.ts'
import type { Route } from '../route.ts'
import { getCatalogueItem, searchCatalogue } from './queries.ts'
import { readSearch } from './read-search.ts'

const read = { bodyBytes: 0, perMinute: 600 }

/** Public: what is offered, newest versions first, twenty at a time. */
const list: Route = {
  method: 'GET',
  path: '/api/v1/catalogue',
  kind: 'api',
  who: 'anyone',
  limits: read,
  openapi: {
    summary: 'Search the published micro-credentials: `q` finds words in titles, `page` counts from 1',
    response: z.object({
      total: z.number(),
      page: z.number(),
      pages: z.number(),
      items: z.array(versionResponse),
    }),
    example: { total: 1, page: 1, pages: 1, items: [versionExample] },
  },
  async handle(visit) {
    const search = readSearch(visit.url)
    const { items, total, pages } = await searchCatalogue(visit.services, search)
    return visit.json({ total, page: search.page, pages, items: items.map(describeVersion) })
  },
}

const show: Route = {
  method: 'GET',
  path: '/api/v1/catalogue/:versionId',
  kind: 'api',
  who: 'anyone',
  limits: read,
  openapi: {
    summary: 'Read one published version, also an older one',
    response: versionResponse,
    example: versionExample,
  },
  async handle(visit) {
    const { version } = await getCatalogueItem(visit.services, visit.params.versionId!)
    return visit.json(describeVersion(version))
  },
}

export const catalogueApi: readonly Route[] = [list, show]
