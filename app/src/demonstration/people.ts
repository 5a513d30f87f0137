import type { Role } from '../access/actor.ts'
import type { PersonProfile } from '../access/people.ts'

export interface DemonstrationMember {
  readonly id: string
  readonly profile: PersonProfile
  readonly roles: readonly Role[]
}

/** Invented people, with fixed ids so that loading them again changes nothing. */
export const people = {
  designer: {
    id: '019aa000-0000-7000-8000-000000000011',
    profile: { givenName: 'Karin', familyName: 'Ek', birthDate: '1979-09-21' },
    roles: ['designer'],
  },
  assessor: {
    id: '019aa000-0000-7000-8000-000000000012',
    profile: { givenName: 'Lars', familyName: 'Nyström', birthDate: '1971-01-30' },
    roles: ['assessor'],
  },
  issuer: {
    id: '019aa000-0000-7000-8000-000000000013',
    profile: { givenName: 'Siv', familyName: 'Åkesson', birthDate: '1984-11-08' },
    roles: ['issuer'],
  },
  maja: {
    id: '019aa000-0000-7000-8000-000000000021',
    profile: { givenName: 'Maja', familyName: 'Lindqvist Sarri', birthDate: '1994-05-03' },
    roles: ['learner'],
  },
  amir: {
    id: '019aa000-0000-7000-8000-000000000022',
    profile: { givenName: 'Amir', familyName: 'Haddad', birthDate: '1990-02-11' },
    roles: ['learner'],
  },
  elsa: {
    id: '019aa000-0000-7000-8000-000000000023',
    profile: { givenName: 'Elsa', familyName: 'Backman', birthDate: '2001-12-17' },
    roles: ['learner'],
  },
} as const satisfies Record<string, DemonstrationMember>
