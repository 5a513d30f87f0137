import type { FetchDocument } from '../formats/index.ts'
import type { VerifyContext } from './verify-context.ts'

/** The ways out of one verification, all counted together. */
export interface Fetches {
  readonly resolveStatusList: FetchDocument
  readonly fetchDidDocument: FetchDocument
  readonly fetchJson: FetchDocument
}

/** An honest credential needs two or three; one that names hundreds of addresses makes us somebody's weapon. */
const maxFetches = 10

/** Asks for each address once, for at most ten in all, and for nothing where there is no way out. */
export function limitFetches(context: VerifyContext): Fetches {
  let left = maxFetches
  const limit = (get: FetchDocument | undefined): FetchDocument => {
    const answers = new Map<string, ReturnType<FetchDocument>>()
    return url => {
      const known = answers.get(url)
      if (known) return known
      if (get && left <= 0) return unreachable('fetch.budget')
      left -= 1
      const answer = get ? get(url) : unreachable('offline')
      answers.set(url, answer)
      return answer
    }
  }
  return {
    resolveStatusList: limit(context.resolveStatusList),
    fetchDidDocument: limit(context.fetchDidDocument),
    fetchJson: limit(context.fetchJson),
  }
}

async function unreachable(reason: string): ReturnType<FetchDocument> {
  return { kind: 'unreachable', reason }
}
