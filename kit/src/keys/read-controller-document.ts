import type { KeyObject } from 'node:crypto'
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts'
import { decodeBase58 } from './base58.ts'
import { type KeyFailure, noKey } from './key-outcome.ts'
import { readMultikey } from './multikey.ts'
import { inspectJwk } from './read-jwk.ts'
import type { ProofPurpose, ResolvedKey } from './resolved-key.ts'

export interface ControllerQuestion {
  /** The DID or address that the document was asked for with. */
  readonly controller: string
  /** Absolute, with its fragment. */
  readonly verificationMethod: string
  readonly purpose: ProofPurpose
  readonly at: Date
}

const relationships = [
  'assertionMethod',
  'authentication',
  'capabilityDelegation',
  'capabilityInvocation',
  'keyAgreement',
]
const privateMembers = [
  'privateKeyJwk',
  'privateKeyMultibase',
  'privateKeyBase58',
  'privateKeyHex',
  'secretKeyMultibase',
  'secretKeyJwk',
]
const keyMembers = ['publicKeyJwk', 'publicKeyMultibase', 'publicKeyBase58']
const maxMethods = 200

/**
 * One key out of a DID document or controlled identifier document (Controlled Identifiers 1.0 §3.3): the document
 * is the one asked for, has the method exactly once, under exactly that id, for that purpose, held by the
 * controller itself, and not ended.
 *
 * Codes: `did.document_mismatch`, `did.malformed`, `key.unknown`, `key.not_authorized`,
 * `key.not_bound_to_issuer`, `key.private_material`, `key.revoked`, and those of `inspectJwk`.
 */
export function readControllerDocument(
  document: JsonValue,
  question: ControllerQuestion,
): ResolvedKey | KeyFailure {
  const { controller, verificationMethod, purpose, at } = question
  if (!isJsonObject(document)) return noKey('did.malformed', { did: controller.slice(0, 200) })
  if (document.id !== controller) return noKey('did.document_mismatch', { did: controller.slice(0, 200) })
  const methods = methodsOf(document)
  const found = methods.filter(({ id }) => toAbsolute(id, controller) === verificationMethod)
  if (methods.length > maxMethods || found.length > 1)
    return noKey('did.malformed', { did: controller.slice(0, 200) })
  const [method] = found
  if (!method) return noKey('key.unknown')
  const isAuthorized = asList(document[purpose]).some(
    entry => toAbsolute(isJsonObject(entry) ? entry.id : entry, controller) === verificationMethod,
  )
  if (!isAuthorized) return noKey('key.not_authorized')
  if (method.controller !== undefined && method.controller !== controller)
    return noKey('key.not_bound_to_issuer')
  if (hasEnded(method, at)) return noKey('key.revoked')
  const read = readMethodKey(method)
  return read.ok ? { ok: true, key: read.key, controller, assurance: 'document' } : read
}

/** The methods of the document, wherever they are written: in the list, or in a relationship itself. */
function methodsOf(document: JsonObject): JsonObject[] {
  const entries = ['verificationMethod', ...relationships].flatMap(name => asList(document[name]))
  return entries.filter(isJsonObject)
}

// DID Core §3.2.2: a relative DID URL stands for one of the document's own.
function toAbsolute(id: JsonValue | undefined, controller: string): string | undefined {
  if (typeof id !== 'string') return undefined
  return id.startsWith('#') ? `${controller}${id}` : id
}

/** A time that can't be read ends the key: its owner wanted it to end some time. */
function hasEnded({ revoked, expires }: JsonObject, at: Date): boolean {
  return [revoked, expires].some(time => {
    if (time === undefined) return false
    const ended = typeof time === 'string' ? Date.parse(time) : Number.NaN
    return !(at.getTime() < ended)
  })
}

function readMethodKey(method: JsonObject): { readonly ok: true; readonly key: KeyObject } | KeyFailure {
  if (privateMembers.some(name => Object.hasOwn(method, name))) return noKey('key.private_material')
  const present = keyMembers.filter(name => Object.hasOwn(method, name))
  const value = method[present[0] ?? '']
  if (present.length !== 1 || value === undefined) return noKey('key.malformed')
  if (isJsonObject(value)) return inspectJwk(value)
  if (typeof value !== 'string') return noKey('key.malformed')
  const key = present[0] === 'publicKeyMultibase' ? readMultikey(value) : readOldEd25519(method.type, value)
  return key ? { ok: true, key } : noKey('key.malformed')
}

/** Ed25519VerificationKey2018: the bare bytes in base58. */
function readOldEd25519(type: JsonValue | undefined, value: string): KeyObject | undefined {
  const bytes = type === 'Ed25519VerificationKey2018' ? decodeBase58(value) : undefined
  if (bytes?.length !== 32) return undefined
  const read = inspectJwk({ kty: 'OKP', crv: 'Ed25519', x: Buffer.from(bytes).toString('base64url') })
  return read.ok ? read.key : undefined
}
