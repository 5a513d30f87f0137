import type { Database } from '../db/connect.ts'
import { acrossTenants } from '../db/tenant.ts'
import type { Vault } from '../db/vault.ts'
import { identityHash } from './identity-hash.ts'
import { demonstration } from './providers/demonstration.ts'

/** A way to sign in. To add one: a file in `providers/` and a line in the list below. */
export interface IdentityProvider {
  /** Stable: it is part of every identity hash. */
  readonly id: string
  isAvailable(config: { readonly demonstration: boolean }): boolean
}

const providers: readonly IdentityProvider[] = [demonstration]

export function availableProviders(config: { readonly demonstration: boolean }): readonly IdentityProvider[] {
  return providers.filter(provider => provider.isAvailable(config))
}

/** The person whom the provider names, if we know her. */
export async function findPerson(
  ground: { readonly db: Database; readonly vault: Vault },
  provider: string,
  subject: string,
): Promise<string | undefined> {
  const hash = identityHash(ground.vault, provider, subject)
  const row = await acrossTenants(ground.db, trx =>
    trx.selectFrom('person').select('tenant_id').where('identity_hash', '=', hash).executeTakeFirst(),
  )
  return row?.tenant_id
}
