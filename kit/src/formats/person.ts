import type { JsonObject } from '../json/index.ts'
import type { HolderBond } from '../report/index.ts'
import { idOf, objectsOf, stringOf } from './reading.ts'

/** Names in the several spellings of W3C credentials, Open Badges and OpenID claims. */
export function readPersonName(subject: JsonObject): string {
  const named = objectsOf(subject.identifier).find(
    ({ identityType, hashed }) => identityType === 'name' && hashed !== true,
  )
  const parts = [
    stringOf(subject.givenName) ?? stringOf(subject.given_name),
    stringOf(subject.familyName) ?? stringOf(subject.family_name),
  ]
  return (
    stringOf(subject.name) ??
    stringOf(subject.fullName) ??
    stringOf(named?.identityHash) ??
    parts.filter(part => part !== undefined).join(' ')
  )
}

export function readBirthDate(subject: JsonObject): string | undefined {
  const date = stringOf(subject.birthDate) ?? stringOf(subject.birthdate) ?? stringOf(subject.dateOfBirth)
  return date !== undefined && /^\d{4}-\d{2}-\d{2}/.test(date) ? date.slice(0, 10) : undefined
}

/** What ties a credential to a person: never more than it shows. */
export function readBonds(subject: JsonObject, isKeyBound: boolean): HolderBond[] {
  const identities = objectsOf(subject.identifier)
  const bonds: HolderBond[] = [
    ...(isKeyBound || isKeyName(idOf(subject)) ? (['key'] as const) : []),
    ...(readPersonName(subject) === '' ? [] : (['name'] as const)),
    ...(readBirthDate(subject) === undefined ? [] : (['birth-date'] as const)),
    ...(stringOf(subject.email) === undefined ? [] : (['email'] as const)),
    ...identities.map(({ identityType, hashed }): HolderBond => {
      if (identityType === 'emailAddress') return hashed === true ? 'email-hash' : 'email'
      if (identityType === 'name' && hashed !== true) return 'name'
      return hashed === true ? 'identifier-hash' : 'identifier'
    }),
  ]
  return [...new Set(bonds)]
}

/** A DID can be proved to be somebody's; other names can't. */
export function isKeyName(id: string | undefined): id is string {
  return id?.startsWith('did:') === true
}
