import { findCountryByAlpha2, type OrganisationView } from '../../elm/index.ts'
import type { JsonObject, JsonValue } from '../../json/index.ts'
import { idOf, objectOf, objectsOf, stringOf, textOf } from '../reading.ts'

/** An organisation as a badge or credential names it; absent when it has no name. */
export function readProfile(value: JsonValue | undefined, language = 'und'): OrganisationView | undefined {
  const profile = objectOf(value)
  const name = profile && textOf(profile.name, language)
  if (!profile || !name) return undefined
  const identifier = readIdentifier(profile)
  const [country] = countryOf(profile)
  const homepage = stringOf(profile.url)
  return {
    name,
    ...(identifier === undefined ? {} : { identifier }),
    ...(country === undefined ? {} : { country }),
    ...(homepage !== undefined && /^https?:\/\//.test(homepage) ? { homepage } : {}),
  }
}

function readIdentifier(profile: JsonObject): string | undefined {
  const [other] = objectsOf(profile.otherIdentifier)
  return stringOf(other?.identifier) ?? idOf(profile)
}

/** The code of a profile's country, as our vocabulary has it (`SWE`). */
export function countryOf(profile: JsonObject): string[] {
  const address = objectOf(profile.address)
  const code = stringOf(address?.addressCountryCode) ?? stringOf(address?.addressCountry)
  if (code === undefined) return []
  const known = /^[A-Z]{2}$/i.test(code) ? findCountryByAlpha2(code.toUpperCase())?.code : undefined
  return [known ?? code]
}
