import { edcFormat } from './edc/edc-format.ts'
import { edcReader } from './edc/edc-reader.ts'
import type { CredentialReader } from './format.ts'
import { openBadges2Reader } from './open-badges-2/open-badges-2-reader.ts'
import { sdJwtReader } from './sd-jwt-vc/sd-jwt-reader.ts'
import { presentationReader } from './w3c-vc/presentation-reader.ts'
import { w3cVcReader } from './w3c-vc/w3c-vc-reader.ts'

export { edcFormat } from './edc/edc-format.ts'
export type {
  CredentialFormat,
  CredentialReader,
  FetchDocument,
  FormatName,
  HolderReading,
  IssuerClaim,
  ParsedContent,
  ParsedCredential,
  PresentationRequest,
  ReadQuestion,
  SealKey,
  SealReading,
  SealSigner,
} from './format.ts'
export type { FormatInput } from './format-input.ts'
export { readFormatInput } from './format-input.ts'
export { findTokenSigners } from './sd-jwt-vc/find-token-signers.ts'
export type { SecuredDocument } from './w3c-vc/read-secured.ts'
export { readSecured, signerIdOf } from './w3c-vc/read-secured.ts'

/** Every format that we write. `contract.test.ts` holds each to the same promises. */
export const formats = [edcFormat] as const

/** Every kind of credential that we read. The first that knows it has it: the most special stand first. */
export const readers: readonly CredentialReader[] = [
  sdJwtReader,
  presentationReader,
  openBadges2Reader,
  w3cVcReader,
  edcReader,
]
