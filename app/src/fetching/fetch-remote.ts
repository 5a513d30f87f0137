import { checkUrl, type UrlRules } from './check-url.ts'
import { FetchError } from './fetch-error.ts'
import { requestOnce } from './request-once.ts'

export interface FetchRules extends UrlRules {
  /** All of it together, redirects too. */
  readonly timeoutMilliseconds: number
  /** After decompression. */
  readonly maxBytes: number
}

export interface Fetched {
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Where it came from in the end. */
  readonly url: string
}

const mostRedirects = 3

/** The usual rules: 5 seconds, 1 MiB, public https addresses on port 443, never ourselves. */
export function fetchRules(ownBaseUrl: string, trustedHosts: readonly string[] = []): FetchRules {
  return { ownBaseUrl, trustedHosts, timeoutMilliseconds: 5_000, maxBytes: 1024 * 1024 }
}

/**
 * The one way out to other people's servers: nothing of the reader or of us goes with it (no cookie, no
 * referrer), and it leads to no address inside. Throws a `FetchError`.
 */
export async function fetchRemote(address: string, accept: string, rules: FetchRules): Promise<Fetched> {
  const signal = AbortSignal.timeout(rules.timeoutMilliseconds)
  let next = address
  for (let hop = 0; hop <= mostRedirects; hop += 1) {
    const url = checkUrl(next, rules)
    const answer = await requestOnce(url, { accept, rules, signal })
    if ('bytes' in answer) return { ...answer, url: url.href }
    if (!URL.canParse(answer.location, url.href)) throw new FetchError('fetch.bad_url')
    const target = new URL(answer.location, url)
    if (url.protocol === 'https:' && target.protocol !== 'https:') throw new FetchError('fetch.bad_url')
    next = target.href
  }
  throw new FetchError('fetch.too_many_redirects')
}
