import { readCertificate } from '@meritum/kit/keys'
import { sourceOfCertificates, type TrustSource } from '@meritum/kit/trust'
import { listSeals } from '../../organisation/index.ts'
import type { Services } from '../../services.ts'
import { organisationsId } from './source-ids.ts'

let latest: { readonly fingerprint: string; readonly issuers: TrustSource['issuers'] } | undefined

/** Our own organisations, known by their seals, as of now. */
export async function ownOrganisations(services: Services): Promise<TrustSource> {
  const seals = await listSeals(services)
  const fingerprint = seals.map(seal => Buffer.from(seal).toString('base64')).join(' ')
  if (latest?.fingerprint !== fingerprint) {
    const certificates = seals.map(readCertificate)
    const { issuers } = sourceOfCertificates({ id: organisationsId, name: 'Organisations' }, certificates)
    latest = { fingerprint, issuers: issuers.map(issuer => ({ ...issuer, authorityFor: 'itself' })) }
  }
  const { issuers } = latest
  return {
    id: organisationsId,
    name: 'Meritum',
    kind: 'organisations',
    issuers,
    loadedAt: services.clock.now(),
  }
}
