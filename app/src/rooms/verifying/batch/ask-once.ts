import type { FetchDocument } from '@meritum/kit/verify'
import type { Fetches } from '../create-fetches.ts'

/** All that a batch may spend on fetching, in milliseconds: hundreds of silent servers would take an hour. */
const mostTime = 60_000

/** Gets each document once for a whole batch; when the time for it is used up, no more is asked for. */
export function askOnce(fetches: Fetches, now: () => number): Fetches {
  let spent = 0
  const once = (get: FetchDocument): FetchDocument => {
    const answers = new Map<string, ReturnType<FetchDocument>>()
    return url => {
      const answer = answers.get(url) ?? ask(get, url)
      answers.set(url, answer)
      return answer
    }
  }
  async function ask(get: FetchDocument, url: string): ReturnType<FetchDocument> {
    if (spent > mostTime) return { kind: 'unreachable', reason: 'fetch.budget' }
    const start = now()
    try {
      return await get(url)
    } finally {
      spent += now() - start
    }
  }
  return {
    resolveStatusList: once(fetches.resolveStatusList),
    fetchDidDocument: once(fetches.fetchDidDocument),
    fetchJson: once(fetches.fetchJson),
  }
}
