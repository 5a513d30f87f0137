export type { ReadProof } from './read-proof.ts'
export type { ProofOptions, ProofSigner } from './sign-data-integrity.ts'
export { signDataIntegrity } from './sign-data-integrity.ts'
export type {
  DataIntegrityQuestion,
  DataIntegrityVerification,
  ProofVerification,
} from './verify-data-integrity.ts'
export { maxProofs, verifyDataIntegrity } from './verify-data-integrity.ts'
