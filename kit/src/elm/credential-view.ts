import type { LangString } from '../text/index.ts'
import type { AssessmentMethod, OutcomeCategory } from './micro-credential.ts'

export interface OrganisationView {
  readonly name: LangString
  readonly identifier?: string
  readonly country?: string
  readonly homepage?: string
}

export interface OutcomeView {
  readonly title: LangString
  readonly category?: OutcomeCategory
  readonly criterion?: LangString
}

export interface AssessmentView {
  readonly title: LangString
  /** Words for the kind of assessment. */
  readonly type?: LangString
  readonly grade?: LangString
  readonly supervision?: LangString
  /** One of the seventeen methods, where the document names one. */
  readonly method?: AssessmentMethod
  /** ISO 8601. */
  readonly assessedAt?: string
}

/**
 * What a credential says, read back from the sealed bytes and from nothing else, in the words of the ELM.
 * Everything is as the file states it: a page must say who says so.
 */
export interface CredentialView {
  readonly id: string
  readonly title: LangString
  readonly description?: LangString
  readonly holder: { readonly name: string; readonly birthDate?: string }
  /** The four facts (requirements DEF-10). */
  readonly designedBy?: OrganisationView
  readonly issuedBy?: OrganisationView
  readonly outcomes: readonly OutcomeView[]
  readonly qualityAssurance?: LangString
  readonly awardingBodies: readonly OrganisationView[]
  readonly awardingDate?: string
  readonly place?: string
  /** Codes of the countries that it names for issuer, awarding bodies, award and offer (`SWE`). */
  readonly countries?: readonly string[]
  readonly issued?: string
  readonly validFrom?: string
  readonly validUntil?: string
  readonly version?: string
  /** URI of the specification that was met; of ours, the version's id. */
  readonly specificationId?: string
  /** `duration` is as written (`PT24H`, `P2M`); months have no fixed number of hours. */
  readonly workload?: { readonly hours?: number; readonly ects?: string; readonly duration?: string }
  readonly level?: LangString
  /** `framework`: a level of a framework, which somebody decides; `own-words`: what the issuer says of it. */
  readonly levelKind?: 'framework' | 'own-words'
  readonly assessments: readonly AssessmentView[]
  readonly participation?: LangString
  readonly prerequisites?: LangString
  readonly supervision?: LangString
  readonly stackability?: LangString
  readonly furtherInformation?: LangString
  readonly workTasks?: LangString
  readonly homepage?: string
  /** Other notes and codes, each with its label. */
  readonly notes: readonly { readonly label?: LangString; readonly text: LangString }[]
  readonly mandate?: string
  /** How many parts the holder keeps back; some may be decoys. */
  readonly hiddenParts?: number
  /** Where its status is published. */
  readonly status?: { readonly listUrl: string; readonly index: number }
  /** Annex I elements that are present and missing. */
  readonly completeness: {
    readonly present: readonly AnnexElement[]
    readonly missing: readonly AnnexElement[]
  }
  /** Languages that the texts are written in. */
  readonly languages: readonly string[]
}

/** The eleven mandatory elements of Annex I, in its order. */
export const annexElements = [
  'learner',
  'title',
  'country',
  'awarding-body',
  'date',
  'learning-outcomes',
  'workload',
  'level',
  'assessment',
  'participation',
  'quality-assurance',
] as const
export type AnnexElement = (typeof annexElements)[number]
