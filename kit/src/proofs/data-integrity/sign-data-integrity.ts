import { type ContextRegistry, checkContexts, pinnedContexts } from '../../canonical/index.ts'
import { KitError } from '../../errors.ts'
import { asList, isJsonObject, type JsonObject } from '../../json/index.ts'
import { encodeBase58, type KeyCurve, type ProofPurpose } from '../../keys/index.ts'
import { findCryptosuite } from './cryptosuites.ts'
import { SignedData } from './signed-data.ts'
import { maxProofs } from './verify-data-integrity.ts'

/** A signing key behind a port. `sign` returns Ed25519's 64 bytes, or r‖s for ECDSA with the curve's own hash. */
export interface ProofSigner {
  readonly curve: KeyCurve
  /** Absolute, with its fragment. */
  readonly verificationMethod: string
  sign(data: Uint8Array): Promise<Uint8Array>
}

export interface ProofOptions {
  readonly cryptosuite:
    | 'eddsa-rdfc-2022'
    | 'eddsa-jcs-2022'
    | 'ecdsa-rdfc-2019'
    | 'ecdsa-jcs-2019'
    | 'Ed25519Signature2020'
  readonly purpose: ProofPurpose
  readonly created: Date
  readonly id?: string
  readonly expires?: Date
  readonly domain?: string
  readonly challenge?: string
  /** Ids of proofs of the document that this one builds on. */
  readonly previousProof?: string | string[]
  readonly contexts?: ContextRegistry
}

/**
 * Adds a proof to a document, beside those that it has (VC Data Integrity §4.1). What the verifier would refuse
 * isn't signed.
 *
 * @throws KitError `ld.*`, `json.*`, `proof.malformed`, `proof.chain_broken`, `proof.too_many`, `sig.alg_key_mismatch`
 */
export async function signDataIntegrity(
  document: JsonObject,
  signer: ProofSigner,
  options: ProofOptions,
): Promise<JsonObject> {
  const { contexts = pinnedContexts } = options
  checkContexts(document, contexts)
  const source = writeOptions(document, signer, options)
  const suite = findCryptosuite(source)
  if (!suite || suite === 'unsupported')
    throw new KitError('proof.malformed', 'Not a suite that we sign with')
  const fit = suite.algorithms[signer.curve]
  if (!fit) throw new KitError('sig.alg_key_mismatch', `${suite.name} has no ${signer.curve}`)
  const present = asList(document.proof)
  if (present.length >= maxProofs) throw new KitError('proof.too_many', `More than ${maxProofs} proofs`)
  const previous = findPrevious(present.filter(isJsonObject), options.previousProof)
  const data = await new SignedData(document, contexts).create(
    { suite, source },
    fit.hash,
    previous.map(proof => ({ suite, source: proof })),
  )
  const proofValue = `z${encodeBase58(await signer.sign(data))}`
  const proof = { ...source, proofValue }
  return { ...document, proof: present.length === 0 ? proof : [...present, proof] }
}

function writeOptions(document: JsonObject, signer: ProofSigner, options: ProofOptions): JsonObject {
  const { cryptosuite, created, expires, id, domain, challenge, previousProof } = options
  const isOld = cryptosuite === 'Ed25519Signature2020'
  return {
    ...(id === undefined ? {} : { id }),
    ...(isOld ? { type: cryptosuite } : { type: 'DataIntegrityProof', cryptosuite }),
    created: writeTime(created),
    ...(expires === undefined ? {} : { expires: writeTime(expires) }),
    verificationMethod: signer.verificationMethod,
    proofPurpose: options.purpose,
    ...(domain === undefined ? {} : { domain }),
    ...(challenge === undefined ? {} : { challenge }),
    ...(previousProof === undefined ? {} : { previousProof }),
    // vc-di-eddsa §3.3.1: the jcs suites sign the contexts with the options.
    ...(cryptosuite.includes('jcs') ? { '@context': document['@context'] ?? null } : {}),
  }
}

/** Whole seconds, as the suites' own examples write it. */
function writeTime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}

function findPrevious(proofs: readonly JsonObject[], names: string | string[] | undefined): JsonObject[] {
  return asList(names).map(name => {
    const found = proofs.filter(({ id }) => id === name)
    if (found.length !== 1) throw new KitError('proof.chain_broken', 'No such proof to build on')
    return found[0]!
  })
}
