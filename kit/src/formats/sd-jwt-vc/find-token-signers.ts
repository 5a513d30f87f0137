import { isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import { type KeyFailure, noKey, readJwkSet, undecidedKey } from '../../keys/index.ts'
import { checkSignsData, type Failure, findJwtKeys, readX5c } from '../../proofs/index.ts'
import type { FetchDocument, ReadQuestion, SealKey, SealSigner } from '../format.ts'

type SignersFound = readonly [SealSigner, ...SealSigner[]] | Failure

const wellKnown = '/.well-known/jwt-vc-issuer'
const maxBytes = 256 * 1024

/**
 * Who may have signed a token for an issuer (SD-JWT VC §3.5): the certificate that it carries, a key that a trusted
 * list gives to the issuer, one of the issuer's DID, or one that its metadata publish at its own address.
 *
 * Codes: `cert.*`, `jades.*`, `key.unknown`, `key.not_bound_to_issuer`, `issuer.metadata_unreachable` (undecided),
 * `issuer.metadata_malformed`, and those of `resolveKey` and `readJwkSet`.
 */
export async function findTokenSigners(
  header: JsonObject,
  issuer: string | undefined,
  question: ReadQuestion,
): Promise<SignersFound> {
  if (Object.hasOwn(header, 'x5c')) return readCertificate(header)
  const isWebIssuer = issuer !== undefined && !issuer.startsWith('did:') && !question.findListedKeys(issuer)
  if (isWebIssuer) return findPublishedKeys(header, issuer, question.fetchJson)
  const { at, fetchDidDocument, findListedKeys } = question
  const keys = await findJwtKeys(header, issuer, {
    at,
    purpose: 'assertionMethod',
    fetchDidDocument,
    findListedKeys,
  })
  return 'ok' in keys ? keys : toSigners(keys)
}

function readCertificate(header: JsonObject): SignersFound {
  const read = readX5c(header.x5c)
  if (!read.ok) return read
  const [certificate, ...intermediates] = read.certificates
  const use = checkSignsData(certificate)
  return use.ok ? [{ kind: 'certificate', certificate, intermediates }] : use
}

/** SD-JWT VC §4: what the issuer's own host says of it, and nothing else. */
async function findPublishedKeys(
  header: JsonObject,
  issuer: string,
  fetchJson: FetchDocument,
): Promise<SignersFound> {
  const address = metadataAddress(issuer)
  if (address === undefined) return undecidedKey('key.unknown')
  const { json: metadata, failure } = await fetchObject(address, fetchJson)
  if (!metadata) return failure
  // §4.3: else any host could speak for any issuer.
  if (metadata.issuer !== issuer) return malformedMetadata(address)
  const set = await findSet(metadata, address, fetchJson)
  if (!set.json) return set.failure
  const read = readJwkSet(set.json)
  if (!read.ok) return read
  const { kid } = header
  const fitting = read.keys.filter(key => kid === undefined || key.kid === kid)
  return toSigners(fitting.map(({ key }) => ({ ok: true, key, controller: issuer, assurance: 'document' })))
}

/** Either what was found, or why not. */
type Found =
  | { readonly json: JsonObject; readonly failure?: undefined }
  | { readonly json?: undefined; readonly failure: KeyFailure }

async function findSet(
  { jwks, jwks_uri: jwksUri }: JsonObject,
  address: string,
  fetchJson: FetchDocument,
): Promise<Found> {
  if (jwksUri === undefined && isJsonObject(jwks)) return { json: jwks }
  const isAddress = jwks === undefined && typeof jwksUri === 'string' && jwksUri.startsWith('https://')
  return isAddress ? fetchObject(jwksUri, fetchJson) : { failure: malformedMetadata(address) }
}

/** SD-JWT VC §4.1: the well-known part stands between host and path. */
function metadataAddress(issuer: string): string | undefined {
  const match = /^(https:\/\/[^/?#@\s\\]+)(\/[^?#\s\\]*)?$/.exec(issuer)
  if (!match) return undefined
  const [, origin = '', path = ''] = match
  return `${origin}${wellKnown}${path.replace(/\/$/, '')}`
}

async function fetchObject(url: string, fetchJson: FetchDocument): Promise<Found> {
  const fetched = await fetchJson(url)
  if (fetched.kind === 'unreachable') {
    return { failure: undecidedKey('issuer.metadata_unreachable', { url, reason: fetched.reason }) }
  }
  try {
    const json = parseStrictJson(fetched.body, { maxBytes })
    return isJsonObject(json) ? { json } : { failure: malformedMetadata(url) }
  } catch {
    return { failure: malformedMetadata(url) }
  }
}

/** A page that isn't metadata is what the host has put there; it proves nothing against the credential. */
function malformedMetadata(url: string): KeyFailure {
  return undecidedKey('issuer.metadata_malformed', { url })
}

/** A key that isn't among the issuer's own is none of its own. */
function toSigners(keys: readonly SealKey[]): SignersFound {
  const [first, ...more] = keys.map((key): SealSigner => ({ kind: 'key', key }))
  return first ? [first, ...more] : noKey('key.unknown')
}
