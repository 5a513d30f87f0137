import { readPemCertificates } from '@meritum/kit/keys'
import { acrossTenants } from '../../db/tenant.ts'
import type { Services } from '../services.ts'

/** The seals of our own organisations, as certificates in DER; development seals only in a demonstration. */
export async function listSeals(services: Services): Promise<Uint8Array[]> {
  const rows = await acrossTenants(services.db, trx =>
    trx
      .selectFrom('seal_key')
      .select('certificate_chain')
      .$if(!services.config.demonstration, query => query.where('development', '=', false))
      .orderBy('id')
      .execute(),
  )
  return rows.map(({ certificate_chain: [leaf] }) => readPemCertificates(leaf ?? '')[0]!)
}
