import type { Locale } from '../web/i18n/index.ts'

/** What the middleware leaves for what comes after it. */
export interface HttpEnv {
  Variables: {
    requestId: string
    locale: Locale
    /** The route's pattern, for the log: a path can hold a share code. */
    pattern: string
    /** Why the request failed, for the log. */
    failure: unknown
  }
}
