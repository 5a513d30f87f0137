import type { Certificate, SetKey } from '../keys/index.ts'

/** What stands behind a source: our own house, a state, somebody who keeps a list, or certificates as such. */
export type TrustSourceKind = 'organisations' | 'trusted-list' | 'issuer-list' | 'certificates'

/** A list of issuers that the operator has chosen to look in, or would have if it could be loaded. */
export interface TrustSource {
  readonly id: string
  /** For people. */
  readonly name: string
  readonly kind: TrustSourceKind
  readonly issuers: readonly ListedIssuer[]
  /** When the keeper of the list made it. */
  readonly issued?: Date
  /** When we last took it in. */
  readonly loadedAt?: Date
  /** From then on it can't be relied on any more. */
  readonly nextUpdate?: Date
  /** Code of why it couldn't be loaded; there are then no issuers, or those of the last copy. */
  readonly failure?: string
}

/** Somebody on a list, by what the list knows of them. */
export interface ListedIssuer {
  /** The name that the list gives comes first. */
  readonly names: readonly string[]
  readonly organizationIdentifiers?: readonly string[]
  /** DIDs, or web addresses of issuers. */
  readonly ids?: readonly string[]
  /** RFC 7638, SHA-256, base64url. */
  readonly jwkThumbprints?: readonly string[]
  /** Those of its keys that we verify with. */
  readonly keys?: readonly SetKey[]
  /** Their own seals, or authorities that make them. */
  readonly certificates?: readonly Certificate[]
  /**
   * For whom its authorities speak: for whoever they certify, for this issuer alone, or for whoever they certify
   * for qualified electronic seals.
   */
  readonly authorityFor?: 'anyone' | 'itself' | 'qualified-seals'
  /** When the entry counts; always, unless told. The newest first. */
  readonly periods?: readonly { readonly from: Date; readonly until?: Date }[]
  /** Whether others must not wear its names. A provider of certificates is no issuer of credentials. */
  readonly isNameReserved: boolean
}

export type TrustSourceState = 'loaded' | 'stale' | 'could-not-load'

/** A source without its issuers, as it was at a moment. */
export interface TrustSourceSummary
  extends Pick<TrustSource, 'id' | 'name' | 'kind' | 'issued' | 'loadedAt' | 'nextUpdate' | 'failure'> {
  readonly state: TrustSourceState
  /** How many it lists. */
  readonly issuers: number
}

export function summariseSource(source: TrustSource, at: Date): TrustSourceSummary {
  const { issuers, ...rest } = source
  return { ...rest, state: stateAt(source, at), issuers: issuers.length }
}

/** A last copy that wasn't renewed counts until its own end. */
export function stateAt({ failure, nextUpdate }: TrustSource, at: Date): TrustSourceState {
  if (failure !== undefined) return 'could-not-load'
  return nextUpdate !== undefined && at > nextUpdate ? 'stale' : 'loaded'
}

/** Whether what it says may be relied on at that moment. */
export function isCurrent({ nextUpdate }: TrustSource, at: Date): boolean {
  return nextUpdate === undefined || at <= nextUpdate
}

export function isInForce({ periods }: ListedIssuer, at: Date): boolean {
  return !periods || periods.some(({ from, until }) => from <= at && (until === undefined || at < until))
}
