import { createTrustStore, type TrustStore } from '@meritum/kit/verify'
import { listTrustFiles } from './trust/list-trust-files.ts'
import { loadSources, type OnBroken } from './trust/load-sources.ts'

let latest: { readonly fingerprint: string; readonly store: Promise<TrustStore> } | undefined

/**
 * Whom a verification trusts: a file, or all files of a folder. Certificates (.pem, .crt, .cer, .der; PEM or DER)
 * are roots or seals; .json is a list of issuers; .xml is a trusted list, believed for the signers that are pinned
 * in `<name>.signers.pem` beside it or by a list of lists in the same folder. A folder that doesn't exist trusts
 * nobody. What can't be loaded is left out: `onBroken` hears it, and every report says so.
 */
export async function readTrust(path: string, onBroken: OnBroken): Promise<TrustStore> {
  const files = await listTrustFiles(path)
  const fingerprint = files.map(file => `${file.path} ${file.version}`).join('\n')
  if (latest?.fingerprint === fingerprint) return latest.store
  const store = loadSources(files, onBroken).then(sources => createTrustStore({ sources }))
  latest = { fingerprint, store }
  return store
}
