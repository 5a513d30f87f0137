import type { Certificate } from '../../keys/index.ts'
import type { LangString } from '../../text/index.ts'

/** A trusted list (ETSI TS 119 612), or the EU's list of them, whose signature held. */
export interface TrustedList {
  /** ISO 3166-1 alpha-2, or `EU`, `EL`, `UK`. */
  readonly territory: string
  readonly isListOfLists: boolean
  readonly sequenceNumber: number
  readonly operator: LangString
  readonly issued: Date
  /** Absent in a list that was closed: it won't be kept any more. */
  readonly nextUpdate?: Date
  readonly providers: readonly TrustServiceProvider[]
  readonly pointers: readonly ListPointer[]
  readonly signedBy: Certificate
}

export interface TrustServiceProvider {
  readonly name: LangString
  readonly services: readonly TrustService[]
}

export interface TrustService {
  readonly name: LangString
  /** The service's keys, as certificates; those that can't be read are left out. */
  readonly certificates: readonly Certificate[]
  /** What it has been, the newest first. */
  readonly periods: readonly ServicePeriod[]
}

/** What a service was from a moment on, until the next period begins (§5.5.4–5.6). Types and statuses are URIs. */
export interface ServicePeriod {
  readonly type: string
  readonly status: string
  readonly from: Date
  /** URIs of AdditionalServiceInformation: for seals, for signatures … */
  readonly additional: readonly string[]
  /** URIs of qualifiers that change what some of its certificates are (Qualifications extension, §5.5.9.2). */
  readonly qualifiers: readonly string[]
}

/** Another list, where it lies and who signs it (§5.3.13). */
export interface ListPointer {
  readonly territory: string
  readonly location: string
  readonly isListOfLists: boolean
  readonly isXml: boolean
  readonly signers: readonly Certificate[]
}
