import { FetchError } from './fetch-error.ts'
import { type FetchRules, fetchRemote } from './fetch-remote.ts'

/** What stood at an address, or the code of why nothing did. */
export type FetchAnswer =
  | { readonly kind: 'found'; readonly body: Uint8Array }
  | { readonly kind: 'unreachable'; readonly reason: string }

export type CachedFetch = (address: string, accept: string, rules: FetchRules) => Promise<FetchAnswer>

/** Short enough that a revocation is seen soon. */
const keepFound = 60_000
/** So that a silent server isn't asked again and again, and one that comes back is soon heard. */
const keepFailed = 10_000
const mostEntries = 200
const mostBytes = 32 * 1024 * 1024

interface Entry {
  readonly answer: Promise<FetchAnswer>
  until: number
  bytes: number
}

/**
 * Fetches and remembers for a while, for everybody together: many checks of one issuer's credentials ask its
 * server once, and it doesn't learn how many they were. Never throws.
 */
export function createCachedFetch(now: () => number, fetch: typeof fetchRemote = fetchRemote): CachedFetch {
  const entries = new Map<string, Entry>()
  return (address, accept, rules) => {
    const key = `${accept} ${address}`
    const known = entries.get(key)
    if (known && now() < known.until) return known.answer
    const entry: Entry = { answer: answerOf(address), until: Number.POSITIVE_INFINITY, bytes: 0 }
    entries.delete(key)
    entries.set(key, entry)
    makeRoom()
    return entry.answer

    async function answerOf(url: string): Promise<FetchAnswer> {
      const answer = await fetchQuietly(url)
      entry.until = now() + (answer.kind === 'found' ? keepFound : keepFailed)
      entry.bytes = answer.kind === 'found' ? answer.body.length : 0
      makeRoom()
      return answer
    }

    async function fetchQuietly(url: string): Promise<FetchAnswer> {
      try {
        return { kind: 'found', body: (await fetch(url, accept, rules)).bytes }
      } catch (error) {
        if (error instanceof FetchError) return { kind: 'unreachable', reason: error.code }
        throw error
      }
    }
  }

  /** The oldest go first. */
  function makeRoom(): void {
    let bytes = [...entries.values()].reduce((sum, entry) => sum + entry.bytes, 0)
    for (const [key, entry] of entries) {
      if (entries.size <= mostEntries && bytes <= mostBytes) return
      entries.delete(key)
      bytes -= entry.bytes
    }
  }
}
