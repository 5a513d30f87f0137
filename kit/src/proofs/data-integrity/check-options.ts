import { asList, type JsonObject, type JsonValue } from '../../json/index.ts'
import { fails, holds, type Outcome } from '../outcome.ts'
import type { ReadProof } from './read-proof.ts'
import type { DataIntegrityQuestion } from './verify-data-integrity.ts'

/** How far an honest signer's clock may be ahead. */
const clockSkew = 60_000

/** What a proof says it was made for, and when, against what is asked (VC Data Integrity §4.2). */
export function checkOptions(
  proof: ReadProof,
  document: JsonObject,
  { at, purpose, domain, challenge }: DataIntegrityQuestion,
): Outcome {
  if (proof.purpose !== purpose) return fails('proof.wrong_purpose', { purpose: proof.purpose.slice(0, 200) })
  if (proof.created && proof.created.getTime() > at.getTime() + clockSkew) {
    return fails('time.not_yet_valid', { member: 'created' })
  }
  if (proof.expires && at >= proof.expires) {
    return fails('proof.expired', { until: proof.expires.toISOString() })
  }
  const { source } = proof
  // Made for somebody else, or an old answer. A list would be made for everybody.
  if (domain !== undefined && source.domain !== domain) return fails('proof.domain')
  if (challenge !== undefined && source.challenge !== challenge) return fails('proof.challenge')
  return checkContext(source['@context'], document['@context'])
}

/**
 * A proof that carries contexts signs those (vc-di-eddsa §3.3.2). The specification lets the document have more of
 * them afterwards; they would be words that nobody signed, so here both must be the same.
 */
function checkContext(ofProof: JsonValue | undefined, ofDocument: JsonValue | undefined): Outcome {
  if (ofProof === undefined) return holds
  return JSON.stringify(asList(ofProof)) === JSON.stringify(asList(ofDocument))
    ? holds
    : fails('ld.context_order')
}
