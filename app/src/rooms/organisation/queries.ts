import type { Actor } from '../../access/actor.ts'
import { roles as allRoles, type Role } from '../../access/actor.ts'
import { requireStaff } from '../../access/can.ts'
import { fullName, type PersonProfile, readProfile } from '../../access/people.ts'
import type { OrganisationProfile } from '../../db/tables.ts'
import { acrossTenants, inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'

/** What an organisation says of itself; public. Throws `thing.not_found`. */
export async function getOrganisation(services: Services, tenantId: string): Promise<OrganisationProfile> {
  const row = await inTenant(services.db, tenantId, trx =>
    trx.selectFrom('organisation').select('profile').where('tenant_id', '=', tenantId).executeTakeFirst(),
  )
  if (!row) throw new AppError('thing.not_found')
  return row.profile
}

export interface Participant {
  readonly id: string
  readonly name: string
  readonly profile: PersonProfile
  readonly roles: readonly Role[]
}

/**
 * The people who have a membership in the organisation that the actor acts for, by name. Their names are
 * read from their own tenants, and only for as long as the membership lasts.
 */
export async function listPeople(services: Services, actor: Actor, role?: Role): Promise<Participant[]> {
  const { tenantId } = requireStaff(actor, 'organisation.read')
  const people = await readParticipants(services, tenantId)
  return people
    .filter(person => role === undefined || person.roles.includes(role))
    .sort((a, b) => a.name.localeCompare(b.name, 'sv'))
}

/** The organisation's learners, for choosing whom to assess. */
export function listLearners(services: Services, actor: Actor): Promise<Participant[]> {
  return listPeople(services, actor, 'learner')
}

/** One person with a membership in the organisation, or undefined: an unknown person can't be told from a stranger. */
export async function findParticipant(
  services: Services,
  tenantId: string,
  personId: string,
): Promise<Participant | undefined> {
  return (await readParticipants(services, tenantId, [personId]))[0]
}

/** Names of people with a membership in the organisation; others are left out. */
export async function findPersonNames(
  services: Services,
  tenantId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const people = await readParticipants(services, tenantId, personIds)
  return new Map(people.map(person => [person.id, person.name]))
}

async function readParticipants(
  services: Services,
  tenantId: string,
  only?: readonly string[],
): Promise<Participant[]> {
  if (only?.length === 0) return []
  return acrossTenants(services.db, async trx => {
    const members = await trx
      .selectFrom('membership')
      .select(['person_id', 'roles'])
      .where('tenant_id', '=', tenantId)
      .$if(only !== undefined, query => query.where('person_id', 'in', [...new Set(only)]))
      .orderBy('person_id')
      .limit(1000)
      .execute()
    const people: Participant[] = []
    for (const member of members) {
      const profile = await readProfile(trx, services, member.person_id)
      people.push({
        id: member.person_id,
        name: fullName(profile),
        profile,
        roles: allRoles.filter(role => member.roles.includes(role)),
      })
    }
    return people
  })
}
