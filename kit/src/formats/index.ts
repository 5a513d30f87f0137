import { edcFormat } from './edc/edc-format.ts'

export { edcFormat } from './edc/edc-format.ts'
export type {
  CredentialFormat,
  DetectedForm,
  ParsedContent,
  ParsedCredential,
  SealReading,
  StatusEntry,
} from './format.ts'

/** Every format that we write and read. `contract.test.ts` holds each to the same promises. */
export const formats = [edcFormat] as const
