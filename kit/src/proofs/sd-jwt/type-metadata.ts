import { createHash } from 'node:crypto'
import { KitError } from '../../errors.ts'
import { isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import { asOutcome } from '../as-outcome.ts'
import type { Failure } from '../outcome.ts'

/** How many types may extend each other. */
const maxTypes = 5
const maxBytes = 1024 * 1024

export interface TypeMetadataRead {
  readonly ok: true
  /** From the credential's own type to the most general one. */
  readonly types: readonly JsonObject[]
}

/**
 * The metadata of a credential's type and of the types that it extends (SD-JWT VC §6). Each is what its integrity
 * says (W3C Subresource Integrity), where one is said. `resolve` gets a document by its address, or answers
 * `undefined` for one that it doesn't fetch.
 * Fails with `vct.integrity`, `vct.malformed`, `vct.too_many` or `vct.unreachable`.
 */
export async function readTypeMetadata(
  vct: string,
  integrity: string | undefined,
  resolve: (address: string) => Promise<Uint8Array | undefined>,
): Promise<TypeMetadataRead | Failure> {
  const types: JsonObject[] = []
  let next: { vct: string; integrity: string | undefined } | undefined = { vct, integrity }
  while (next) {
    if (types.length === maxTypes) return { ok: false, code: 'vct.too_many' }
    const bytes = await resolve(next.vct)
    if (!bytes) return { ok: false, code: 'vct.unreachable' }
    const read = asOutcome(() => ({ ok: true, metadata: readOne(bytes, next!) }))
    if (!read.ok) return read
    types.push(read.metadata)
    next = parentOf(read.metadata)
  }
  return { ok: true, types }
}

function readOne(bytes: Uint8Array, expected: { vct: string; integrity: string | undefined }): JsonObject {
  if (expected.integrity !== undefined && !hasIntegrity(bytes, expected.integrity)) {
    throw new KitError('vct.integrity', 'Other metadata than the issuer meant')
  }
  const metadata = parseStrictJson(bytes, { maxBytes })
  if (!isJsonObject(metadata) || metadata.vct !== expected.vct) {
    throw new KitError('vct.malformed', 'Metadata of another type')
  }
  return metadata
}

function parentOf(metadata: JsonObject): { vct: string; integrity: string | undefined } | undefined {
  const { extends: parent, 'extends#integrity': integrity } = metadata
  if (typeof parent !== 'string') return undefined
  return { vct: parent, integrity: integrity === undefined ? undefined : String(integrity) }
}

/** One of the strongest digests that are given has to fit (Subresource Integrity §3.3.5). */
function hasIntegrity(bytes: Uint8Array, integrity: string): boolean {
  const digests = integrity
    .trim()
    .split(/\s+/)
    .flatMap(part => {
      const found = /^(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(\?.*)?$/.exec(part)
      return found ? [{ algorithm: found[1]!, value: found[2]! }] : []
    })
  const strongest = digests
    .map(({ algorithm }) => algorithm)
    .sort()
    .at(-1)
  return digests.some(
    ({ algorithm, value }) =>
      algorithm === strongest &&
      Buffer.from(value, 'base64').equals(createHash(algorithm).update(bytes).digest()),
  )
}
