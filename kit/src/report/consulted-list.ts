/** A list that the issuer was looked for in. Moments are ISO 8601. */
export interface ConsultedList {
  readonly id: string
  /** As its keeper or the operator calls it. */
  readonly name: string
  readonly kind: 'organisations' | 'trusted-list' | 'issuer-list' | 'certificates'
  /** `stale`: past the moment until which its keeper vouches for it. */
  readonly state: 'loaded' | 'stale' | 'could-not-load'
  /** Whether this list is the one that the finding rests on. */
  readonly hasIssuer: boolean
  readonly issued?: string
  readonly loadedAt?: string
  readonly nextUpdate?: string
}
