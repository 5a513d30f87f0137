import { createHash, type KeyObject } from 'node:crypto'

/** RFC 7638 §3.2, RFC 8037 §2: what makes the key, in alphabetical order. */
const members: Readonly<Record<string, readonly string[]>> = {
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  RSA: ['e', 'kty', 'n'],
}

/** SHA-256 thumbprint of a public JWK, base64url; `undefined` when it isn't a key of a kind that we know. */
export function jwkThumbprint(jwk: Readonly<Record<string, unknown>>): string | undefined {
  const names = typeof jwk.kty === 'string' && Object.hasOwn(members, jwk.kty) ? members[jwk.kty]! : []
  const isWhole = names.every(name => typeof jwk[name] === 'string' && /^[\w-]+$/.test(jwk[name]))
  if (names.length === 0 || !isWhole) return undefined
  const required = Object.fromEntries(names.map(name => [name, jwk[name]]))
  return createHash('sha256').update(JSON.stringify(required)).digest('base64url')
}

/** The same of a key, however it was written down. */
export function keyThumbprint(key: KeyObject): string | undefined {
  return jwkThumbprint(key.export({ format: 'jwk' }) as Record<string, unknown>)
}
