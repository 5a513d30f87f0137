import { type Certificate, type ListedName, readCertificate } from '../keys/index.ts'
import {
  createTrustSources,
  sourceOfCertificates,
  type TrustSource,
  type TrustSources,
} from '../trust/index.ts'

/** Whom the verifier trusts, by which list, and whose names nobody else may wear. */
export interface TrustStore extends TrustSources {
  /** The certificates that are trusted as such, whatever the lists say. */
  readonly anchors: readonly Certificate[]
  readonly listedNames: readonly ListedName[]
}

export interface TrustInput {
  /** DER: roots, or seals that are trusted themselves. */
  readonly certificates?: readonly Uint8Array[]
  /** Names of listed issuers beside those in the certificates and sources. */
  readonly names?: readonly ListedName[]
  /** Lists, loaded or not. */
  readonly sources?: readonly TrustSource[]
}

/** Reads everything once for many verifications. @throws KitError `cert.malformed` */
export function createTrustStore({ certificates = [], names = [], sources = [] }: TrustInput): TrustStore {
  const given = certificates.map(readCertificate)
  const all = [
    ...(given.length > 0 ? [sourceOfCertificates({ id: 'certificates', name: 'Certificates' }, given)] : []),
    ...(names.length > 0 ? [sourceOfNames(names)] : []),
    ...sources,
  ]
  const anchors = all
    .filter(({ kind }) => kind === 'certificates')
    .flatMap(({ issuers }) => issuers.flatMap(issuer => issuer.certificates ?? []))
  const listedNames = all
    .flatMap(({ issuers }) => issuers.filter(issuer => issuer.isNameReserved))
    .flatMap(toNames)
  return { ...createTrustSources(all), anchors, listedNames }
}

function sourceOfNames(names: readonly ListedName[]): TrustSource {
  const issuers = names.map(({ name, organizationIdentifier }) => ({
    names: [name, organizationIdentifier].filter(found => found !== undefined),
    organizationIdentifiers: [organizationIdentifier].filter(found => found !== undefined),
    isNameReserved: true,
  }))
  return { id: 'names', name: 'Names', kind: 'issuer-list', issuers }
}

function toNames(issuer: TrustSource['issuers'][number]): ListedName[] {
  const [organizationIdentifier] = issuer.organizationIdentifiers ?? []
  return issuer.names.map(name => ({ name, organizationIdentifier }))
}
