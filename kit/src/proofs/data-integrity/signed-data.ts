import { createHash } from 'node:crypto'
import { type ContextRegistry, canonicalizeJson, canonizeDocument } from '../../canonical/index.ts'
import type { JsonObject } from '../../json/index.ts'
import type { Cryptosuite } from './cryptosuites.ts'

export type HashName = 'sha256' | 'sha384'

/** A proof, as far as what it signs goes. */
export interface ProofSource {
  readonly suite: Cryptosuite
  /** The proof; its `proofValue` is not signed. */
  readonly source: JsonObject
}

/** The bytes that the proofs of one document sign. */
export class SignedData {
  private readonly contexts: ContextRegistry
  private readonly unsecured: JsonObject
  private readonly documentHashes = new Map<string, Promise<Uint8Array>>()

  constructor(document: JsonObject, contexts: ContextRegistry) {
    const { proof: _, ...unsecured } = document
    this.unsecured = unsecured
    this.contexts = contexts
  }

  /**
   * The hash of the canonical proof options, then that of the canonical document; a proof that builds on others
   * signs them with it (vc-di-eddsa §3.2.4, vc-di-ecdsa §3.2.4, VC Data Integrity §4.3).
   *
   * @throws KitError `ld.*`, `json.*`
   */
  async create(
    { suite, source }: ProofSource,
    hash: HashName,
    previous: readonly ProofSource[],
  ): Promise<Uint8Array> {
    const { proofValue: _, ...options } = source
    const contextual =
      suite.canonicalization === 'rdfc'
        ? { ...options, '@context': this.unsecured['@context'] ?? null }
        : options
    const ofOptions = await this.hash(suite, hash, contextual)
    return Buffer.concat([ofOptions, await this.hashDocument(suite, hash, previous)])
  }

  private hashDocument(
    suite: Cryptosuite,
    hash: HashName,
    previous: readonly ProofSource[],
  ): Promise<Uint8Array> {
    if (previous.length > 0) {
      return this.hash(suite, hash, { ...this.unsecured, proof: previous.map(({ source }) => source) })
    }
    const key = `${suite.canonicalization} ${hash}`
    const known = this.documentHashes.get(key) ?? this.hash(suite, hash, this.unsecured)
    this.documentHashes.set(key, known)
    return known
  }

  private async hash(suite: Cryptosuite, hash: HashName, part: JsonObject): Promise<Uint8Array> {
    const text =
      suite.canonicalization === 'jcs'
        ? canonicalizeJson(part)
        : await canonizeDocument(part, { contexts: this.contexts, hash })
    return createHash(hash).update(text).digest()
  }
}
