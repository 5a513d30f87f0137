import type { StatusListResolved } from '@meritum/kit/verify'
import { FetchError, fetchRemote, fetchRules } from '../../fetching/index.ts'

type Resolve = (url: string) => Promise<StatusListResolved>

/**
 * Gets status lists. One of our own is answered in process by `own`, never fetched: a server that asks itself
 * over the network can be made to ask for ever. Others come by the one way out to the network, or not at all.
 */
export function createStatusListResolver(
  baseUrl: string,
  own: (listId: string) => Promise<string | undefined>,
  { offline = false }: { readonly offline?: boolean } = {},
): Resolve {
  const rules = fetchRules(baseUrl)
  return async url => {
    const listId = ownListId(url, baseUrl)
    if (listId !== undefined) {
      const jwt = await own(listId)
      return jwt === undefined ? { kind: 'unreachable', reason: 'not-published' } : { kind: 'found', jwt }
    }
    if (offline) return { kind: 'unreachable', reason: 'offline' }
    try {
      const { bytes } = await fetchRemote(url, 'application/vc+jwt', rules)
      return { kind: 'found', jwt: new TextDecoder().decode(bytes) }
    } catch (error) {
      if (error instanceof FetchError) return { kind: 'unreachable', reason: error.code }
      throw error
    }
  }
}

function ownListId(url: string, baseUrl: string): string | undefined {
  const prefix = `${baseUrl}/status/lists/`
  const id = url.startsWith(prefix) ? url.slice(prefix.length) : ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : undefined
}
