import { type Certificate, readCertificate, type Signer, signerFromPem } from '@meritum/kit/keys'
import type { Trx } from '../../db/connect.ts'
import { inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'

export interface OrganisationSigner {
  readonly keyId: string
  readonly signer: Signer
  /** Of the seal itself, first in the chain. */
  readonly certificate: Certificate
  /** True when the certificate comes from the built-in development authority. */
  readonly development: boolean
}

export const sealKeyContext = (keyId: string) => `seal_key.private_key_sealed:${keyId}`

/** The organisation's seal: the newest that is in force, or the one asked for. Throws `issuing.no_seal`. */
export function getSigner(services: Services, tenantId: string, keyId?: string): Promise<OrganisationSigner> {
  return inTenant(services.db, tenantId, trx => readSigner(services, trx, tenantId, keyId))
}

/** As `getSigner`, within a transaction of the organisation. */
export async function readSigner(
  services: Services,
  trx: Trx,
  tenantId: string,
  keyId?: string,
): Promise<OrganisationSigner> {
  const rows = await trx
    .selectFrom('seal_key')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(keyId !== undefined, query => query.where('id', '=', keyId!))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(10)
    .execute()
  const now = services.clock.now()
  for (const row of rows) {
    // Under production rules a development seal is as good as none.
    if (row.development && !services.config.demonstration) continue
    const privateKey = services.vault.unwrap(sealKeyContext(row.id), row.private_key_sealed).toString()
    const signer = signerFromPem({ privateKey, certificateChain: row.certificate_chain.join('\n') })
    const certificate = readCertificate(signer.certificateChain[0]!)
    if (certificate.notBefore <= now && now <= certificate.notAfter) {
      return { keyId: row.id, signer, certificate, development: row.development }
    }
  }
  throw new AppError('issuing.no_seal')
}
