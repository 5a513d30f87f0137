/**
 * A tenant is who answers for the rows: an organisation for its register, a person for her own wallet.
 * `tenant_id` leads every key. Columns named `*_sealed` hold AES-256-GCM under the data key of the person
 * that they are about, so that erasing the key erases them.
 */
export const foundation = {
  id: '0001-foundation',
  sql: `
create table tenant (
  id uuid primary key,
  kind text not null check (kind in ('organisation', 'person')),
  created_at timestamptz not null
);

create table organisation (
  tenant_id uuid primary key references tenant (id),
  profile jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table person (
  tenant_id uuid primary key references tenant (id),
  identity_hash bytea not null unique,
  demonstration boolean not null default false,
  profile_sealed bytea not null,
  created_at timestamptz not null
);

create table data_key (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, person_id)
);

create table membership (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null references tenant (id),
  roles text[] not null,
  created_at timestamptz not null,
  primary key (tenant_id, person_id)
);

create table session (
  tenant_id uuid not null references tenant (id),
  token_hash bytea not null,
  organisation_id uuid references tenant (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, token_hash)
);
create unique index session_token on session (token_hash);

create table submission (
  tenant_id uuid not null,
  token_hash bytea not null,
  started_at timestamptz not null,
  location text,
  primary key (tenant_id, token_hash)
);

create table seal_key (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  certificate_chain text[] not null,
  private_key_sealed bytea not null,
  development boolean not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table micro_credential (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  draft jsonb not null,
  revision integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id)
);

create table micro_credential_version (
  tenant_id uuid not null,
  id uuid not null,
  micro_credential_id uuid not null,
  number integer not null,
  content jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, micro_credential_id, number),
  foreign key (tenant_id, micro_credential_id) references micro_credential (tenant_id, id)
);

create table assessment_case (
  tenant_id uuid not null,
  id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  assessor_id uuid not null,
  state text not null check (state in ('open', 'ready', 'awarded')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, version_id, person_id),
  foreign key (tenant_id, version_id) references micro_credential_version (tenant_id, id)
);

create table outcome_result (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  outcome_id uuid not null,
  result text not null check (result in ('met', 'not-yet-met')),
  method text not null,
  supervision text not null,
  note_sealed bytea,
  assessor_id uuid not null,
  assessed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, case_id) references assessment_case (tenant_id, id)
);
create index outcome_result_case on outcome_result (tenant_id, case_id, outcome_id, assessed_at desc);

create table award (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  award_sealed bytea not null,
  state text not null check (state in ('decided', 'issued', 'revoked')),
  decided_by uuid not null,
  decided_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid,
  revocation_reason text,
  revocation_note_sealed bytea,
  primary key (tenant_id, id),
  unique (tenant_id, case_id),
  foreign key (tenant_id, case_id) references assessment_case (tenant_id, id)
);
create index award_person on award (tenant_id, person_id);

create table status_list (
  tenant_id uuid not null references tenant (id),
  id uuid not null unique,
  length integer not null,
  dirty boolean not null,
  signed text,
  signed_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);

create table seal_intent (
  tenant_id uuid not null,
  id uuid not null,
  award_id uuid not null,
  format text not null,
  credential_id text not null,
  payload_sealed bytea not null,
  check_code_hash bytea not null unique,
  check_code_sealed bytea not null,
  status_list_id uuid not null,
  status_index integer not null,
  seal_key_id uuid not null,
  state text not null check (state in ('prepared', 'sealed')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, award_id, format),
  unique (tenant_id, status_list_id, status_index),
  foreign key (tenant_id, award_id) references award (tenant_id, id),
  foreign key (tenant_id, status_list_id) references status_list (tenant_id, id),
  foreign key (tenant_id, seal_key_id) references seal_key (tenant_id, id)
);

create table sealed_credential (
  tenant_id uuid not null,
  id uuid not null,
  intent_id uuid not null,
  award_id uuid not null,
  person_id uuid not null,
  format text not null,
  sealed_bytes_sealed bytea not null,
  digest bytea not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, intent_id),
  foreign key (tenant_id, intent_id) references seal_intent (tenant_id, id)
);

create table status_entry (
  tenant_id uuid not null,
  list_id uuid not null,
  index integer not null,
  revoked_at timestamptz not null,
  reason text not null,
  primary key (tenant_id, list_id, index),
  foreign key (tenant_id, list_id) references status_list (tenant_id, id)
);

create table wallet_credential (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  issuer_tenant_id uuid not null,
  sealed_credential_id uuid not null,
  content_sealed bytea not null,
  received_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, issuer_tenant_id, sealed_credential_id)
);

create table share (
  tenant_id uuid not null,
  id uuid not null,
  wallet_credential_id uuid not null,
  code_hash bytea not null unique,
  code_sealed bytea not null,
  purpose_sealed bytea,
  expires_at timestamptz not null,
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, wallet_credential_id) references wallet_credential (tenant_id, id)
);

create table notice (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  thing_id uuid not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (tenant_id, id)
);

create table audit_event (
  tenant_id uuid not null,
  id uuid not null,
  act text not null,
  actor_id uuid,
  thing_kind text not null,
  thing_id uuid not null,
  at timestamptz not null,
  sequence bigint,
  previous_hash bytea,
  hash bytea,
  primary key (tenant_id, id),
  unique (tenant_id, sequence)
);

create table outbox (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  done_at timestamptz,
  last_error text,
  primary key (tenant_id, id)
);
create index outbox_waiting on outbox (next_attempt_at) where done_at is null;
`,
}
