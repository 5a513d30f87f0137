import type { Certificate } from '../keys/index.ts'
import { pickText } from '../text/index.ts'
import type { IssuerList } from './parse-issuer-list.ts'
import type { ListedIssuer, TrustSource } from './trust-source.ts'
import type { OpenedList } from './trusted-list/open-trusted-lists.ts'
import { sealPeriods } from './trusted-list/seal-services-at.ts'

type Told = Pick<TrustSource, 'id' | 'name'> & Partial<Pick<TrustSource, 'loadedAt'>>

/** Certificates as such: roots, which speak for whoever they certify, and seals. */
export function sourceOfCertificates(told: Told, certificates: readonly Certificate[]): TrustSource {
  const issuers = certificates.map(
    (certificate): ListedIssuer => ({
      names: [...new Set(namesOf(certificate))],
      organizationIdentifiers: listOf(certificate.subject.organizationIdentifier),
      certificates: [certificate],
      authorityFor: 'anyone',
      isNameReserved: true,
    }),
  )
  return { ...told, kind: 'certificates', issuers }
}

export function sourceOfIssuerList(told: Told, list: IssuerList): TrustSource {
  const { name = told.name, issued, nextUpdate, issuers } = list
  return {
    ...told,
    name,
    kind: 'issuer-list',
    issuers,
    ...(issued ? { issued } : {}),
    ...(nextUpdate ? { nextUpdate } : {}),
  }
}

/** What a trusted list says of qualified seals, with its history. A list of lists knows no issuer itself. */
export function sourceOfTrustedList(told: Told, { list, nextUpdate }: OpenedList): TrustSource {
  const issuers = list.providers.flatMap(provider =>
    provider.services.flatMap((service): ListedIssuer[] => {
      const periods = sealPeriods(service)
      if (periods.length === 0 || service.certificates.length === 0) return []
      const names = [provider.name, service.name].flatMap(name => listOf(pickText(name, 'en')?.text))
      return [
        {
          names: [names.join(': ')],
          certificates: service.certificates,
          authorityFor: 'qualified-seals',
          periods,
          isNameReserved: false,
        },
      ]
    }),
  )
  return { ...told, kind: 'trusted-list', issuers, issued: list.issued, nextUpdate }
}

function namesOf({ subject }: Certificate): string[] {
  return [...listOf(subject.organization), ...listOf(subject.commonName), subject.text]
}

function listOf<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value]
}
