import { isJsonObject, parseStrictJson } from '../json/index.ts'
import { type KeyFailure, noKey } from './key-outcome.ts'
import { inspectJwk } from './read-jwk.ts'
import type { ResolvedKey } from './resolved-key.ts'

const prefix = 'did:jwk:'
/** An RSA key of 8192 bits fits; what is longer is no key. */
const maxLength = 4096

/** did:jwk: the identifier is a public JWK in base64url; its one method is `#0`. */
export function resolveDidJwk(verificationMethod: string): ResolvedKey | KeyFailure {
  const [did = '', fragment, ...more] = verificationMethod.split('#')
  const read = did.length <= maxLength ? readEncodedJwk(did.slice(prefix.length)) : undefined
  if (!read || more.length > 0) return noKey('did.malformed', { did: did.slice(0, 200) })
  if (!read.ok) {
    return read.code === 'key.weak' || read.code === 'key.unsupported'
      ? read
      : noKey('did.malformed', { did: did.slice(0, 200) })
  }
  if (fragment !== undefined && fragment !== '0') return noKey('key.unknown')
  return { ok: true, key: read.key, controller: did, assurance: 'document' }
}

function readEncodedJwk(encoded: string): ReturnType<typeof inspectJwk> | undefined {
  const bytes = Buffer.from(encoded, 'base64url')
  if (bytes.length === 0 || bytes.toString('base64url') !== encoded) return undefined
  try {
    const jwk = parseStrictJson(Uint8Array.from(bytes))
    return isJsonObject(jwk) ? inspectJwk(jwk) : undefined
  } catch {
    return undefined
  }
}
