import type { Role } from '../../access/actor.ts'

const places: readonly (readonly [Role, string])[] = [
  ['designer', '/design'],
  ['assessor', '/assessment'],
  ['issuer', '/issuing'],
]

/** Where somebody with these roles starts to work; one who acts for herself starts with her own credentials. */
export function firstPlace(roles: readonly Role[]): string {
  return places.find(([role]) => roles.includes(role))?.[1] ?? (roles.length > 0 ? '/' : '/wallet')
}
