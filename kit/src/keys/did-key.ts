import { type KeyFailure, noKey } from './key-outcome.ts'
import { readMultikey } from './multikey.ts'
import type { ResolvedKey } from './resolved-key.ts'

const prefix = 'did:key:'

/**
 * did:key: the identifier is the key. The method's own fragment repeats it; some issuers leave the fragment out,
 * and no other key could be meant.
 */
export function resolveDidKey(verificationMethod: string): ResolvedKey | KeyFailure {
  const [did = '', fragment, ...more] = verificationMethod.split('#')
  const multikey = did.slice(prefix.length)
  const key = did.startsWith(prefix) ? readMultikey(multikey) : undefined
  if (!key || more.length > 0) return noKey('did.malformed', { did: did.slice(0, 200) })
  if (fragment !== undefined && fragment !== multikey) return noKey('key.unknown')
  return { ok: true, key, controller: did, assurance: 'document' }
}
