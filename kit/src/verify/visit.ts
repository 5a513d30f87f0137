import type { ReadQuestion } from '../formats/index.ts'
import { keyThumbprint } from '../trust/index.ts'
import { type Fetches, limitFetches } from './limit-fetches.ts'
import type { VerifyContext } from './verify-context.ts'

/** One verification: the moment, whom to trust, and what is left to fetch; shared by all that is in one file. */
export interface Visit {
  readonly context: VerifyContext
  readonly fetches: Fetches
  readonly question: ReadQuestion
  /** Within a presentation: who presents. */
  readonly presenter?: { readonly holder: string | undefined }
}

export function openVisit(context: VerifyContext): Visit {
  const { at, trust, presentation, contexts } = context
  const fetches = limitFetches(context)
  const question: ReadQuestion = {
    at,
    fetchDidDocument: fetches.fetchDidDocument,
    fetchJson: fetches.fetchJson,
    findListedKeys: signer => trust.findKeys(signer),
    isListedKey: ({ key, controller }, signer) =>
      trust.givesKey(signer, { did: controller, jwkThumbprint: keyThumbprint(key) }),
    ...(presentation ? { presentation } : {}),
    ...(contexts ? { contexts } : {}),
  }
  return { context, fetches, question }
}
