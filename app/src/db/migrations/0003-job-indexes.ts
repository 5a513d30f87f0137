/** What sign-in and the jobs look for all the time must not be found by reading whole tables. */
export const jobIndexes = {
  id: '0003-job-indexes',
  sql: `
create index membership_person on membership (person_id);
create index audit_event_unchained on audit_event (tenant_id, id) where sequence is null;
create index session_end on session (expires_at);
create index submission_start on submission (started_at);
`,
}
