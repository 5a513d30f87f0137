import { join } from 'node:path'
import { createTrustStore, type TrustStore } from '@meritum/kit/verify'
import type { Services } from '../../services.ts'
import { readTrust } from '../trust.ts'
import { ownOrganisations } from './own-organisations.ts'

let latest: { readonly parts: readonly unknown[]; readonly store: TrustStore } | undefined

/** Whom this installation trusts: its own organisations, and what lies in the data folder's `trust/`. */
export async function installationTrust(services: Services): Promise<TrustStore> {
  const { config, log } = services
  const folder = await readTrust(join(config.dataFolder, 'trust'), (file, err) =>
    log.error({ err, file }, 'a file in the trust folder can not be loaded and is left out'),
  )
  const own = await ownOrganisations(services)
  const parts = [folder, own.issuers, Math.floor(Number(own.loadedAt) / 60_000)]
  if (latest?.parts.every((part, index) => part === parts[index])) return latest.store
  const store = createTrustStore({ sources: [own, ...folder.sources] })
  latest = { parts, store }
  return store
}
