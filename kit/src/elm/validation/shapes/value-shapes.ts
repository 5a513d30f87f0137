import type { ClassShapes } from './shape.ts'

/** Small things that the others are made of. (EDC application profile 1.1.0: edc-generic-no-cv and edc-generic-full.) */
export const valueShapes: ClassShapes = {
  Identifier: {
    notation: '1..1 literal',
    schemeAgency: '0..1 langString',
    creator: '0..1 iri',
    dateIssued: '0..1 dateTime',
    dcType: '0..* Concept',
    schemeName: '0..1 string',
    schemeVersion: '0..1 string',
    schemeId: '0..1 anyURI',
  },
  LegalIdentifier: {
    spatial: '1..1 Concept in country',
    notation: '1..1 literal',
    schemeAgency: '0..1 langString',
    creator: '0..1 iri',
    dateIssued: '0..1 dateTime',
    dcType: '0..* Concept',
    schemeName: '0..1 string',
    schemeVersion: '0..1 string',
    schemeId: '0..1 anyURI',
  },
  Note: {
    noteLiteral: '1..* langString',
    subject: '0..1 Concept',
    noteFormat: '0..1 Concept',
  },
  WebResource: {
    language: '0..1 Concept in language',
    title: '0..* langString',
    contentURL: '1..1 anyURI',
  },
  MediaObject: {
    title: '0..* langString',
    description: '0..* langString',
    contentType: '1..1 Concept',
    attachmentType: '0..1 Concept',
    contentEncoding: '1..1 Concept',
    contentSize: '0..1 integer',
    content: '1..1 string',
    contentURL: '0..1 anyURI',
  },
  PeriodOfTime: {
    prefLabel: '0..* langString',
    startDate: '0..1 dateTime',
    endDate: '0..1 dateTime',
  },
  Concept: {
    prefLabel: '0..* langString',
    notation: '0..1 literal',
    inScheme: '0..* ConceptScheme',
    definition: '0..* langString',
  },
}
