import { AppError } from '../../errors.ts'
import type { Route } from '../../rooms/route.ts'
import { isLocale } from '../../web/i18n/index.ts'
import { setLocaleCookie } from '../cookies.ts'
import { ownPath } from '../own-path.ts'

/** `GET /language/sv?to=/catalogue`: keeps the language in a cookie and goes on. */
export const chooseLanguage: Route = {
  method: 'GET',
  path: '/language/:tag',
  kind: 'page',
  who: 'anyone',
  limits: { bodyBytes: 0, perMinute: 120 },
  handle(visit) {
    const tag = visit.params.tag
    if (!isLocale(tag)) throw new AppError('thing.not_found')
    const response = visit.redirect(ownPath(visit.url.searchParams.get('to')) ?? '/')
    response.headers.append('Set-Cookie', setLocaleCookie(visit.services.config, tag))
    return response
  },
}
