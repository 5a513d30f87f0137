import type { StatusListResolved } from '@meritum/kit/verify'

type Resolve = (url: string) => Promise<StatusListResolved>

/** All that a batch may spend on fetching, in milliseconds: hundreds of silent servers would take an hour. */
const mostTime = 60_000

/** Gets each list once for a whole batch; when the time for it is used up, no more is asked for. */
export function askOnce(resolve: Resolve, now: () => number): Resolve {
  const answers = new Map<string, Promise<StatusListResolved>>()
  let spent = 0
  async function ask(url: string): Promise<StatusListResolved> {
    if (spent > mostTime) return { kind: 'unreachable', reason: 'fetch.budget' }
    const start = now()
    try {
      return await resolve(url)
    } finally {
      spent += now() - start
    }
  }
  return url => {
    const answer = answers.get(url) ?? ask(url)
    answers.set(url, answer)
    return answer
  }
}
