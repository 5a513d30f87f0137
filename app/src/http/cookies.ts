import type { Config } from '../config.ts'
import { localeCookie } from '../web/i18n/index.ts'

/** `__Host-` (RFC 6265bis §4.1.3.2) ties a cookie to this host and to https; plain http exists only on loopback. */
const prefixed = (config: Config, name: string) =>
  config.baseUrl.startsWith('https:') ? `__Host-${name}` : name

export const sessionCookie = (config: Config) => prefixed(config, 'meritum-session')
/** Ties an anonymous visitor's forms to her browser. */
export const visitorCookie = (config: Config) => prefixed(config, 'meritum-visitor')

export function readCookies(request: Request): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>()
  for (const pair of (request.headers.get('cookie') ?? '').split(';').slice(0, 50)) {
    const split = pair.indexOf('=')
    const name = pair.slice(0, Math.max(0, split)).trim()
    // The first one counts: the browser sends the most specific first.
    if (name && !cookies.has(name)) cookies.set(name, pair.slice(split + 1).trim())
  }
  return cookies
}

/** A `Set-Cookie` value. Lax, so that a link from a message opens the page signed in; POSTs are checked besides. */
export function setCookie(config: Config, name: string, value: string, maxAgeSeconds: number): string {
  const secure = config.baseUrl.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`
}

export const setLocaleCookie = (config: Config, locale: string) =>
  setCookie(config, localeCookie, locale, 365 * 24 * 60 * 60)
