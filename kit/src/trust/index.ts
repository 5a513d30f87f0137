export { foldName } from './fold-name.ts'
export { jwkThumbprint, keyThumbprint } from './jwk-thumbprint.ts'
export { type IssuerList, parseIssuerList } from './parse-issuer-list.ts'
export { sourceOfCertificates, sourceOfIssuerList, sourceOfTrustedList } from './sources-of.ts'
export type {
  ListedIssuer,
  TrustSource,
  TrustSourceKind,
  TrustSourceState,
  TrustSourceSummary,
} from './trust-source.ts'
export type { IssuerKnowledge, IssuerQuery, Listing, NameClaim, TrustSources } from './trust-sources.ts'
export { createTrustSources } from './trust-sources.ts'
export type { OpenedList, TrustedListFile, UnopenedList } from './trusted-list/open-trusted-lists.ts'
export { openTrustedLists } from './trusted-list/open-trusted-lists.ts'
export { readTrustedList } from './trusted-list/read-trusted-list.ts'
export { type SealService, sealServicesAt } from './trusted-list/seal-services-at.ts'
export type {
  ListPointer,
  ServicePeriod,
  TrustedList,
  TrustService,
  TrustServiceProvider,
} from './trusted-list/trusted-list.ts'
