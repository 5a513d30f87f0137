import type { KeyObject } from 'node:crypto'

/**
 * The encodings of the eight points of small order on edwards25519, canonical and not, without the bit of the sign:
 * under such a key one signature fits every message (RFC 8032 §8.4 leaves it to the protocol to refuse them).
 */
const smallOrder = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

const judged = new WeakMap<KeyObject, boolean>()

/** An Ed25519 key that proves nothing. */
export function isWeakEd25519(key: KeyObject): boolean {
  const known = judged.get(key)
  if (known !== undefined) return known
  const point = Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')
  point[31]! &= 0x7f
  const isWeak = smallOrder.has(point.toString('hex'))
  judged.set(key, isWeak)
  return isWeak
}
