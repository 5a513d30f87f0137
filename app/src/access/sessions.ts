import { createHash } from 'node:crypto'
import { pickText } from '@meritum/kit/text'
import { sql } from 'kysely'
import type { Trx } from '../db/connect.ts'
import { acrossTenants, inTenant } from '../db/tenant.ts'
import { AppError } from '../errors.ts'
import type { Actor, Role } from './actor.ts'
import type { Ground } from './ground.ts'
import { fullName, readProfile } from './people.ts'

/** How long a sign-in counts, in milliseconds. It is not prolonged by use. */
export const sessionLifetime = 12 * 60 * 60 * 1000

export interface Session {
  readonly actor: Extract<Actor, { kind: 'person' }>
  readonly expiresAt: Date
}

export interface NewSession {
  readonly token: string
  readonly expiresAt: Date
  /** The roles that she acts in from the start; none when she acts for herself. */
  readonly roles: readonly Role[]
}

export interface Membership {
  readonly organisationId: string
  readonly name: string
  readonly roles: readonly Role[]
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()
const isToken = (token: string) => /^[A-Za-z0-9_-]{43}$/.test(token)

/**
 * Signs a person in. The token (256 random bits) goes to the browser; only its SHA-256 is stored. Someone
 * with a role in just one organisation starts out acting for it.
 */
export async function createSession(ground: Ground, personId: string): Promise<NewSession> {
  const token = ground.ids.token(32)
  const now = ground.clock.now()
  const expiresAt = new Date(now.getTime() + sessionLifetime)
  const acting = await acrossTenants(ground.db, async trx => {
    const memberships = await readMemberships(trx, personId, 'en')
    const only = memberships.length === 1 ? memberships[0] : undefined
    await trx
      .insertInto('session')
      .values({
        tenant_id: personId,
        token_hash: hashOf(token),
        organisation_id: only?.organisationId ?? null,
        created_at: now,
        expires_at: expiresAt,
      })
      .execute()
    return only
  })
  return { token, expiresAt, roles: acting?.roles ?? [] }
}

/** The live session of a token, or undefined. Roles are read anew each time, so that a withdrawn one ends at once. */
export async function findSession(
  ground: Ground,
  token: string,
  locale: string,
): Promise<Session | undefined> {
  if (!isToken(token)) return undefined
  return acrossTenants(ground.db, async trx => {
    const row = await trx
      .selectFrom('session')
      .selectAll()
      .where('token_hash', '=', hashOf(token))
      .where('expires_at', '>', ground.clock.now())
      .executeTakeFirst()
    if (!row) return undefined
    const name = fullName(await readProfile(trx, ground, row.tenant_id))
    const memberships = row.organisation_id ? await readMemberships(trx, row.tenant_id, locale) : []
    const acting = memberships.find(membership => membership.organisationId === row.organisation_id)
    const organisation = acting && { id: acting.organisationId, name: acting.name, roles: acting.roles }
    const actor = {
      kind: 'person' as const,
      personId: row.tenant_id,
      name,
      ...(organisation && { organisation }),
    }
    return { actor, expiresAt: row.expires_at }
  })
}

export async function endSession(ground: Ground, token: string): Promise<void> {
  if (!isToken(token)) return
  await acrossTenants(ground.db, trx =>
    trx.deleteFrom('session').where('token_hash', '=', hashOf(token)).execute(),
  )
}

/** The organisations that a person may act for: those in which she does more than learn. */
export function listMemberships(ground: Ground, personId: string, locale: string): Promise<Membership[]> {
  return acrossTenants(ground.db, trx => readMemberships(trx, personId, locale))
}

/**
 * Chooses the organisation that a signed-in person acts for; undefined: herself. Returns her roles there.
 * Throws `thing.not_found` when she has none.
 */
export async function actFor(
  ground: Ground,
  token: string,
  personId: string,
  organisationId: string | undefined,
): Promise<readonly Role[]> {
  const memberships = await listMemberships(ground, personId, 'en')
  const chosen = memberships.find(membership => membership.organisationId === organisationId)
  if (organisationId && !chosen) throw new AppError('thing.not_found')
  await inTenant(ground.db, personId, trx =>
    trx
      .updateTable('session')
      .set({ organisation_id: chosen?.organisationId ?? null })
      .where('token_hash', '=', hashOf(token))
      .execute(),
  )
  return chosen?.roles ?? []
}

/** Removes sessions that have run out. Returns how many. */
export async function removeOldSessions(ground: Ground): Promise<number> {
  const removed = await acrossTenants(ground.db, trx =>
    trx.deleteFrom('session').where('expires_at', '<=', ground.clock.now()).executeTakeFirst(),
  )
  return Number(removed.numDeletedRows)
}

async function readMemberships(trx: Trx, personId: string, locale: string): Promise<Membership[]> {
  const rows = await trx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.tenant_id', 'membership.tenant_id')
    .select(['membership.tenant_id', 'membership.roles', 'organisation.profile'])
    .where('membership.person_id', '=', personId)
    .orderBy(sql`membership.created_at`)
    .execute()
  return rows
    .filter(row => row.roles.some(role => role !== 'learner'))
    .map(row => ({
      organisationId: row.tenant_id,
      name: pickText(row.profile.legalName, locale)?.text ?? '',
      roles: row.roles as Role[],
    }))
}
