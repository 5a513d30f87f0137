import { issueSealCertificate } from '@meritum/kit/keys'
import { pickText } from '@meritum/kit/text'
import { recordAct } from '../../../audit/record-act.ts'
import { inTenant } from '../../../db/tenant.ts'
import { AppError } from '../../../errors.ts'
import type { Services } from '../../services.ts'
import { countryAlpha2 } from '../countries.ts'
import { readDevelopmentAuthority } from '../development-authority.ts'
import { getOrganisation } from '../queries.ts'
import { sealKeyContext } from '../signer.ts'

/** Two years: long enough for any demonstration. */
const days = 730

/**
 * Makes the organisation's seal key and lets the built-in development authority certify it. Only in
 * demonstration mode, and by the system itself; the certificate's names say what it is.
 */
export async function createSealKey(services: Services, tenantId: string): Promise<{ keyId: string }> {
  const authority = await readDevelopmentAuthority(services)
  const organisation = await getOrganisation(services, tenantId)
  const name = pickText(organisation.legalName, 'sv')?.text
  const country = countryAlpha2(organisation.country)
  const digits = organisation.registration?.replace(/[^0-9A-Za-z]/g, '')
  if (!name || !country || !digits) throw new AppError('issuing.no_seal')
  const seal = await issueSealCertificate(authority, {
    // X.520: at most 64 characters
    organisationName: name.slice(0, 64),
    commonName: `${name.slice(0, 46)}, development seal`,
    // ETSI EN 319 412-1 §5.1.4: national trade register, country, number
    organizationIdentifier: `NTR${country}-${digits}`,
    country,
    now: services.clock.now(),
    days,
    serial: services.ids.randomUuid().replaceAll('-', ''),
  })
  const keyId = services.ids.uuid()
  await inTenant(services.db, tenantId, async trx => {
    await trx
      .insertInto('seal_key')
      .values({
        tenant_id: tenantId,
        id: keyId,
        certificate_chain: [seal.certificateChain],
        private_key_sealed: services.vault.wrap(sealKeyContext(keyId), Buffer.from(seal.privateKey)),
        development: true,
        created_at: services.clock.now(),
      })
      .execute()
    await recordAct(trx, services, {
      tenantId,
      actor: { kind: 'system' },
      act: 'organisation.create_seal_key',
      thingKind: 'seal_key',
      thingId: keyId,
    })
  })
  return { keyId }
}
