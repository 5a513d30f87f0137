/** Why nothing was fetched. Stable codes; what to tell the reader is the caller's. */
export type FetchErrorCode =
  | 'fetch.bad_url'
  | 'fetch.self'
  | 'fetch.port_not_allowed'
  | 'fetch.blocked_address'
  | 'fetch.unknown_host'
  | 'fetch.timeout'
  | 'fetch.tls'
  | 'fetch.too_large'
  | 'fetch.too_many_redirects'
  | 'fetch.status'
  | 'fetch.failed'

export class FetchError extends Error {
  readonly code: FetchErrorCode
  constructor(code: FetchErrorCode, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'FetchError'
    this.code = code
  }
}
