import type { MicroCredentialContent, MicroCredentialDraft, Organisation } from '@meritum/kit/elm'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

type Json<T extends object | null> = JSONColumnType<T>
type Set<T> = ColumnType<T, T, T>

export type OrganisationProfile = Organisation & {
  /** What the organisation always says of its quality assurance, offered in every draft. */
  readonly qualityAssurance?: MicroCredentialContent['qualityAssurance']
}

export interface Tables {
  tenant: { id: string; kind: 'organisation' | 'person'; created_at: Date }
  organisation: { tenant_id: string; profile: Json<OrganisationProfile>; created_at: Date; updated_at: Date }
  person: {
    tenant_id: string
    identity_hash: Buffer
    demonstration: boolean
    profile_sealed: Buffer
    created_at: Date
  }
  data_key: { tenant_id: string; person_id: string; wrapped: Buffer; created_at: Date }
  membership: { tenant_id: string; person_id: string; roles: string[]; created_at: Date }
  session: {
    tenant_id: string
    token_hash: Buffer
    organisation_id: string | null
    created_at: Date
    expires_at: Date
  }
  submission: { tenant_id: string; token_hash: Buffer; started_at: Date; location: string | null }
  seal_key: {
    tenant_id: string
    id: string
    certificate_chain: string[]
    private_key_sealed: Buffer
    development: boolean
    created_at: Date
  }
  micro_credential: {
    tenant_id: string
    id: string
    draft: Json<MicroCredentialDraft>
    revision: number
    created_by: string
    created_at: Date
    updated_at: Date
  }
  micro_credential_version: {
    tenant_id: string
    id: string
    micro_credential_id: string
    number: number
    content: Json<MicroCredentialContent>
    published_by: string
    published_at: Date
  }
  assessment_case: {
    tenant_id: string
    id: string
    version_id: string
    person_id: string
    assessor_id: string
    state: 'open' | 'ready' | 'awarded'
    created_at: Date
    updated_at: Date
  }
  outcome_result: {
    tenant_id: string
    id: string
    case_id: string
    outcome_id: string
    result: 'met' | 'not-yet-met'
    method: string
    supervision: string
    note_sealed: Buffer | null
    assessor_id: string
    assessed_at: Date
  }
  award: {
    tenant_id: string
    id: string
    case_id: string
    version_id: string
    person_id: string
    award_sealed: Buffer
    state: 'decided' | 'issued' | 'revoked'
    decided_by: string
    decided_at: Date
    revoked_at: Date | null
    revoked_by: string | null
    revocation_reason: string | null
    revocation_note_sealed: Buffer | null
  }
  status_list: {
    tenant_id: string
    id: string
    length: number
    dirty: boolean
    signed: string | null
    signed_at: Date | null
    created_at: Date
  }
  seal_intent: {
    tenant_id: string
    id: string
    award_id: string
    format: string
    credential_id: string
    payload_sealed: Buffer
    check_code_hash: Buffer
    check_code_sealed: Buffer
    status_list_id: string
    status_index: number
    seal_key_id: string
    state: 'prepared' | 'sealed'
    created_at: Date
  }
  sealed_credential: {
    tenant_id: string
    id: string
    intent_id: string
    award_id: string
    person_id: string
    format: string
    sealed_bytes_sealed: Buffer
    digest: Buffer
    sealed_at: Date
  }
  status_entry: { tenant_id: string; list_id: string; index: number; revoked_at: Date; reason: string }
  wallet_credential: {
    tenant_id: string
    id: string
    issuer_tenant_id: string
    sealed_credential_id: string
    content_sealed: Buffer
    received_at: Date
  }
  share: {
    tenant_id: string
    id: string
    wallet_credential_id: string
    code_hash: Buffer
    code_sealed: Buffer
    purpose_sealed: Buffer | null
    expires_at: Date
    withdrawn_at: Date | null
    created_at: Date
  }
  notice: {
    tenant_id: string
    id: string
    kind: string
    thing_id: string
    created_at: Date
    read_at: Date | null
  }
  audit_event: {
    tenant_id: string
    id: string
    act: string
    actor_id: string | null
    thing_kind: string
    thing_id: string
    at: Date
    sequence: Set<string | null>
    previous_hash: Buffer | null
    hash: Buffer | null
  }
  outbox: {
    tenant_id: string
    id: string
    kind: string
    payload: Json<Record<string, string>>
    created_at: Date
    attempts: Generated<number>
    next_attempt_at: Date
    done_at: Date | null
    last_error: string | null
  }
}
