import { isIP } from 'node:net'
import { FetchError } from './fetch-error.ts'
import { isPublicAddress } from './public-address.ts'

export interface UrlRules {
  /** Our own base address: it is answered in process and never fetched. */
  readonly ownBaseUrl: string
  /** `host:port` that may be reached by http and on any port and address. Empty but in tests. */
  readonly trustedHosts: readonly string[]
}

/** The address as we may fetch it; throws a `FetchError` before anything is looked up or connected. */
export function checkUrl(text: string, rules: UrlRules): URL {
  if (text.length > 2048 || /[\s\p{Cc}\\]/u.test(text) || !URL.canParse(text))
    throw new FetchError('fetch.bad_url')
  const url = new URL(text)
  if (url.username || url.password) throw new FetchError('fetch.bad_url')
  if (rules.trustedHosts.includes(url.host) && /^https?:$/.test(url.protocol)) return url
  if (url.host === new URL(rules.ownBaseUrl).host) throw new FetchError('fetch.self')
  if (url.protocol !== 'https:') throw new FetchError('fetch.bad_url')
  if (url.port !== '') throw new FetchError('fetch.port_not_allowed')
  // The URL parser has already turned 127.1, 0x7f000001 and ①②⑦.0.0.1 into plain addresses.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isPublicAddress(host)) throw new FetchError('fetch.blocked_address')
  if (!isIP(host) && !/\.[a-z][a-z0-9-]+$/i.test(host)) throw new FetchError('fetch.blocked_address')
  return url
}
