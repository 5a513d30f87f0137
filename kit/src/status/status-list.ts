import { isJsonObject, type JsonObject } from '../json/index.ts'
import { createBitstring, encodeBitstring } from './bitstring.ts'

/** Why a credential was revoked. */
export const revocationReasons = [
  'issued-in-error',
  'assessment-changed',
  'holder-request',
  'misuse',
  'other',
] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** When an entry was set, and why. */
export interface StatusChange {
  /** ISO 8601. */
  readonly at: string
  readonly reason: RevocationReason
}

export interface StatusListInput {
  /** Where the list is published; also its id. */
  readonly url: string
  /** URI of the issuer. */
  readonly issuer: string
  readonly validFrom: Date
  /** After it, readers must fetch the list anew. */
  readonly validUntil: Date
  readonly revoked: readonly ({ readonly index: number } & StatusChange)[]
  /** 131 072 unless told. */
  readonly entries?: number
}

/**
 * Bitstring Status List has no place for time and reason, so our own term says them, defined inline and carried
 * as JSON: a reader that doesn't know it loses nothing but the explanation.
 */
const statusChangesTerm = { statusChanges: { '@id': 'urn:x-meritum:statusChanges', '@type': '@json' } }

/** A Bitstring Status List credential of purpose `revocation` (W3C Bitstring Status List 1.0 §2.2), unsecured. */
export function buildStatusListCredential(input: StatusListInput): JsonObject {
  const bits = createBitstring(
    input.revoked.map(({ index }) => index),
    input.entries,
  )
  const changes = input.revoked.map(({ index, at, reason }) => [String(index), { at, reason }])
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', statusChangesTerm],
    id: input.url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: input.issuer,
    validFrom: toSeconds(input.validFrom),
    validUntil: toSeconds(input.validUntil),
    credentialSubject: {
      id: `${input.url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeBitstring(bits),
      statusChanges: Object.fromEntries(changes),
    },
  }
}

/** When and why an entry was set, if the list says so in words that we know. */
export function readStatusChange(subject: JsonObject, index: number): StatusChange | undefined {
  const { statusChanges } = subject
  const change = isJsonObject(statusChanges) ? statusChanges[String(index)] : undefined
  if (!isJsonObject(change) || typeof change.at !== 'string' || Number.isNaN(Date.parse(change.at)))
    return undefined
  return { at: change.at, reason: revocationReasons.find(reason => reason === change.reason) ?? 'other' }
}

function toSeconds(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}
