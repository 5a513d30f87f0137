import type { Certificate } from './certificate.ts'

/** A name that the verifier knows: of a trusted certificate or from a list. */
export interface ListedName {
  readonly organizationIdentifier?: string | undefined
  readonly name?: string | undefined
}

/**
 * The listed name that an untrusted certificate claims for itself, if any: same identifier of the organisation,
 * or same name. An honest stranger has a name of its own; whoever wears a listed one isn't who it says.
 */
export function findImpersonation(
  leaf: Certificate,
  anchors: readonly Certificate[],
  listed: readonly ListedName[],
): ListedName | undefined {
  const { organizationIdentifier, organization, commonName } = leaf.subject
  const claimedNames = [organization, commonName].map(normalise).filter(name => name !== '')
  const known: ListedName[] = [
    ...listed,
    ...anchors.flatMap(({ subject }) => [
      { organizationIdentifier: subject.organizationIdentifier, name: subject.organization },
      { organizationIdentifier: subject.organizationIdentifier, name: subject.commonName },
    ]),
  ]
  return known.find(
    entry =>
      (normalise(organizationIdentifier) !== '' &&
        normalise(organizationIdentifier) === normalise(entry.organizationIdentifier)) ||
      claimedNames.includes(normalise(entry.name)),
  )
}

/** So that case, blanks and compatibility forms can't make two names of one. */
function normalise(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
