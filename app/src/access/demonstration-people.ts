import { acrossTenants } from '../db/tenant.ts'
import { AppError } from '../errors.ts'
import type { Role } from './actor.ts'
import type { Ground } from './ground.ts'
import { fullName, readProfile } from './people.ts'
import { demonstration } from './providers/demonstration.ts'

export interface DemonstrationPerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** Whom one can sign in as, those with roles first. */
export function listDemonstrationPeople(ground: Ground): Promise<DemonstrationPerson[]> {
  return acrossTenants(ground.db, async trx => {
    const rows = await trx
      .selectFrom('person')
      .select('tenant_id')
      .where('demonstration', '=', true)
      .orderBy('created_at')
      .orderBy('tenant_id')
      .limit(50)
      .execute()
    const memberships = await trx.selectFrom('membership').select(['person_id', 'roles']).execute()
    const people: DemonstrationPerson[] = []
    for (const { tenant_id: id } of rows) {
      const held = memberships
        .filter(membership => membership.person_id === id)
        .flatMap(({ roles }) => roles as Role[])
      people.push({ id, name: fullName(await readProfile(trx, ground, id)), roles: [...new Set(held)] })
    }
    return people
  })
}

/** Refuses, as if she didn't exist, everybody who is not there for demonstration. */
export async function requireDemonstrationPerson(
  ground: Ground & { readonly config: { readonly demonstration: boolean } },
  personId: string,
): Promise<string> {
  if (!demonstration.isAvailable(ground.config)) throw new AppError('thing.not_found')
  const row = await acrossTenants(ground.db, trx =>
    trx
      .selectFrom('person')
      .select('tenant_id')
      .where('tenant_id', '=', personId)
      .where('demonstration', '=', true)
      .executeTakeFirst(),
  )
  if (!row) throw new AppError('thing.not_found')
  return row.tenant_id
}
