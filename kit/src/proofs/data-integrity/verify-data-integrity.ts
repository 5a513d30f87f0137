import { type ContextRegistry, checkContexts, pinnedContexts } from '../../canonical/index.ts'
import { KitError } from '../../errors.ts'
import type { JsonObject, JsonValue } from '../../json/index.ts'
import type { FetchDidDocument, ProofPurpose, ResolvedKey } from '../../keys/index.ts'
import { combineOutcomes, type Failure, fails, holds, type Outcome, undecided } from '../outcome.ts'
import { checkOptions } from './check-options.ts'
import { linkProofs } from './link-proofs.ts'
import { type ReadProof, readProof } from './read-proof.ts'
import { SignatureCheck } from './signature-check.ts'

/** What is asked about a secured document. */
export interface DataIntegrityQuestion {
  readonly at: Date
  /** `assertionMethod` for a credential, `authentication` for a presentation. */
  readonly purpose: ProofPurpose
  /** Who has to stand behind it: the issuer of a credential, the holder of a presentation. Absent: anybody. */
  readonly signer?: string | undefined
  /** What a presentation was asked for with. */
  readonly domain?: string | undefined
  readonly challenge?: string | undefined
  readonly fetchDidDocument: FetchDidDocument
  /** Whether a list that is trusted gives this key to the signer under another name than the key's own. */
  readonly isListedKey?: (key: ResolvedKey, signer: string) => boolean
  readonly contexts?: ContextRegistry
}

/** What one proof of the document came to. */
export interface ProofVerification {
  readonly outcome: Outcome
  readonly proof?: ReadProof
  /** Whose key it was made with; absent unless the key was found. */
  readonly key?: ResolvedKey
}

export interface DataIntegrityVerification {
  /** Whether every proof holds. One that can't be checked makes it undecided, one that fails makes it fail. */
  readonly outcome: Outcome
  /** Whether a proof that holds is the signer's own. */
  readonly binding: Outcome
  readonly proofs: readonly ProofVerification[]
}

/** An honest document has one or two; each costs a verification. */
export const maxProofs = 8

/**
 * Verifies all proofs of a document (VC Data Integrity §4.2, §4.3). Proofs may stand side by side or build on
 * each other; every one of them must hold. Who else signed is told, who must have signed is checked.
 *
 * The document must come from strict JSON. Never throws for a bad document.
 */
export async function verifyDataIntegrity(
  document: JsonObject,
  question: DataIntegrityQuestion,
): Promise<DataIntegrityVerification> {
  const sources = readProofList(document.proof)
  if (!Array.isArray(sources)) return refuse(sources)
  const defect = checkContextsOf(document, question.contexts ?? pinnedContexts)
  if (defect) return refuse(defect)
  const read = sources.map(readProof)
  const proofs = read.filter((proof): proof is ReadProof => proof.ok)
  // A proof that can't be read may be the one that another builds on, so without it nothing can be linked.
  const links =
    proofs.length === read.length ? linkProofs(proofs) : new Map<ReadProof, readonly ReadProof[]>()
  if (!links) return refuse(fails('proof.chain_broken'))
  const check = new SignatureCheck(document, question)
  const verified: ProofVerification[] = []
  for (const proof of read) verified.push(proof.ok ? await verifyProof(proof) : { outcome: proof })
  return {
    outcome: combineOutcomes(verified.map(({ outcome }) => outcome)),
    binding: checkBinding(verified, question, Array.isArray(document.proof)),
    proofs: verified,
  }

  async function verifyProof(proof: ReadProof): Promise<ProofVerification> {
    const options = checkOptions(proof, document, question)
    if (!options.ok) return { outcome: options, proof }
    const previous = links!.get(proof) ?? []
    if (previous.length < proof.previous.length) return { outcome: undecided('proof.chain_unread'), proof }
    return { ...(await check.verify(proof, previous)), proof }
  }
}

function readProofList(proof: JsonValue | undefined): JsonValue[] | Failure {
  const list = Array.isArray(proof) ? proof : [proof ?? null]
  if (list.length > maxProofs) return fails('proof.too_many', { max: maxProofs })
  if (list.length === 0 || list[0] === null) return fails('proof.malformed', { member: 'proof' })
  return list
}

function checkContextsOf(document: JsonObject, contexts: ContextRegistry): Failure | undefined {
  try {
    checkContexts(document, contexts)
    return undefined
  } catch (error) {
    if (error instanceof KitError) return fails(error.code, error.params)
    throw error
  }
}

function checkBinding(
  verified: readonly ProofVerification[],
  { signer, isListedKey }: DataIntegrityQuestion,
  isList: boolean,
): Outcome {
  if (signer === undefined) return holds
  const held = verified.flatMap(({ outcome, key }) => (outcome.ok && key ? [key] : []))
  const own = held.filter(key => key.controller === signer)
  if (own.some(key => key.assurance === 'document')) return holds
  if (isListedKey && held.some(key => isListedKey(key, signer))) return holds
  // The key calls itself the signer's, and nobody could be asked.
  if (own.length > 0) return undecided('key.unconfirmed', { signer })
  const open = verified.find(({ outcome }) => !outcome.ok && outcome.undecided)?.outcome
  if (open) return open
  // A name that no document stands behind belongs to nobody who could prove it: nobody has lied.
  if (!/^(did|https?):/.test(signer)) return undecided('key.unconfirmed', { signer })
  return fails(isList ? 'proof.no_issuer_proof' : 'key.not_bound_to_issuer')
}

function refuse(failure: Failure): DataIntegrityVerification {
  return { outcome: failure, binding: failure, proofs: [] }
}
