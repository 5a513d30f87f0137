export type { Award, Holder, OutcomeResult } from './award.ts'
export type { AnnexElement, AssessmentView, CredentialView, OrganisationView, OutcomeView } from './credential-view.ts'
export { annexElements } from './credential-view.ts'
export * from './micro-credential.ts'
