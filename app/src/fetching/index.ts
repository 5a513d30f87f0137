export { type CachedFetch, createCachedFetch, type FetchAnswer } from './cached-fetch.ts'
export { FetchError, type FetchErrorCode } from './fetch-error.ts'
export { type Fetched, type FetchRules, fetchRemote, fetchRules } from './fetch-remote.ts'
