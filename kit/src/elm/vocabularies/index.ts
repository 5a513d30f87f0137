export {
  assessmentMethodConcept,
  assessmentMethodTable,
  assessmentTypes,
  canDecide,
  findAssessmentMethod,
} from './assessment-types.ts'
export type { VocabularyConcept } from './concept.ts'
export { conceptNode, labelLanguages, labelsFor } from './concept.ts'
export type { Country } from './countries.ts'
export { countries, countryScheme, findCountry, findCountryByAlpha2 } from './countries.ts'
export * from './credential-concepts.ts'
export type { Language } from './languages.ts'
export { findLanguage, findLanguageById, languageScheme, languages } from './languages.ts'
export type { NoteTopic } from './note-topics.ts'
export { findNoteTopic, noteTopicConcept, noteTopicLabels } from './note-topics.ts'
export { categoryLabels, skillTypes } from './outcome-categories.ts'
export { learningSettings, participationConcepts } from './participation-modes.ts'
export * from './phrases.ts'
export { qualityKindLabels, qualityStandardLabels, stackabilityLabels } from './quality-standards.ts'
export { snbScheme } from './snb.ts'
export { findSupervisionCode, supervisionConcepts, supervisionLabels } from './supervision.ts'
