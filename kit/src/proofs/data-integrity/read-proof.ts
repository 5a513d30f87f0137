import { isAbsoluteIri } from '../../canonical/index.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'
import { decodeBase58 } from '../../keys/index.ts'
import { fails, type Outcome, undecided } from '../outcome.ts'
import { type Cryptosuite, findCryptosuite } from './cryptosuites.ts'
import { parseProofTime } from './proof-time.ts'

/** One proof, taken apart; its options are still only what it says of itself. */
export interface ReadProof {
  readonly ok: true
  /** As it stands in the document. */
  readonly source: JsonObject
  readonly suite: Cryptosuite
  readonly verificationMethod: string
  readonly purpose: string
  readonly signature: Uint8Array
  readonly id?: string
  readonly previous: readonly string[]
  readonly created?: Date
  readonly expires?: Date
}

type Failure = Extract<Outcome, { ok: false }>

/** The members of a proof, each of the kind that VC Data Integrity §2.1 gives it. */
export function readProof(value: JsonValue): ReadProof | Failure {
  if (!isJsonObject(value)) return fails('proof.malformed', { member: 'proof' })
  const suite = findCryptosuite(value)
  if (suite === 'unsupported')
    return undecided('proof.unsupported', { suite: String(value.cryptosuite ?? value.type) })
  if (!suite)
    return fails('proof.malformed', { member: value.type === 'DataIntegrityProof' ? 'cryptosuite' : 'type' })
  const { verificationMethod, proofPurpose, id } = value
  if (!isAbsoluteIri(verificationMethod)) return fails('proof.malformed', { member: 'verificationMethod' })
  if (typeof proofPurpose !== 'string') return fails('proof.malformed', { member: 'proofPurpose' })
  if (id !== undefined && !isAbsoluteIri(id)) return fails('proof.malformed', { member: 'id' })
  if (Object.hasOwn(value, 'proof')) return fails('proof.malformed', { member: 'proof' })
  const signature = readProofValue(value.proofValue)
  if (!signature) return fails('proof.malformed', { member: 'proofValue' })
  const previous = readPrevious(value.previousProof)
  if (!previous) return fails('proof.chain_broken')
  const times = readTimes(value)
  if (!times.ok) return times
  return {
    ok: true,
    source: value,
    suite,
    verificationMethod,
    purpose: proofPurpose,
    signature,
    previous,
    ...(id === undefined ? {} : { id }),
    ...times.times,
  }
}

/** Multibase base58btc, as every suite of ours writes it; long enough for any, short enough to be cheap. */
function readProofValue(value: JsonValue | undefined): Uint8Array | undefined {
  if (typeof value !== 'string' || value.length > 200 || !value.startsWith('z')) return undefined
  const bytes = decodeBase58(value.slice(1))
  return bytes?.length === 64 || bytes?.length === 96 ? bytes : undefined
}

function readPrevious(value: JsonValue | undefined): readonly string[] | undefined {
  if (value === undefined) return []
  const names = Array.isArray(value) ? value : [value]
  const isSound = names.length > 0 && new Set(names).size === names.length && names.every(isAbsoluteIri)
  return isSound ? names : undefined
}

type TimesRead = { readonly ok: true; readonly times: Pick<ReadProof, 'created' | 'expires'> } | Failure

function readTimes({ created, expires }: JsonObject): TimesRead {
  const start = created === undefined ? undefined : parseProofTime(created)
  const end = expires === undefined ? undefined : parseProofTime(expires)
  if (start === null) return fails('time.malformed', { member: 'created' })
  if (end === null) return fails('time.malformed', { member: 'expires' })
  if (start && end && end <= start) return fails('time.inconsistent', { member: 'expires' })
  return { ok: true, times: { ...(start ? { created: start } : {}), ...(end ? { expires: end } : {}) } }
}
