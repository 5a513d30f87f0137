import type { Trx } from '../../../db/connect.ts'

/** What is written down before anything is sealed: exactly these bytes, this index, this key. */
export interface IntentRow {
  readonly intentId: string
  readonly awardId: string
  readonly format: string
  readonly credentialId: string
  readonly payloadSealed: Buffer
  readonly statusListId: string
  readonly statusIndex: number
  readonly sealKeyId: string
}

/** The intents of a tenant, with the names that the room uses for the columns. */
export function selectIntents(trx: Trx, tenantId: string) {
  return trx
    .selectFrom('seal_intent')
    .select([
      'id as intentId',
      'award_id as awardId',
      'format',
      'credential_id as credentialId',
      'payload_sealed as payloadSealed',
      'status_list_id as statusListId',
      'status_index as statusIndex',
      'seal_key_id as sealKeyId',
    ])
    .where('tenant_id', '=', tenantId)
}

/** Where the bytes to be sealed lie: under the holder's key. */
export function payloadPlace(tenantId: string, personId: string, intentId: string) {
  return { tenantId, personId, context: `seal_intent.payload_sealed:${intentId}` }
}

/** Where the check code lies, so that issuer and holder can show it again. */
export function checkCodePlace(tenantId: string, personId: string, intentId: string) {
  return { tenantId, personId, context: `seal_intent.check_code_sealed:${intentId}` }
}
