export { createBitstring, decodeBitstring, encodeBitstring, minimumEntries, readStatus } from './bitstring.ts'
export type { StatusPurpose, StatusQuestion } from './read-status-list.ts'
export { readStatusList, statusPurposes } from './read-status-list.ts'
export type { RevocationReason, StatusChange, StatusListInput } from './status-list.ts'
export { buildStatusListCredential, revocationReasons } from './status-list.ts'
export type { StatusPointer } from './status-pointer.ts'
export { readCredentialStatus, readStatusClaim } from './status-pointer.ts'
export type { StatusMoment, StatusRead, StatusUnclear } from './status-read.ts'
export type { TokenStatusQuestion, TokenStatusWidth } from './token-status-list.ts'
export {
  encodeTokenStatusList,
  parseStatusListToken,
  readTokenStatus,
  readTokenValue,
  tokenStatusWidths,
} from './token-status-list.ts'
