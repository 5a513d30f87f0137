import type { Role } from '../../access/actor.ts'
import type { Translate } from '../../web/i18n/index.ts'

/** "Designer, assessor": somebody without a role in any organisation is a participant. */
export function sayRoles(t: Translate, roles: readonly Role[]): string {
  const held: readonly Role[] = roles.length > 0 ? roles : ['learner']
  const words = held.map(role => t(`access.role.${role}`)).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
