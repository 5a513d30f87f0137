export type { TrustInput, TrustStore } from './trust-store.ts'
export { createTrustStore } from './trust-store.ts'
export type { FetchDocument, Fetched, PresentationRequest, VerifyContext } from './verify-context.ts'
export { verifyCredential } from './verify-credential.ts'
