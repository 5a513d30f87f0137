import type { KeyObject } from 'node:crypto'
import { isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import {
  type FetchDidDocument,
  inspectJwk,
  type KeyFailure,
  noKey,
  type ProofPurpose,
  type ResolvedKey,
  resolveKey,
  undecidedKey,
} from '../../keys/index.ts'

/** A key that a trusted list gives to a signer. */
export interface ListedKey {
  readonly key: KeyObject
  readonly kid?: string
  /** The one JWS algorithm that the list lets it be used with. */
  readonly algorithm?: string
}

export interface JwtKeyQuestion {
  readonly at: Date
  readonly purpose: ProofPurpose
  readonly fetchDidDocument: FetchDidDocument
  /** The keys of a signer in the lists that are trusted; `undefined` when no list knows it. */
  readonly findListedKeys?: (signer: string) => readonly ListedKey[] | undefined
}

/** More keys than any issuer has at a time; each that is tried costs a verification. */
const maxListedKeys = 16

/**
 * The keys that may have signed a token for `signer`, most likely first. A key that the token brings along is
 * never the signer's: it only picks among those that are known, or, when nothing is known of the signer, tells
 * whether the token is whole.
 *
 * Codes: `key.not_bound_to_issuer`, `key.unknown`, and those of `resolveKey`.
 */
export async function findJwtKeys(
  header: JsonObject,
  signer: string | undefined,
  question: JwtKeyQuestion,
): Promise<readonly [ResolvedKey, ...ResolvedKey[]] | KeyFailure> {
  const { kid } = header
  if (kid !== undefined && (typeof kid !== 'string' || kid.length > 2048)) return noKey('key.unknown')
  const listed = signer === undefined ? undefined : question.findListedKeys?.(signer)
  if (listed && signer !== undefined) return pickListed(header, signer, listed)
  if (signer === undefined) return noKey('key.unknown')
  const resolved = await resolveOwnKey(header, signer, kid, question)
  return resolved.ok ? [resolved] : resolved
}

function pickListed(
  { kid, jwk, alg }: JsonObject,
  signer: string,
  listed: readonly ListedKey[],
): readonly [ResolvedKey, ...ResolvedKey[]] | KeyFailure {
  const brought = readBrought(jwk)
  const fitting = listed.filter(entry =>
    brought ? entry.key.equals(brought) : kid === undefined || entry.kid === undefined || entry.kid === kid,
  )
  if (fitting.length > 0 && fitting.every(({ algorithm }) => algorithm !== undefined && algorithm !== alg)) {
    return noKey('sig.alg_key_mismatch')
  }
  const keys = fitting.slice(0, maxListedKeys).map(({ key }) => toResolved(key, signer, 'document'))
  const [first, ...more] = keys
  if (first) return [first, ...more]
  return noKey(brought ? 'key.not_bound_to_issuer' : 'key.unknown')
}

async function resolveOwnKey(
  header: JsonObject,
  signer: string,
  kid: string | undefined,
  question: JwtKeyQuestion,
): Promise<ResolvedKey | KeyFailure> {
  if (signer.startsWith('did:')) return resolveDid(signer, kid, question)
  if (kid?.startsWith('did:')) return noKey('key.not_bound_to_issuer')
  if (kid?.startsWith('https://') && signer.startsWith('https://')) return fetchOwnKey(kid, signer, question)
  const brought = readBrought(header.jwk)
  if (brought) return toResolved(brought, signer, 'self-named')
  return undecidedKey('key.unknown')
}

/** A DID's own keys; a `kid` that isn't a DID URL is the fragment of one (VC-JOSE-COSE §4.1.1). */
async function resolveDid(
  signer: string,
  kid: string | undefined,
  question: JwtKeyQuestion,
): Promise<ResolvedKey | KeyFailure> {
  if (signer.includes('#')) return noKey('did.malformed', { did: signer.slice(0, 200) })
  // Only these DIDs are their own one key; of others' keys, one has to be named.
  if (kid === undefined) {
    return /^did:(?:key|jwk):/.test(signer) ? resolveKey(signer, question) : undecidedKey('key.unknown')
  }
  const isUrl = /^[a-z][a-z0-9+.-]*:/i.test(kid)
  if (isUrl && kid !== signer && !kid.startsWith(`${signer}#`)) return noKey('key.not_bound_to_issuer')
  return resolveKey(isUrl ? kid : `${signer}#${kid.replace(/^#/, '')}`, question)
}

/**
 * Open Badges 3.0 §8.2.4.1: `kid` may be the address of a JWK. Below the issuer's own address it is the
 * issuer's; elsewhere on its host it may be anybody's.
 */
async function fetchOwnKey(
  kid: string,
  signer: string,
  question: JwtKeyQuestion,
): Promise<ResolvedKey | KeyFailure> {
  const origin = originOf(kid)
  if (origin === undefined || origin !== originOf(signer)) return noKey('key.not_bound_to_issuer')
  if (kid.startsWith(`${signer}#`)) return resolveKey(kid, question)
  const fetched = await question.fetchDidDocument(kid)
  if (fetched.kind === 'unreachable')
    return undecidedKey('did.unreachable', { url: kid, reason: fetched.reason })
  const read = readFetchedJwk(fetched.body)
  if (!read.ok) return read
  return toResolved(
    read.key,
    signer,
    kid.startsWith(`${signer.replace(/\/$/, '')}/`) ? 'document' : 'self-named',
  )
}

function readFetchedJwk(body: Uint8Array): ReturnType<typeof inspectJwk> {
  try {
    const jwk = parseStrictJson(body, { maxBytes: 64 * 1024 })
    return isJsonObject(jwk) ? inspectJwk(jwk) : noKey('key.malformed')
  } catch {
    return noKey('key.malformed')
  }
}

function originOf(address: string): string | undefined {
  return /^https:\/\/[^/?#@\s\\]+(?=[/?#]|$)/.exec(address)?.[0].toLowerCase()
}

function readBrought(jwk: unknown): KeyObject | undefined {
  const read = isJsonObject(jwk as JsonObject) ? inspectJwk(jwk as JsonObject) : undefined
  return read?.ok ? read.key : undefined
}

function toResolved(key: KeyObject, controller: string, assurance: ResolvedKey['assurance']): ResolvedKey {
  return { ok: true, key, controller, assurance }
}
