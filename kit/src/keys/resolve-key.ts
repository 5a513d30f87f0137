import { KitError } from '../errors.ts'
import { parseStrictJson } from '../json/index.ts'
import { resolveDidJwk } from './did-jwk.ts'
import { resolveDidKey } from './did-key.ts'
import { didWebToUrl } from './did-web.ts'
import { type KeyFailure, noKey, undecidedKey } from './key-outcome.ts'
import { readMultikey } from './multikey.ts'
import { readControllerDocument } from './read-controller-document.ts'
import type { ProofPurpose, ResolvedKey } from './resolved-key.ts'

/** Gets the document at an https address. It never throws, follows the caller's rules of fetching, and caches. */
export type FetchDidDocument = (url: string) => Promise<DidDocumentFetched>

export type DidDocumentFetched =
  | { readonly kind: 'found'; readonly body: Uint8Array }
  | { readonly kind: 'unreachable'; readonly reason: string }

export interface KeyQuestion {
  readonly purpose: ProofPurpose
  readonly at: Date
  readonly fetchDidDocument: FetchDidDocument
}

const maxLength = 4096
const maxDocumentBytes = 1024 * 1024

/**
 * The key that a verification method names, and whose it is: did:key, did:jwk, did:web, or the https address of a
 * controlled identifier document. Nothing but the document's address is asked for.
 *
 * Codes: `did.malformed`, `did.method_unsupported`, `did.not_allowed`, `did.unreachable` (undecided), and those of
 * `readControllerDocument`.
 */
export async function resolveKey(
  verificationMethod: string,
  question: KeyQuestion,
): Promise<ResolvedKey | KeyFailure> {
  if (verificationMethod.length > maxLength)
    return noKey('did.malformed', { did: verificationMethod.slice(0, 200) })
  if (verificationMethod.startsWith('did:key:')) return resolveDidKey(verificationMethod)
  if (verificationMethod.startsWith('did:jwk:')) return resolveDidJwk(verificationMethod)
  const [controller = '', fragment] = verificationMethod.split('#')
  if (!fragment) return noKey('key.unknown')
  if (controller.startsWith('did:web:')) {
    const address = didWebToUrl(controller)
    return address.ok ? fetchKey(address.url, controller, verificationMethod, question) : address
  }
  if (/^https:\/\/[^\s/?#@]+(?:[/?]|$)/.test(controller)) {
    const found = await fetchKey(controller, controller, verificationMethod, question)
    return found.ok ? found : (selfNamedKey(found, controller, fragment) ?? found)
  }
  return controller.startsWith('did:')
    ? undecidedKey('did.method_unsupported', { did: controller.slice(0, 200) })
    : noKey('key.unknown')
}

async function fetchKey(
  url: string,
  controller: string,
  verificationMethod: string,
  { purpose, at, fetchDidDocument }: KeyQuestion,
): Promise<ResolvedKey | KeyFailure> {
  const fetched = await fetchDidDocument(url)
  if (fetched.kind === 'unreachable') return undecidedKey('did.unreachable', { url, reason: fetched.reason })
  try {
    const document = parseStrictJson(fetched.body, { maxBytes: maxDocumentBytes })
    return readControllerDocument(document, { controller, verificationMethod, purpose, at })
  } catch (error) {
    if (error instanceof KitError) return noKey('did.malformed', { did: controller.slice(0, 200) })
    throw error
  }
}

/**
 * Open Badges issuers name their keys `https://…#<Multikey>` and often publish no document. Such a key tells
 * whether the proof is whole; whose it is, it doesn't.
 */
function selfNamedKey(
  { undecided }: KeyFailure,
  controller: string,
  fragment: string,
): ResolvedKey | undefined {
  const key = undecided ? readMultikey(fragment) : undefined
  return key ? { ok: true, key, controller, assurance: 'self-named' } : undefined
}
