import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'

/**
 * Refuses a form that another site's page sent. Fetch Metadata decides where the browser sends it; our
 * Referrer-Policy makes browsers send `Origin: null` with our own forms, so Origin is the second choice.
 * A client that sends neither is no browser, and the form token still stands in its way.
 */
export function refuseCrossSite(request: Request, config: Config): void {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) {
    if (site === 'same-origin' || site === 'none') return
    throw new AppError('access.cross_site')
  }
  const origin = request.headers.get('origin')
  if (origin === null || origin === new URL(config.baseUrl).origin) return
  // On loopback the same server answers to localhost, 127.0.0.1 and [::1].
  if (config.demonstration && origin === new URL(request.url).origin) return
  throw new AppError('access.cross_site')
}
