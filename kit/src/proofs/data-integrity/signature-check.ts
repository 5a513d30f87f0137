import { pinnedContexts } from '../../canonical/index.ts'
import { KitError } from '../../errors.ts'
import type { JsonObject } from '../../json/index.ts'
import { type ResolvedKey, resolveKey } from '../../keys/index.ts'
import { fails, type Outcome } from '../outcome.ts'
import { verifySignature } from '../verify-signature.ts'
import { algorithmFor } from './cryptosuites.ts'
import type { ReadProof } from './read-proof.ts'
import { type HashName, SignedData } from './signed-data.ts'
import type { DataIntegrityQuestion } from './verify-data-integrity.ts'

/** Verifies the signatures of one document's proofs. */
export class SignatureCheck {
  private readonly question: DataIntegrityQuestion
  private readonly data: SignedData

  constructor(document: JsonObject, question: DataIntegrityQuestion) {
    this.question = question
    this.data = new SignedData(document, question.contexts ?? pinnedContexts)
  }

  /** `previous` are the proofs that this one builds on. */
  async verify(
    proof: ReadProof,
    previous: readonly ReadProof[],
  ): Promise<{ readonly outcome: Outcome; readonly key?: ResolvedKey }> {
    // Only a P-384 signature is longer. So nobody is asked for the key of a document that can't be signed.
    const hash: HashName = proof.signature.length === 96 ? 'sha384' : 'sha256'
    let data: Uint8Array
    try {
      data = await this.data.create(proof, hash, previous)
    } catch (error) {
      if (error instanceof KitError) return { outcome: fails(error.code, error.params) }
      throw error
    }
    const resolved = await resolveKey(proof.verificationMethod, this.question)
    if (!resolved.ok) return { outcome: resolved }
    const fit = algorithmFor(proof.suite, resolved.key)
    if (!fit) return { outcome: fails('sig.alg_key_mismatch'), key: resolved }
    if (fit.signatureLength !== proof.signature.length) {
      return { outcome: fails('proof.malformed', { member: 'proofValue' }), key: resolved }
    }
    return { outcome: verifySignature(fit.algorithm, resolved.key, data, proof.signature), key: resolved }
  }
}
