export { signVcJwt } from './sign-vc-jwt.ts'
export type { VcJwtVerification } from './verify-vc-jwt.ts'
export { verifyVcJwt } from './verify-vc-jwt.ts'
