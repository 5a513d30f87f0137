import { AppError } from '../errors.ts'
import type { Actor, Role } from './actor.ts'

/**
 * The one table of who may do what. A role means: a person with that role in the organisation that she
 * acts for. `self` means any signed-in person, on her own things only (the tenant in the query sees to it).
 */
const table = {
  'design.write': ['designer'],
  'design.publish': ['designer'],
  'design.read': ['designer', 'assessor', 'issuer', 'administrator'],
  'assessment.open': ['assessor'],
  'assessment.decide': ['assessor'],
  'assessment.read': ['assessor', 'issuer'],
  'issuing.award': ['issuer'],
  'issuing.revoke': ['issuer'],
  'issuing.read': ['issuer'],
  'organisation.read': ['designer', 'assessor', 'issuer', 'administrator'],
  'wallet.use': 'self',
} as const satisfies Record<string, readonly Role[] | 'self'>

export type Act = keyof typeof table

/** Whether the actor may do the act at all; which rows it reaches is decided by the tenant in each query. */
export function can(actor: Actor, act: Act): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'anonymous') return false
  const allowed = table[act]
  if (allowed === 'self') return true
  return actor.organisation?.roles.some(role => (allowed as readonly Role[]).includes(role)) ?? false
}

/** The tenant and person of an actor who acts for an organisation, or the refusal. Every command starts with it. */
export function requireStaff(actor: Actor, act: Act): { tenantId: string; personId: string } {
  if (actor.kind !== 'person') throw new AppError('access.sign_in_required')
  if (!actor.organisation || !can(actor, act)) throw new AppError('access.denied')
  return { tenantId: actor.organisation.id, personId: actor.personId }
}

/** The tenant of a person who acts on her own things, or the refusal. */
export function requireSelf(actor: Actor, act: Act): { tenantId: string } {
  if (actor.kind !== 'person') throw new AppError('access.sign_in_required')
  if (!can(actor, act)) throw new AppError('access.denied')
  return { tenantId: actor.personId }
}
