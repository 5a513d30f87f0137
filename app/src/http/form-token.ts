import { timingSafeEqual } from 'node:crypto'
import type { Vault } from '../db/vault.ts'

/** How old a form may be when it is sent, in milliseconds: as long as a sign-in. */
const lifetime = 12 * 60 * 60 * 1000

/**
 * Random nonce, time of issue, HMAC over both and over what it is bound to: the session's token, or the
 * visitor cookie of someone who hasn't signed in.
 */
export function makeFormToken(vault: Vault, binding: string, nonce: string, now: Date): string {
  const head = `${nonce}.${now.getTime().toString(36)}`
  return `${head}.${vault.hmac('form', `${binding}|${head}`).toString('base64url')}`
}

export function isFormToken(vault: Vault, binding: string, token: string, now: Date): boolean {
  const match = /^([A-Za-z0-9_-]{22}\.([0-9a-z]{6,12}))\.([A-Za-z0-9_-]{43})$/.exec(token)
  if (!match) return false
  const expected = vault.hmac('form', `${binding}|${match[1]}`)
  if (!timingSafeEqual(expected, Buffer.from(match[3]!, 'base64url'))) return false
  const age = now.getTime() - Number.parseInt(match[2]!, 36)
  return age >= -60_000 && age <= lifetime
}
