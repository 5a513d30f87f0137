import type { Vault } from '../db/vault.ts'

/**
 * What the database knows a person by: an HMAC under a key from the master key, so that the table alone
 * doesn't tell who is in it, nor lets personal numbers be tried out.
 */
export function identityHash(vault: Vault, provider: string, subject: string): Buffer {
  return vault.hmac('identity', `${provider}|${subject}`)
}
