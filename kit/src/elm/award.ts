import type { LangString } from '../text/index.ts'
import type {
  AssessmentMethod,
  CountryCode,
  MicroCredentialVersion,
  Organisation,
  SupervisionCode,
} from './micro-credential.ts'

/** The person who has earned the award, as identified by the awarding body. */
export interface Holder {
  /** Stable URI for this award; never a personal number. */
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  /** Calendar date, `YYYY-MM-DD`. */
  readonly birthDate: string
}

/** An outcome that was met: by which method, under which supervision, when. */
export interface OutcomeResult {
  readonly outcomeId: string
  readonly method: AssessmentMethod
  readonly supervision: SupervisionCode
  /** ISO 8601. */
  readonly assessedAt: string
  readonly grade?: LangString
}

/** What a person has earned: the truth of which every sealed format is a projection. */
export interface Award {
  /** `urn:uuid:…` */
  readonly id: string
  readonly holder: Holder
  readonly version: MicroCredentialVersion
  readonly results: readonly OutcomeResult[]
  /** ISO 8601. */
  readonly awardingDate: string
  readonly place: { readonly locality: string; readonly country: CountryCode }
  readonly awardingBodies: readonly Organisation[]
  /** Who seals: the organisation of the seal's certificate. */
  readonly issuer: Organisation
  /** End of validity, inclusive, ISO 8601; absent when unlimited. */
  readonly validUntil?: string
}
