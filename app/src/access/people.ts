import type { Trx } from '../db/connect.ts'
import { inTenant } from '../db/tenant.ts'
import { AppError } from '../errors.ts'
import type { Role } from './actor.ts'
import type { Ground } from './ground.ts'
import { identityHash } from './identity-hash.ts'

/** What is known of a person, kept under her own data key in her own tenant. */
export interface PersonProfile {
  readonly givenName: string
  readonly familyName: string
  /** Calendar date, `YYYY-MM-DD`. */
  readonly birthDate: string
}

/** A person as an identity provider names her. */
export interface NewPerson {
  /** Given by the caller when it must be the same every time, as in demonstration data. */
  readonly id?: string
  readonly provider: string
  readonly subject: string
  readonly profile: PersonProfile
  readonly demonstration?: boolean
}

const profilePlace = (personId: string) => ({
  tenantId: personId,
  personId,
  context: `person.profile_sealed:${personId}`,
})

export const fullName = (profile: PersonProfile): string => `${profile.givenName} ${profile.familyName}`

/** Adds a person as a tenant of her own. Returns her id. */
export async function addPerson(ground: Ground, person: NewPerson): Promise<string> {
  const id = person.id ?? ground.ids.uuid()
  const now = ground.clock.now()
  await inTenant(ground.db, id, async trx => {
    await trx.insertInto('tenant').values({ id, kind: 'person', created_at: now }).execute()
    await trx
      .insertInto('person')
      .values({
        tenant_id: id,
        identity_hash: identityHash(ground.vault, person.provider, person.subject),
        demonstration: person.demonstration ?? false,
        profile_sealed: await ground.vault.seal(trx, profilePlace(id), JSON.stringify(person.profile)),
        created_at: now,
      })
      .execute()
  })
  return id
}

/** The profile of one person. The transaction must reach her tenant. Throws `thing.not_found`. */
export async function readProfile(
  trx: Trx,
  ground: Pick<Ground, 'vault'>,
  personId: string,
): Promise<PersonProfile> {
  const row = await trx
    .selectFrom('person')
    .select('profile_sealed')
    .where('tenant_id', '=', personId)
    .executeTakeFirst()
  if (!row) throw new AppError('thing.not_found')
  return JSON.parse(
    (await ground.vault.open(trx, profilePlace(personId), row.profile_sealed)).toString('utf8'),
  )
}

/** Gives a person roles in an organisation, or replaces the ones that she had. */
export async function setRoles(
  ground: Ground,
  member: { readonly organisationId: string; readonly personId: string; readonly roles: readonly Role[] },
): Promise<void> {
  const roles = [...member.roles]
  await inTenant(ground.db, member.organisationId, trx =>
    trx
      .insertInto('membership')
      .values({
        tenant_id: member.organisationId,
        person_id: member.personId,
        roles,
        created_at: ground.clock.now(),
      })
      .onConflict(conflict => conflict.columns(['tenant_id', 'person_id']).doUpdateSet({ roles }))
      .execute(),
  )
}
