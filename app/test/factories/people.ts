import type { Role } from '../../src/access/actor.ts'
import { addPerson, type PersonProfile, setRoles } from '../../src/access/people.ts'
import type { OrganisationProfile } from '../../src/db/tables.ts'
import { inTenant } from '../../src/db/tenant.ts'
import type { Services } from '../../src/rooms/services.ts'

/** An organisation without people and without a seal. Returns its id. */
export async function createOrganisation(
  services: Services,
  profile: Partial<OrganisationProfile> = {},
): Promise<string> {
  const id = services.ids.uuid()
  const now = services.clock.now()
  const whole: OrganisationProfile = {
    id: `urn:uuid:${id}`,
    legalName: { sv: 'Fiberkraft Norr Utbildning (demo)' },
    registration: '559999-0011',
    country: 'SWE',
    locality: 'Skellefteå',
    ...profile,
  }
  await inTenant(services.db, id, async trx => {
    await trx.insertInto('tenant').values({ id, kind: 'organisation', created_at: now }).execute()
    await trx
      .insertInto('organisation')
      .values({ tenant_id: id, profile: JSON.stringify(whole), created_at: now, updated_at: now })
      .execute()
  })
  return id
}

/** A person who may be picked at the demonstration sign-in. Returns her id. */
export function createPerson(services: Services, profile: Partial<PersonProfile> = {}): Promise<string> {
  const id = services.ids.uuid()
  return addPerson(services, {
    id,
    provider: 'demonstration',
    subject: id,
    demonstration: true,
    profile: { givenName: 'Maja', familyName: 'Lindqvist Sarri', birthDate: '1994-05-03', ...profile },
  })
}

export function createMembership(
  services: Services,
  organisationId: string,
  personId: string,
  ...roles: Role[]
): Promise<void> {
  return setRoles(services, { organisationId, personId, roles })
}

export interface Staffed {
  readonly organisationId: string
  readonly designerId: string
  readonly assessorId: string
  readonly issuerId: string
  readonly learnerId: string
}

/** An organisation with one person per role, and a learner. */
export async function createStaffed(services: Services): Promise<Staffed> {
  const organisationId = await createOrganisation(services)
  const member = async (givenName: string, familyName: string, role: Role) => {
    const personId = await createPerson(services, { givenName, familyName })
    await createMembership(services, organisationId, personId, role)
    return personId
  }
  return {
    organisationId,
    designerId: await member('Karin', 'Ek', 'designer'),
    assessorId: await member('Lars', 'Nyström', 'assessor'),
    issuerId: await member('Siv', 'Åkesson', 'issuer'),
    learnerId: await member('Maja', 'Lindqvist Sarri', 'learner'),
  }
}
