export { annexCompleteness } from './annex-completeness.ts'
export type { Award, Holder, OutcomeResult } from './award.ts'
export { buildEdc } from './build-edc.ts'
export { atAwardElements, designCompleteness, designElements } from './completeness.ts'
export { completeLanguages } from './content-languages.ts'
export type {
  AnnexElement,
  AssessmentView,
  CredentialView,
  OrganisationView,
  OutcomeView,
} from './credential-view.ts'
export { annexElements } from './credential-view.ts'
export type { EdcInput } from './edc/build-context.ts'
export { edcContexts, statusIdentifierScheme } from './edc/contexts.ts'
export type { EdcDocument } from './edc/nodes.ts'
export * from './micro-credential.ts'
export type { PublishProblem, PublishProblemCode } from './publish-problems.ts'
export { outcomeLimit, publishProblems } from './publish-problems.ts'
export { readEdc } from './read-edc.ts'
export { createJsonReader } from './reading/json-reader.ts'
export { validateEdc } from './validate-edc.ts'
export type { Finding, FindingCode } from './validation/finding.ts'
export * from './vocabularies/index.ts'
