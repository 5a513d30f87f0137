import type { Actor } from '../../access/actor.ts'
import type { MessageKey } from '../i18n/index.ts'
import type { Place } from './page-head.ts'

export interface NavLink {
  readonly place: Place
  readonly href: string
  readonly key: MessageKey
}

const publicLinks: readonly NavLink[] = [
  { place: 'catalogue', href: '/catalogue', key: 'web.nav.catalogue' },
  { place: 'verify', href: '/verify', key: 'web.nav.verify' },
  { place: 'about', href: '/about', key: 'web.nav.about' },
]

const ownLinks: readonly NavLink[] = [
  { place: 'wallet', href: '/wallet', key: 'web.nav.wallet' },
  { place: 'shares', href: '/wallet/shares', key: 'web.nav.shares' },
  { place: 'catalogue', href: '/catalogue', key: 'web.nav.catalogue' },
  { place: 'verify', href: '/verify', key: 'web.nav.verify' },
]

/** Work rooms, each for the roles that have something to do there. */
const workLinks = [
  {
    place: 'design',
    href: '/design',
    key: 'web.nav.design',
    roles: ['designer', 'assessor', 'issuer', 'administrator'],
  },
  { place: 'assessment', href: '/assessment', key: 'web.nav.assessment', roles: ['assessor', 'issuer'] },
  { place: 'issuing', href: '/issuing', key: 'web.nav.issuing', roles: ['issuer'] },
] as const satisfies readonly (NavLink & { roles: readonly string[] })[]

/** The main menu of a reader: by what she may do, never more. */
export function navLinks(actor: Actor): readonly NavLink[] {
  if (actor.kind !== 'person') return publicLinks
  if (!actor.organisation) return ownLinks
  const { roles } = actor.organisation
  const work: NavLink[] = workLinks.filter(link => link.roles.some(role => roles.includes(role)))
  return [...work, publicLinks[1]!]
}
