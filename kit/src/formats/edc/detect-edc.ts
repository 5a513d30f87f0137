import { latin1 } from '../format-input.ts'

export type EdcForm = 'sealed' | 'unsealed' | 'superseded'

/** A JWS object by its first member, or by a header member that no unsealed document has. */
const sealedPattern = /^\s*\{\s*"(?:payload|signatures)"|[{,]\s*"protected"\s*:\s*"/
const documentPattern = /^\s*\{[\s\S]*"EuropeanDigitalCredential"/
/** ELM 2, the XML form of before 2023. */
const supersededPattern = /^\s*<[\s\S]*(?:europass|data\.europa\.eu\/snb)/i

/**
 * What kind of European Digital Credential the bytes look like. Only patterns are tried, so that a damaged file
 * is still told that it is damaged, not that it is unknown.
 */
export function detectEdc(bytes: Uint8Array): EdcForm | undefined {
  const text = latin1(bytes)
  if (sealedPattern.test(text)) return 'sealed'
  if (documentPattern.test(text)) return 'unsealed'
  if (supersededPattern.test(text)) return 'superseded'
  return undefined
}
