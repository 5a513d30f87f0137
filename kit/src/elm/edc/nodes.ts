import type { LangString } from '../../text/index.ts'

/**
 * The classes of the European Learning Model that we write, as they stand in JSON (context `edc-ap`).
 * A property that may be repeated holds one value or a list, as in the Commission's sealed samples.
 */
export type OneOrMany<T> = T | readonly T[]

export interface ConceptNode {
  readonly id: string
  readonly type: 'Concept'
  readonly inScheme: { readonly id: string; readonly type: 'ConceptScheme' }
  readonly prefLabel: LangString
  readonly notation?: string
}

export interface NoteNode {
  readonly id: string
  readonly type: 'Note'
  readonly noteLiteral: LangString
  readonly subject?: ConceptNode
}

export interface IdentifierNode {
  readonly id: string
  readonly type: 'Identifier'
  readonly notation: string
  readonly schemeName: string
  readonly schemeVersion?: string
}

export interface LegalIdentifierNode {
  readonly id: string
  readonly type: 'LegalIdentifier'
  readonly notation: string
  readonly spatial: ConceptNode
}

export interface WebResourceNode {
  readonly id: string
  readonly type: 'WebResource'
  readonly title?: LangString
  readonly contentURL: string
}

export interface LocationNode {
  readonly id: string
  readonly type: 'Location'
  readonly address: OneOrMany<{
    readonly id: string
    readonly type: 'Address'
    readonly countryCode: ConceptNode
  }>
  readonly geographicName?: LangString
  readonly spatialCode?: ConceptNode
}

export interface OrganisationNode {
  readonly id: string
  readonly type: 'Organisation'
  readonly legalName: LangString
  readonly altLabel?: LangString
  readonly eIDASIdentifier?: LegalIdentifierNode
  readonly registration?: LegalIdentifierNode
  readonly location: OneOrMany<LocationNode>
  readonly homepage?: WebResourceNode
  readonly contactPoint?: {
    readonly id: string
    readonly type: 'ContactPoint'
    readonly emailAddress: { readonly id: string; readonly type: 'Mailbox' }
  }
}

export interface AwardingProcessNode {
  readonly id: string
  readonly type: 'AwardingProcess'
  readonly awardingBody: OneOrMany<OrganisationNode>
  readonly awardingDate: string
  readonly location: LocationNode
}

export interface LearningOutcomeNode {
  readonly id: string
  readonly type: 'LearningOutcome'
  readonly title: LangString
  readonly dcType?: ConceptNode
  readonly identifier: IdentifierNode
  readonly relatedESCOSkill?: ConceptNode
  readonly additionalNote: NoteNode
}

export interface LearningAssessmentNode {
  readonly id: string
  readonly type: 'LearningAssessment'
  readonly title: LangString
  readonly description: LangString
  readonly identifier: IdentifierNode
  readonly dcType: ConceptNode
  readonly dateIssued: string
  readonly awardedBy: AwardingProcessNode
  readonly grade: NoteNode
  readonly idVerification: ConceptNode
  readonly specifiedBy: {
    readonly id: string
    readonly type: 'LearningAssessmentSpecification'
    readonly title: LangString
    readonly description: LangString
    readonly dcType: ConceptNode
    readonly mode?: ConceptNode
    readonly gradingScheme: {
      readonly id: string
      readonly type: 'GradingScheme'
      readonly title: LangString
    }
  }
}

export interface SpecificationNode {
  readonly id: string
  readonly type: 'LearningAchievementSpecification'
  readonly title: LangString
  readonly description?: LangString
  readonly identifier: readonly IdentifierNode[]
  readonly status: string
  readonly dcType: ConceptNode
  readonly publisher: OrganisationNode
  readonly language: OneOrMany<ConceptNode>
  readonly learningOutcome: OneOrMany<LearningOutcomeNode>
  readonly volumeOfLearning: string
  readonly creditPoint?: CreditPointNode
  readonly educationLevel?: ConceptNode
  readonly educationSubject?: ConceptNode
  readonly mode?: ConceptNode
  readonly learningSetting?: ConceptNode
  readonly entryRequirement?: NoteNode
  readonly additionalNote: readonly NoteNode[]
  readonly homepage?: WebResourceNode
  readonly awardingOpportunity: {
    readonly id: string
    readonly type: 'AwardingOpportunity'
    readonly awardingBody: OneOrMany<OrganisationNode>
    readonly location: LocationNode
  }
}

export interface CreditPointNode {
  readonly id: string
  readonly type: 'CreditPoint'
  readonly framework: ConceptNode
  readonly point: string
}

export interface LearningAchievementNode {
  readonly id: string
  readonly type: 'LearningAchievement'
  readonly title: LangString
  readonly description?: LangString
  readonly awardedBy: AwardingProcessNode
  readonly creditReceived?: CreditPointNode
  readonly provenBy: OneOrMany<LearningAssessmentNode>
  readonly specifiedBy: SpecificationNode
  readonly supplementaryDocument?: OneOrMany<WebResourceNode>
}

export interface PersonNode {
  readonly id: string
  readonly type: 'Person'
  readonly givenName: LangString
  readonly familyName: LangString
  readonly fullName: LangString
  readonly dateOfBirth: string
  readonly hasClaim: LearningAchievementNode
}

export interface IndividualDisplayNode {
  readonly id: string
  readonly type: 'IndividualDisplay'
  readonly language: ConceptNode
  readonly displayDetail: {
    readonly id: string
    readonly type: 'DisplayDetail'
    readonly page: number
    readonly image: {
      readonly id: string
      readonly type: 'MediaObject'
      readonly content: string
      readonly contentEncoding: ConceptNode
      readonly contentType: ConceptNode
    }
  }
}

export interface DisplayParameterNode {
  readonly id: string
  readonly type: 'DisplayParameter'
  readonly title: LangString
  readonly description: LangString
  readonly primaryLanguage: ConceptNode
  readonly language: OneOrMany<ConceptNode>
  readonly individualDisplay: OneOrMany<IndividualDisplayNode>
}

export interface EvidenceNode {
  readonly id: string
  readonly type: 'Evidence'
  readonly dcType: ConceptNode
  readonly evidenceStatement: string
}

/** A European Digital Credential for Learning before it is sealed (application profile 1.1.0, VCDM 1.1). */
export interface EdcDocument {
  readonly '@context': readonly [string, string]
  readonly id: string
  readonly type: readonly ['VerifiableCredential', 'EuropeanDigitalCredential']
  readonly credentialSchema: { readonly id: string; readonly type: 'ShaclValidator2017' }
  readonly credentialProfiles: ConceptNode
  readonly displayParameter: DisplayParameterNode
  readonly identifier?: IdentifierNode
  readonly evidence?: EvidenceNode
  readonly issuer: OrganisationNode
  readonly issued: string
  readonly issuanceDate: string
  readonly validFrom: string
  readonly validUntil?: string
  readonly expirationDate?: string
  readonly credentialSubject: PersonNode
}

/** One value bare, several as a list. */
export function oneOrMany<T>(values: readonly T[]): OneOrMany<T> {
  return values.length === 1 ? values[0]! : values
}
