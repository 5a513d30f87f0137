import { type KeyFailure, noKey } from './key-outcome.ts'

export type DidWebAddress = { readonly ok: true; readonly url: string } | KeyFailure

/** Host names only: labels of letters, digits and hyphens; an IP address never ends in a letter. */
const hostPattern =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const portPattern = /^[1-9][0-9]{0,4}$/
const segmentPattern = /^[A-Za-z0-9._~-]+$/

/**
 * did:web → the address of its document (did:web method §3.2): https only, a host name and never an IP address,
 * and a path that can't climb. Whether the host may be asked is the fetcher's question. Codes: `did.malformed`,
 * `did.not_allowed`.
 */
export function didWebToUrl(did: string): DidWebAddress {
  const malformed = noKey('did.malformed', { did: did.slice(0, 200) })
  const [scheme, method, encodedHost = '', ...path] = did.split(':')
  if (scheme !== 'did' || method !== 'web' || did.length > 2048) return malformed
  const [host = '', port, ...more] = encodedHost.split(/%3[Aa]/)
  if (more.length > 0 || (port !== undefined && !(portPattern.test(port) && Number(port) <= 65535)))
    return malformed
  // IP addresses in any spelling, user names and mixed scripts: nothing that an honest issuer is found at.
  if (!hostPattern.test(host.toLowerCase())) return noKey('did.not_allowed', { did: did.slice(0, 200) })
  if (!path.every(segment => segmentPattern.test(segment) && !/^\.+$/.test(segment))) return malformed
  const origin = `https://${host.toLowerCase()}${port === undefined ? '' : `:${port}`}`
  return { ok: true, url: `${origin}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json` }
}
