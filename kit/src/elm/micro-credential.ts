import type { LangString } from '../text/index.ts'

/** The three categories of a learning outcome (EQF Recommendation 2017, Annex II). */
export const outcomeCategories = ['knowledge', 'skill', 'responsibility-and-autonomy'] as const
export type OutcomeCategory = (typeof outcomeCategories)[number]

/** One language's outcome sentence in its four grammatical parts; joined with blanks they read as one sentence. */
export interface OutcomeParts {
  readonly introduction: string
  readonly activity: string
  readonly content: string
  readonly contextAndQuality: string
}

/** The seventeen assessment methods of the Swedish national standard for validation (MYH 2017). */
export const assessmentMethods = [
  'exploratory-talk',
  'control-talk',
  'document-review',
  'self-assessment',
  'self-assessment-with-talk',
  'workplace-observation-steered',
  'workplace-observation-free',
  'co-assessor-360',
  'co-assessor-colleague',
  'co-assessor-supervisor',
  'test-centre-observation-steered',
  'test-centre-observation-free',
  'case-study',
  'oral-multiple-choice',
  'oral-open-questions',
  'written-multiple-choice',
  'written-open-questions',
] as const
export type AssessmentMethod = (typeof assessmentMethods)[number]

/** Supervision and identity check during assessment (Annex I, optional element 2). */
export const supervisionCodes = [
  'unsupervised-without-id',
  'supervised-without-id',
  'supervised-online-with-id',
  'supervised-on-site-with-id',
] as const
export type SupervisionCode = (typeof supervisionCodes)[number]

export const participationModes = [
  'online',
  'on-site',
  'blended',
  'work-based',
  'project-based',
  'none-validation',
] as const
export type ParticipationMode = (typeof participationModes)[number]

export const qualityStandards = ['eqf-annex-iv', 'esg', 'eqavet', 'other'] as const
export type QualityStandard = (typeof qualityStandards)[number]

export const stackabilityKinds = [
  'stand-alone',
  'stand-alone-stackable',
  'integrated',
  'integrated-stackable',
] as const
export type StackabilityKind = (typeof stackabilityKinds)[number]

/** EU country codes as in the Publications Office's authority table (ISO 3166-1 alpha-3), e.g. `SWE`. */
export type CountryCode = string

/** A legal person as the ELM names one. */
export interface Organisation {
  /** Stable URI, e.g. `urn:uuid:…`. */
  readonly id: string
  readonly legalName: LangString
  /** National registration number, e.g. `559999-0001`. */
  readonly registration?: string
  readonly country: CountryCode
  readonly locality?: string
  readonly homepage?: string
  readonly email?: string
}

export interface LearningOutcome {
  readonly id: string
  readonly category: OutcomeCategory
  /** Language → the four parts. */
  readonly parts: Readonly<Record<string, OutcomeParts>>
  /** What must be observed for the outcome to be met. */
  readonly criterion: LangString
  /** Methods that an assessor may decide by. */
  readonly methods: readonly AssessmentMethod[]
}

export type Level =
  | { readonly kind: 'not-applicable' }
  /** The provider's own estimate, 1–8; never written as an EQF or national level. */
  | { readonly kind: 'estimate'; readonly level: number }

export type Validity = { readonly kind: 'unlimited' } | { readonly kind: 'months'; readonly months: number }

export interface Workload {
  /** Notional learner time in hours. */
  readonly hours: number
  /** ECTS credits, where the provider can give them. */
  readonly ects?: number
}

export interface QualityAssurance {
  readonly kind: 'internal' | 'external'
  readonly standard: QualityStandard
  /** How it is done and who is responsible. */
  readonly description: LangString
}

/**
 * What a micro-credential says before anybody has earned it: the Annex I elements of the Council
 * Recommendation of 16 June 2022 and the Kompetenspasset additions. In a draft anything may be missing.
 */
export interface MicroCredentialContent {
  /** Languages that the texts are written in; the first is the primary one. */
  readonly languages: readonly string[]
  readonly title: LangString
  readonly summary?: LangString
  /** The need that it answers. */
  readonly need?: LangString
  readonly countries: readonly CountryCode[]
  /** Region in words or a NUTS code, e.g. `SE33`. */
  readonly region?: string
  readonly awardingBodies: readonly Organisation[]
  /** Who answers for the content. */
  readonly steward: Organisation
  readonly outcomes: readonly LearningOutcome[]
  readonly workload: Workload
  readonly level: Level
  readonly participation: {
    readonly mode: ParticipationMode
    readonly setting: 'formal' | 'non-formal' | 'informal'
  }
  readonly qualityAssurance: QualityAssurance
  readonly prerequisites?: LangString
  readonly supervision?: SupervisionCode
  /** Grading scale, where there is one beside met and not yet met. */
  readonly gradingScheme?: LangString
  readonly stackability?: { readonly kind: StackabilityKind; readonly description?: LangString }
  readonly furtherInformation?: LangString
  readonly homepage?: string
  readonly workTasks?: LangString
  readonly authorisations?: LangString
  readonly ssyk?: string
  readonly sun?: string
  readonly sni?: string
  /** URI of an ESCO occupation or skill. */
  readonly esco?: string
  readonly influencingFactors?: LangString
  readonly issuerRequirements?: LangString
  readonly validity: Validity
}

/** A micro-credential that is still being written. */
export type MicroCredentialDraft = {
  readonly [K in keyof MicroCredentialContent]?: MicroCredentialContent[K] | undefined
}

/** One frozen wording that awards point to for ever. */
export interface MicroCredentialVersion {
  /** Stable URI of the micro-credential, same for all versions. */
  readonly microCredentialId: string
  readonly versionId: string
  readonly number: number
  readonly publishedAt: string
  readonly content: MicroCredentialContent
}

/** The outcome as one sentence, as it is read and sealed. */
export function outcomeSentence(parts: OutcomeParts): string {
  const sentence = [parts.introduction, parts.activity, parts.content, parts.contextAndQuality]
    .map(part => part.trim())
    .filter(part => part !== '')
    .join(' ')
  return /[.!?]$/.test(sentence) || sentence === '' ? sentence : `${sentence}.`
}
