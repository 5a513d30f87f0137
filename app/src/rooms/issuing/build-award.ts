import type { Award, Holder, MicroCredentialVersion, Organisation, OutcomeResult } from '@meritum/kit/elm'
import type { OutcomeProgress } from '../assessment/index.ts'

export interface AwardFacts {
  readonly awardId: string
  readonly holder: Holder
  readonly version: MicroCredentialVersion
  readonly progress: readonly OutcomeProgress[]
  readonly issuer: Organisation
  readonly locality: string
  readonly awardedAt: Date
  readonly validUntil: string | undefined
}

/** What the person has earned, in the terms of the ELM. Every outcome must be met: the caller has seen to it. */
export function buildAward(facts: AwardFacts): Award {
  return {
    id: `urn:uuid:${facts.awardId}`,
    holder: facts.holder,
    version: facts.version,
    results: facts.progress.flatMap(({ outcome, latest }): OutcomeResult[] =>
      latest
        ? [
            {
              outcomeId: outcome.id,
              method: latest.method,
              supervision: latest.supervision,
              assessedAt: latest.assessedAt.toISOString(),
            },
          ]
        : [],
    ),
    awardingDate: facts.awardedAt.toISOString(),
    place: { locality: facts.locality, country: facts.issuer.country },
    awardingBodies: facts.version.content.awardingBodies,
    issuer: facts.issuer,
    ...(facts.validUntil && { validUntil: facts.validUntil }),
  }
}
