import { createPublicKey, type KeyObject } from 'node:crypto'
import { decodeBase58, encodeBase58 } from './base58.ts'

/** The kinds of key that proofs of ours are made with. */
export type KeyCurve = 'Ed25519' | 'P-256' | 'P-384'

interface Kind {
  readonly curve: KeyCurve
  /** Multicodec of the public key, as a varint (Controlled Identifiers 1.0 §2.2.2). */
  readonly codec: readonly [number, number]
  readonly length: number
  /** SubjectPublicKeyInfo up to the key's own bytes; a point may stand compressed in it (RFC 5480 §2.2). */
  readonly spki: string
}

const kinds: readonly Kind[] = [
  { curve: 'Ed25519', codec: [0xed, 0x01], length: 32, spki: '302a300506032b6570032100' },
  {
    curve: 'P-256',
    codec: [0x80, 0x24],
    length: 33,
    spki: '3039301306072a8648ce3d020106082a8648ce3d030107032200',
  },
  { curve: 'P-384', codec: [0x81, 0x24], length: 49, spki: '3046301006072a8648ce3d020106052b81040022033200' },
]

/** Unpacking a point takes as long as half a verification, and issuers have few keys. */
const known = new Map<string, KeyObject>()
const maxKnown = 512

/** A Multikey's `publicKeyMultibase` → key; `undefined` unless it is one of ours, whole, and on its curve. */
export function readMultikey(text: string): KeyObject | undefined {
  const found = known.get(text)
  if (found) return found
  const key = decode(text)
  if (!key) return undefined
  if (known.size >= maxKnown) known.clear()
  known.set(text, key)
  return key
}

function decode(text: string): KeyObject | undefined {
  if (!text.startsWith('z')) return undefined
  const bytes = decodeBase58(text.slice(1))
  const kind = kinds.find(({ codec }) => codec[0] === bytes?.[0] && codec[1] === bytes?.[1])
  if (!bytes || !kind || bytes.length !== kind.length + 2) return undefined
  try {
    const der = Buffer.concat([Buffer.from(kind.spki, 'hex'), bytes.subarray(2)])
    return createPublicKey({ key: der, format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

/** @returns `publicKeyMultibase`, or `undefined` for a key of another kind. */
export function writeMultikey(key: KeyObject): string | undefined {
  const kind = kinds.find(({ curve }) => curve === curveOf(key))
  if (!kind) return undefined
  return `z${encodeBase58(Uint8Array.from([...kind.codec, ...compress(key)]))}`
}

function compress(key: KeyObject): Uint8Array {
  const { x = '', y } = key.export({ format: 'jwk' })
  const across = Buffer.from(x, 'base64url')
  if (y === undefined) return across
  // SEC 1 §2.3.3: the last bit of y says which of the two points it is.
  const isOdd = Buffer.from(y, 'base64url').at(-1)! & 1
  return Uint8Array.from([2 + isOdd, ...across])
}

/** `undefined` for a key that no proof of ours is made with. */
export function curveOf(key: KeyObject): KeyCurve | undefined {
  if (key.asymmetricKeyType === 'ed25519') return 'Ed25519'
  switch (key.asymmetricKeyDetails?.namedCurve) {
    case 'prime256v1':
      return 'P-256'
    case 'secp384r1':
      return 'P-384'
    default:
      return undefined
  }
}
