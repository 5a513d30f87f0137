import type { ServicePeriod, TrustedList, TrustService, TrustServiceProvider } from './trusted-list.ts'

const prefix = 'http://uri.etsi.org/TrstSvc/'
const qualifiedCertificates = `${prefix}Svctype/CA/QC`
const granted = `${prefix}TrustedList/Svcstatus/granted`
const forSeals = `${prefix}TrustedList/SvcInfoExt/ForeSeals`
/** These make some of a service's certificates something else than the certificate says. Which, is for criteria to tell. */
const overriding = new Set(
  ['NotQualified', 'QCForESig', 'QCForWSA'].map(name => `${prefix}TrustedList/SvcInfoExt/${name}`),
)

export interface SealService {
  readonly provider: TrustServiceProvider
  readonly service: TrustService
}

/** The services that were granted to issue qualified certificates for electronic seals at that moment. */
export function sealServicesAt(list: TrustedList, at: Date): SealService[] {
  return list.providers.flatMap(provider =>
    provider.services.flatMap(service => {
      const period = service.periods.find(({ from }) => from <= at)
      return period && isSealPeriod(period) ? [{ provider, service }] : []
    }),
  )
}

/**
 * CA/QC, granted, for seals. Where a qualifier overrides some certificates by criteria that aren't evaluated here,
 * the period doesn't count at all: better not known than known wrongly.
 */
export function isSealPeriod({ type, status, additional, qualifiers }: ServicePeriod): boolean {
  return (
    type === qualifiedCertificates &&
    status === granted &&
    additional.includes(forSeals) &&
    !qualifiers.some(qualifier => overriding.has(qualifier))
  )
}

/** When a service was such a service, the newest first. */
export function sealPeriods({ periods }: TrustService): { from: Date; until?: Date }[] {
  return periods.flatMap((period, index) => {
    const until = periods[index - 1]?.from
    return isSealPeriod(period) ? [{ from: period.from, ...(until ? { until } : {}) }] : []
  })
}
