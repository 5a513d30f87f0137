import { attributeOf, childrenNamed, descend, textOf, walk, type XmlElement } from '../xml/xml-element.ts'
import { readCertificates, readNames, readTime } from './list-parts.ts'
import type { ServicePeriod, TrustService, TrustServiceProvider } from './trusted-list.ts'

const qualifications = 'http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#'

/** A TrustServiceProvider with its services (§5.4). */
export function readProvider(provider: XmlElement): TrustServiceProvider {
  return {
    name: readNames(descend(provider, 'TSPInformation', 'TSPName')),
    services: childrenNamed(descend(provider, 'TSPServices'), 'TSPService').map(readService),
  }
}

function readService(service: XmlElement): TrustService {
  const now = descend(service, 'ServiceInformation')
  const past = childrenNamed(descend(service, 'ServiceHistory'), 'ServiceHistoryInstance')
  return {
    name: readNames(descend(now, 'ServiceName')),
    certificates: readCertificates(descend(now, 'ServiceDigitalIdentity')),
    periods: [...(now ? [now] : []), ...past].map(readPeriod).sort((left, right) => +right.from - +left.from),
  }
}

function readPeriod(information: XmlElement): ServicePeriod {
  const extensions = childrenNamed(descend(information, 'ServiceInformationExtensions'), 'Extension')
  return {
    type: textOf(descend(information, 'ServiceTypeIdentifier')),
    status: textOf(descend(information, 'ServiceStatus')),
    from: readTime(descend(information, 'StatusStartingTime'), 'StatusStartingTime'),
    additional: extensions
      .flatMap(extension => childrenNamed(extension, 'AdditionalServiceInformation'))
      .map(additional => textOf(descend(additional, 'URI'))),
    qualifiers: extensions
      .flatMap(extension => [...walk(extension)])
      .filter(({ local, namespace }) => local === 'Qualifier' && namespace === qualifications)
      .map(qualifier => attributeOf(qualifier, 'uri') ?? ''),
  }
}
