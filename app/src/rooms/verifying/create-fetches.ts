import type { FetchDocument, VerifyContext } from '@meritum/kit/verify'
import { createCachedFetch, fetchRules } from '../../fetching/index.ts'

/** The ways out of a verification. */
export type Fetches = Required<Pick<VerifyContext, 'resolveStatusList' | 'fetchDidDocument' | 'fetchJson'>>

/** One for the whole process: what is public is the same for everybody. */
const cachedFetch = createCachedFetch(() => performance.now())

const accepts = {
  statusList: 'application/vc+jwt, application/statuslist+jwt, application/vc, application/json;q=0.5',
  didDocument: 'application/did+json, application/json',
  json: 'application/json',
}

/**
 * Gets what verifications need from others. A status list of our own is answered in process by `own`, never
 * fetched: a server that asks itself over the network can be made to ask for ever. The rest comes by the one way
 * out to the network, or not at all.
 */
export function createFetches(
  baseUrl: string,
  own: (listId: string) => Promise<string | undefined>,
  { offline = false }: { readonly offline?: boolean } = {},
): Fetches {
  const rules = fetchRules(baseUrl)
  const fetchAs =
    (accept: string): FetchDocument =>
    async url =>
      offline ? { kind: 'unreachable', reason: 'offline' } : cachedFetch(url, accept, rules)
  const fetchList = fetchAs(accepts.statusList)
  return {
    async resolveStatusList(url) {
      const listId = ownListId(url, baseUrl)
      if (listId === undefined) return fetchList(url)
      const jwt = await own(listId)
      return jwt === undefined
        ? { kind: 'unreachable', reason: 'not-published' }
        : { kind: 'found', body: new TextEncoder().encode(jwt) }
    },
    fetchDidDocument: fetchAs(accepts.didDocument),
    fetchJson: fetchAs(accepts.json),
  }
}

function ownListId(url: string, baseUrl: string): string | undefined {
  const prefix = `${baseUrl}/status/lists/`
  const id = url.startsWith(prefix) ? url.slice(prefix.length) : ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined
}
