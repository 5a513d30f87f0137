import type { ClassShapes } from './shape.ts'

/** What is sealed, how it is shown, and by what right. (EDC application profile 1.1.0: edc-generic-no-cv and edc-generic-full.) */
export const credentialShapes: ClassShapes = {
  EuropeanDigitalCredential: {
    credentialProfiles: '1..* Concept in credential',
    identifier: '0..* Identifier | LegalIdentifier',
    attachment: '0..* MediaObject',
    displayParameter: '1..1 DisplayParameter',
    issuer: '1..1 Agent | Person | Organisation',
    credentialSubject: '1..1 Agent | Person | Organisation',
    issuanceDate: '0..1 dateTime',
    issued: '1..1 dateTime',
    validFrom: '1..1 dateTime',
    expirationDate: '0..1 dateTime',
    validUntil: '0..1 dateTime',
    evidence: '0..* Evidence',
    termsOfUse: '0..* explicit anyURI',
    credentialSchema: '1..* ShaclValidator2017',
    credentialStatus: '0..1 explicit anyURI',
    holder: '0..* Agent | Person | Organisation',
  },
  DisplayParameter: {
    primaryLanguage: '1..1 Concept in language',
    language: '1..* Concept in language',
    title: '1..* langString',
    description: '0..* langString',
    summaryDisplay: '0..1 string',
    individualDisplay: '1..* IndividualDisplay',
  },
  IndividualDisplay: {
    language: '1..1 Concept',
    displayDetail: '1..* DisplayDetail',
  },
  DisplayDetail: {
    image: '1..1 MediaObject',
    page: '1..1 positiveInteger',
  },
  Evidence: {
    dcType: '1..1 Concept in evidence-type',
    evidenceStatement: '0..1 string',
    evidenceTarget: '0..1 Agent | Person | Organisation',
    embeddedEvidence: '0..* MediaObject',
    accreditation: '0..1 Accreditation',
  },
  EuropeanDigitalPresentation: {
    verificationCheck: '0..* VerificationCheck',
    holder: '0..* Agent | Person | Organisation',
  },
  VerificationCheck: {
    dcType: '1..1 Concept in verification',
    verificationStatus: '1..1 Concept in verification-status',
    description: '0..* langString',
    elmSubject: '1..1 EuropeanDigitalCredential',
  },
}
