import type { Certificate, SetKey } from '../keys/index.ts'
import { type ChainKnowledge, createCertificateIndex } from './find-by-certificate.ts'
import { foldName } from './fold-name.ts'
import {
  isCurrent,
  isInForce,
  type ListedIssuer,
  summariseSource,
  type TrustSource,
  type TrustSourceSummary,
} from './trust-source.ts'

/** Who is asked for: always by what only the issuer can have, never by a name. */
export type IssuerQuery = { readonly at: Date } & (
  | { readonly certificateChain: readonly [Certificate, ...Certificate[]] }
  | { readonly did: string }
  /** Web address that names an issuer and that its key was found at. */
  | { readonly url: string }
  | { readonly jwkThumbprint: string }
  /** Host whose key it is: `did:web:<host>` or the bare address of that host on a list. */
  | { readonly domain: string }
)

/** Where somebody is listed. */
export interface Listing {
  readonly source: TrustSourceSummary
  readonly listedName: string
}

/**
 * `known`: a current list has the issuer. `stale`: only lists have it that can't be relied on any more.
 * `withdrawn`: it was listed, but not at that moment. `expired`: listed, but a certificate on the way has ended.
 * `broken`: the chain was made by somebody who wasn't allowed to, or isn't yet valid.
 */
export type IssuerKnowledge = ChainKnowledge

export interface TrustSources {
  readonly sources: readonly TrustSource[]
  /** All sources as they were at that moment, in the order given. */
  summarise(at: Date): TrustSourceSummary[]
  findIssuer(query: IssuerQuery): IssuerKnowledge
  /** The listed issuer that wears one of these names or this identifier, as a reader would see them. */
  findNamesake(claim: NameClaim): Listing | undefined
  /** The keys that lists give to whoever has this DID or address; `undefined` when none gives any. */
  findKeys(id: string): readonly SetKey[] | undefined
  /** Whether a list gives a certificate of this chain to whoever has this DID or address. */
  givesCertificate(id: string, chain: readonly Certificate[]): boolean
  /** Whether a list gives this key, or this DID that holds it, to whoever has this DID or address. */
  givesKey(id: string, key: { readonly did: string; readonly jwkThumbprint?: string | undefined }): boolean
}

export interface NameClaim {
  readonly names: readonly (string | undefined)[]
  readonly organizationIdentifier?: string | undefined
  /** The DID or address of the claimant: whoever is listed under it has the name by right. */
  readonly id?: string | undefined
  readonly at: Date
}

interface Entry {
  readonly source: TrustSource
  readonly issuer: ListedIssuer
}

/** Reads the lists into indices once, for many verifications. */
export function createTrustSources(sources: readonly TrustSource[]): TrustSources {
  const entries = sources.flatMap(source => source.issuers.map((issuer): Entry => ({ source, issuer })))
  const byCertificate = createCertificateIndex(entries)
  const byId = indexBy(entries, ({ ids = [] }) => ids)
  const byKey = indexBy(entries, ({ jwkThumbprints = [] }) => jwkThumbprints)
  const byDomain = indexBy(entries, ({ ids = [] }) => ids.flatMap(domainOf))
  const reserved = entries.filter(({ issuer }) => issuer.isNameReserved)
  const byName = indexBy(reserved, ({ names }) => names.map(foldName))
  const byIdentifier = indexBy(reserved, ({ organizationIdentifiers = [] }) =>
    organizationIdentifiers.map(foldName),
  )
  return {
    sources,
    summarise: at => sources.map(source => summariseSource(source, at)),
    findIssuer(query) {
      if ('certificateChain' in query) return byCertificate(query.certificateChain, query.at)
      if ('did' in query) return judge(byId.get(query.did) ?? [], query.at)
      if ('url' in query) return judge(byId.get(query.url) ?? [], query.at)
      if ('domain' in query) return judge(byDomain.get(query.domain.toLowerCase()) ?? [], query.at)
      return judge(byKey.get(query.jwkThumbprint) ?? [], query.at)
    },
    findKeys(id) {
      const keys = (byId.get(id) ?? []).flatMap(({ issuer }) => issuer.keys ?? [])
      return keys.length > 0 ? keys : undefined
    },
    givesCertificate: (id, chain) =>
      (byId.get(id) ?? []).some(({ issuer: { certificates = [] } }) =>
        certificates.some(({ sha256 }) => chain.some(certificate => certificate.sha256 === sha256)),
      ),
    givesKey: (id, { did, jwkThumbprint = '' }) =>
      (byId.get(id) ?? []).some(
        ({ issuer: { ids = [], jwkThumbprints = [] } }) =>
          (did.startsWith('did:') && ids.includes(did)) || jwkThumbprints.includes(jwkThumbprint),
      ),
    findNamesake({ names, organizationIdentifier, id = '', at }) {
      const folded = names.map(name => foldName(name ?? '')).filter(name => name !== '')
      const identifier = foldName(organizationIdentifier ?? '')
      const namesakes = [
        ...(identifier === '' ? [] : (byIdentifier.get(identifier) ?? [])),
        ...folded.flatMap(name => byName.get(name) ?? []),
      ]
      if (namesakes.some(({ issuer: { ids = [] } }) => ids.includes(id))) return undefined
      const [found] = namesakes
      return found && { source: summariseSource(found.source, at), listedName: nameOf(found) }
    },
  }
}

/** The best listing: current before stale before withdrawn. */
function judge(entries: readonly Entry[], at: Date): IssuerKnowledge {
  const inForce = entries.filter(({ issuer }) => isInForce(issuer, at))
  const current = inForce.find(({ source }) => isCurrent(source, at))
  const found = current ?? inForce[0] ?? entries[0]
  if (!found) return { state: 'unknown' }
  const listing = { source: summariseSource(found.source, at), listedName: nameOf(found) }
  if (current) return { state: 'known', ...listing }
  return { state: inForce.length > 0 ? 'stale' : 'withdrawn', ...listing }
}

function nameOf({ issuer, source }: Entry): string {
  return issuer.names[0] ?? source.name
}

/** The host that an identifier stands for as a whole: one with a path is one of several on its host. */
function domainOf(id: string): string[] {
  const web = /^did:web:([^:]+)$/.exec(id)?.[1]
  if (web !== undefined) return [web.replace(/%3a/i, ':').toLowerCase()]
  return /^https:\/\/[^/?#]+\/?$/.test(id) && URL.canParse(id) ? [new URL(id).host] : []
}

function indexBy(
  entries: readonly Entry[],
  keysOf: (issuer: ListedIssuer) => readonly string[],
): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>()
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry.issuer))) index.set(key, [...(index.get(key) ?? []), entry])
  }
  return index
}
