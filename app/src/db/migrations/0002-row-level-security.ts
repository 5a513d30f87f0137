const tables = [
  'organisation',
  'person',
  'data_key',
  'membership',
  'session',
  'submission',
  'seal_key',
  'micro_credential',
  'micro_credential_version',
  'assessment_case',
  'outcome_result',
  'award',
  'status_list',
  'seal_intent',
  'sealed_credential',
  'status_entry',
  'wallet_credential',
  'share',
  'notice',
  'audit_event',
  'outbox',
]

/**
 * A transaction that has named neither a tenant nor the scope "all" sees no row and can write none.
 * `force` binds the owner of the tables too, who is the role that the product itself uses.
 */
export const rowLevelSecurity = {
  id: '0002-row-level-security',
  sql: tables
    .map(
      table => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_tenant on ${table}
  using (tenant_id = nullif(current_setting('meritum.tenant', true), '')::uuid
    or current_setting('meritum.scope', true) = 'all')
  with check (tenant_id = nullif(current_setting('meritum.tenant', true), '')::uuid
    or current_setting('meritum.scope', true) = 'all');
`,
    )
    .join(''),
}
