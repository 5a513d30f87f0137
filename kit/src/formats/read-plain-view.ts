import { type AnnexElement, annexElements, type CredentialView } from '../elm/index.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts'
import { readProfile } from './open-badges/read-profile.ts'
import { readBirthDate, readPersonName } from './person.ts'
import { idOf, present, stringOf, textOf } from './reading.ts'

export interface PlainCredential {
  readonly credential: JsonObject
  readonly subject: JsonObject
  readonly title: string
  /** Members of the subject that are no news: shown elsewhere, or for machines. */
  readonly passedOver: readonly string[]
}

const personMembers = [
  'id',
  'type',
  'name',
  'fullName',
  'givenName',
  'given_name',
  'familyName',
  'family_name',
  'birthDate',
  'birthdate',
  'dateOfBirth',
  'identifier',
]
const maxNotes = 40
const maxDepth = 4

/** A credential of a kind that we don't know: whose, by whom, when, and its other words under their own names. */
export function readPlainView({ credential, subject, title, passedOver }: PlainCredential): CredentialView {
  const birthDate = readBirthDate(subject)
  const name = readPersonName(subject)
  const issuer = readProfile(credential.issuer)
  const view = {
    id: idOf(credential) ?? '',
    title: textOf(credential.name) ?? { und: title },
    holder: { name, ...(birthDate === undefined ? {} : { birthDate }) },
    outcomes: [],
    awardingBodies: issuer ? [issuer] : [],
    assessments: [],
    notes: readNotes(subject, [...personMembers, ...passedOver]),
    languages: [],
    ...present({
      description: textOf(credential.description),
      issuedBy: issuer,
      issued: stringOf(credential.issuanceDate),
      validFrom: stringOf(credential.validFrom),
      validUntil: stringOf(credential.validUntil) ?? stringOf(credential.expirationDate),
    }),
  }
  const isThere: Partial<Record<AnnexElement, boolean>> = {
    learner: name !== '' || idOf(subject) !== undefined,
    title: true,
    'awarding-body': issuer !== undefined,
    date: view.validFrom !== undefined || view.issued !== undefined,
  }
  return {
    ...view,
    completeness: {
      present: annexElements.filter(element => isThere[element] === true),
      missing: annexElements.filter(element => isThere[element] !== true),
    },
  }
}

function readNotes(subject: JsonObject, passedOver: readonly string[]): CredentialView['notes'] {
  return Object.entries(subject)
    .filter(([member]) => !passedOver.includes(member))
    .flatMap(([member, value]) => flatten(member, value, 0))
    .slice(0, maxNotes)
    .map(([label, text]) => ({ label: { und: label }, text: { und: text } }))
}

function flatten(label: string, value: JsonValue, depth: number): [string, string][] {
  if (value === null || depth > maxDepth) return []
  if (Array.isArray(value)) return value.flatMap(item => flatten(label, item, depth + 1))
  if (!isJsonObject(value)) return [[label, String(value)]]
  return Object.entries(value)
    .filter(([member]) => !['id', 'type', '@context'].includes(member))
    .flatMap(([member, inner]) => flatten(`${label}: ${member}`, inner, depth + 1))
}
