CREATE INDEX allowances_by_currency ON allowances (currency);

CREATE INDEX approvals_by_customer ON approvals (customer_id);

CREATE INDEX approvals_by_subject ON approvals (subject_id);

CREATE INDEX approvals_by_ticket ON approvals (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX approvals_waiting ON approvals (requested_at_ms) WHERE state = 'requested';

CREATE INDEX article_gaps_by_article ON article_gaps (article_id) WHERE article_id IS NOT NULL;

CREATE INDEX article_gaps_by_ticket ON article_gaps (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX article_versions_by_article ON article_versions (article_id);

CREATE INDEX asked_tried_by_customer ON asked_tried (customer_id, at_ms);

CREATE INDEX asked_tried_by_ticket ON asked_tried (ticket_id);

CREATE INDEX assets_by_customer ON assets (customer_id);

CREATE INDEX assets_by_product ON assets (product_id, version);

CREATE INDEX attachments_by_customer ON attachments (customer_id);

CREATE INDEX attachments_by_message ON attachments (message_id);

CREATE INDEX attachments_by_note ON attachments (note_id);

CREATE INDEX attachments_by_proposal ON attachments (proposal_id) WHERE proposal_id IS NOT NULL;

CREATE INDEX attachments_by_sha256 ON attachments (sha256);

CREATE INDEX attachments_by_ticket ON attachments (ticket_id);

CREATE INDEX blobs_by_owner ON blobs (owner);

CREATE INDEX calendars_by_key ON calendars (key);

CREATE INDEX charges_by_customer ON charges (customer_id, charged_at_ms);

CREATE INDEX charges_by_invoice ON charges (invoice_id);

CREATE INDEX closings_by_customer ON closings (customer_id);

CREATE INDEX closings_by_ticket ON closings (ticket_id, at_ms);

CREATE INDEX coaching_notes_by_ticket ON coaching_notes (ticket_id);

CREATE INDEX coaching_notes_by_time ON coaching_notes (agent_id, written_at_ms);

CREATE INDEX complaints_by_customer ON complaints (customer_id);

CREATE INDEX complaints_by_ticket ON complaints (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX contact_points_by_customer ON contact_points (customer_id);

CREATE INDEX contact_points_by_value ON contact_points (value);

CREATE INDEX customers_by_language ON customers (language) WHERE language IS NOT NULL;

CREATE INDEX customers_by_organisation ON customers (organisation_id);

CREATE INDEX customers_by_renewal ON customers (json_extract(fields_json, '$.renewsOn'))
  WHERE json_extract(fields_json, '$.renewsOn') IS NOT NULL;

CREATE INDEX customers_by_tier ON customers (tier) WHERE tier IS NOT NULL;

CREATE INDEX customers_merged ON customers (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE INDEX diagnoses_by_customer ON diagnoses (customer_id);

CREATE INDEX diagnoses_by_ticket ON diagnoses (ticket_id);

CREATE INDEX disputes_by_charge ON disputes (charge_id);

CREATE INDEX disputes_by_customer ON disputes (customer_id);

CREATE INDEX disputes_by_ticket ON disputes (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX drafts_by_agent ON drafts (agent_id);

CREATE INDEX drafts_by_ticket ON drafts (ticket_id);

CREATE INDEX escalations_by_customer ON escalations (customer_id);

CREATE INDEX escalations_by_engineering_key ON escalations (engineering_key);

CREATE INDEX escalations_by_ticket ON escalations (ticket_id);

CREATE INDEX events_by_customer ON events (customer_id, at_ms);

CREATE INDEX events_by_ticket ON events (ticket_id, at_ms);

CREATE INDEX events_of_experience ON events (customer_id, at_ms) WHERE
  type IN ('sla.breached', 'experience.negative', 'promise.closed', 'recovery.planned',
    'thread.state-changed', 'thread.assigned', 'thread.taken', 'ticket.relabelled');

CREATE INDEX events_of_kudos ON events (json_extract(facts_json, '$.kudosId')) WHERE type = 'kudos.given';

CREATE INDEX events_of_stories ON events (json_extract(facts_json, '$.storyId')) WHERE type = 'story.kept';

CREATE INDEX feedback_by_customer ON feedback (customer_id, created_at_ms);

CREATE INDEX feedback_by_kind ON feedback (kind, created_at_ms);

CREATE INDEX feedback_by_ticket ON feedback (ticket_id);

CREATE INDEX first_steps_by_agent ON first_steps (agent_id, began_at_ms);

CREATE INDEX follow_ups_by_customer ON follow_ups (customer_id, due_at_ms);

CREATE INDEX follow_ups_by_due ON follow_ups (due_at_ms, id);

CREATE INDEX follow_ups_by_ticket ON follow_ups (ticket_id);

CREATE INDEX follow_ups_open_by_owner ON follow_ups (owner_id, due_at_ms) WHERE state = 'open';

CREATE INDEX goodwills_by_customer ON goodwills (customer_id);

CREATE INDEX goodwills_by_ticket ON goodwills (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX guide_runs_by_customer ON guide_runs (customer_id);

CREATE INDEX guide_runs_by_ticket ON guide_runs (ticket_id);

CREATE INDEX guides_by_key ON guides (key, version);

CREATE INDEX hand_overs_by_customer ON hand_overs (customer_id);

CREATE INDEX hand_overs_by_ticket ON hand_overs (ticket_id, at_ms);

CREATE INDEX handshakes_by_customer ON handshakes (customer_id, at_ms);

CREATE INDEX handshakes_by_ticket ON handshakes (ticket_id);

CREATE INDEX handshakes_by_time ON handshakes (at_ms, id);

CREATE INDEX holds_by_customer ON holds (customer_id);

CREATE INDEX holds_by_ticket ON holds (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX impacts_by_asset ON impacts (asset_id);

CREATE INDEX impacts_by_customer ON impacts (customer_id);

CREATE INDEX impacts_by_ticket ON impacts (ticket_id);

CREATE INDEX invoices_by_customer ON invoices (customer_id, issued_at_ms);

CREATE INDEX invoices_by_order ON invoices (order_id);

CREATE INDEX issue_links_by_customer ON issue_links (customer_id);

CREATE INDEX issue_links_by_issue ON issue_links (issue_id);

CREATE INDEX issue_links_by_ticket ON issue_links (ticket_id);

CREATE INDEX issue_updates_by_issue ON issue_updates (issue_id);

CREATE INDEX keeps_by_agent ON keeps (agent_id);

CREATE INDEX keeps_by_customer ON keeps (customer_id) WHERE customer_id IS NOT NULL;

CREATE INDEX keeps_by_ticket ON keeps (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX kudos_by_time ON kudos (at_ms);

CREATE INDEX leases_by_customer ON leases (customer_id);

CREATE INDEX leases_by_end ON leases (until_ms);

CREATE INDEX leases_by_ticket ON leases (ticket_id);

CREATE INDEX loyalty_entries_by_customer ON loyalty_entries (customer_id);

CREATE INDEX loyalty_entries_by_ticket ON loyalty_entries (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX messages_by_customer ON messages (customer_id, written_at_ms);

CREATE INDEX messages_by_ticket ON messages (ticket_id, written_at_ms);

CREATE INDEX messages_by_ticket_seq ON messages (ticket_id, seq);

CREATE INDEX messages_doubtful ON messages (written_at_ms, id) WHERE delivery = 'unknown';

CREATE INDEX needs_by_customer ON needs (customer_id);

CREATE INDEX needs_by_ticket ON needs (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX notes_by_customer ON notes (customer_id, created_at_ms);

CREATE INDEX notes_by_ticket ON notes (ticket_id, created_at_ms);

CREATE INDEX opportunities_by_customer ON opportunities (customer_id, created_at_ms);

CREATE INDEX opportunities_by_state ON opportunities (state, created_at_ms);

CREATE INDEX opportunities_by_ticket ON opportunities (ticket_id);

CREATE INDEX order_lines_by_customer ON order_lines (customer_id);

CREATE INDEX order_lines_by_order ON order_lines (order_id);

CREATE INDEX orders_by_customer ON orders (customer_id, placed_at_ms);

CREATE INDEX orders_by_delivery ON orders (delivered_at_ms) WHERE delivered_at_ms IS NOT NULL;

CREATE INDEX organisations_by_country ON organisations (country) WHERE country IS NOT NULL;

CREATE INDEX organisations_by_domain ON organisations (domain COLLATE NOCASE) WHERE domain IS NOT NULL;

CREATE INDEX organisations_by_name ON organisations (name COLLATE NOCASE);

CREATE INDEX outbox_by_group ON outbox (group_id) WHERE group_id IS NOT NULL;

CREATE INDEX outbox_by_key ON outbox (coalesce_key) WHERE coalesce_key IS NOT NULL;

CREATE INDEX outbox_by_ticket ON outbox (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE INDEX outbox_done_by_group ON outbox_done (group_id) WHERE group_id IS NOT NULL;

CREATE INDEX outbox_done_by_time ON outbox_done (accepted_at_ms);

CREATE INDEX outbox_done_quiet_by_key ON outbox_done (coalesce_key) WHERE is_quiet = 1;

CREATE INDEX outbox_parked ON outbox (seq) WHERE state = 'parked';

CREATE INDEX outbox_rows_by_entry ON outbox_rows (seq);

CREATE INDEX outreach_by_customer ON outreach (customer_id);

CREATE INDEX pins_by_customer ON pins (customer_id);

CREATE INDEX plan_steps_by_customer ON plan_steps (customer_id);

CREATE INDEX plan_steps_by_plan ON plan_steps (plan_id, position);

CREATE INDEX plan_steps_by_ticket ON plan_steps (ticket_id);

CREATE INDEX plan_steps_open_by_owner ON plan_steps (owner_id, due_at_ms) WHERE state = 'open';

CREATE INDEX plans_by_customer ON plans (customer_id, started_at_ms);

CREATE INDEX plans_by_ticket ON plans (ticket_id);

CREATE INDEX portraits_by_customer ON portraits (customer_id);

CREATE INDEX practice_runs_by_origin ON practice_runs (origin_id) WHERE origin_id IS NOT NULL;

CREATE INDEX practice_runs_by_ticket ON practice_runs (ticket_id);

CREATE INDEX practice_runs_by_time ON practice_runs (agent_id, started_at_ms);

CREATE INDEX preferences_by_customer ON preferences (customer_id);

CREATE INDEX promises_by_customer ON promises (customer_id, due_at_ms);

CREATE INDEX promises_by_due ON promises (due_at_ms);

CREATE INDEX promises_by_ticket ON promises (ticket_id);

CREATE INDEX promises_open_by_owner ON promises (owner_id, due_at_ms) WHERE state = 'open';

CREATE INDEX proposals_by_author ON proposals (author_id, created_at_ms);

CREATE INDEX proposals_by_customer ON proposals (customer_id);

CREATE INDEX proposals_by_ticket ON proposals (ticket_id, created_at_ms);

CREATE INDEX proposals_waiting ON proposals (created_at_ms) WHERE state = 'proposed';

CREATE INDEX public_posts_by_customer ON public_posts (customer_id, posted_at_ms, id);

CREATE INDEX public_posts_by_ticket ON public_posts (ticket_id);

CREATE INDEX recovery_steps_by_complaint ON recovery_steps (complaint_id);

CREATE INDEX recovery_steps_by_customer ON recovery_steps (customer_id);

CREATE INDEX relations_by_customer ON relations (customer_id);

CREATE INDEX relations_by_other ON relations (other_customer_id) WHERE other_customer_id IS NOT NULL;

CREATE INDEX reminders_given_by_time ON reminders_given (given_at_ms);

CREATE INDEX remote_sessions_by_customer ON remote_sessions (customer_id);

CREATE INDEX remote_sessions_by_ticket ON remote_sessions (ticket_id);

CREATE INDEX required_details_by_key ON required_details (key);

CREATE INDEX return_cases_by_customer ON return_cases (customer_id, created_at_ms);

CREATE INDEX return_cases_by_order ON return_cases (order_id);

CREATE INDEX return_cases_by_ticket ON return_cases (ticket_id);

CREATE INDEX root_causes_by_customer ON root_causes (customer_id);

CREATE INDEX root_causes_by_ticket ON root_causes (ticket_id);

CREATE INDEX root_causes_by_time ON root_causes (recorded_at_ms);

CREATE INDEX sla_policies_by_kind ON sla_policies (kind);

CREATE INDEX spendings_by_agent ON spendings (agent_id);

CREATE INDEX standings_by_due ON standings (due_at_ms);

CREATE INDEX stories_by_time ON stories (kept_at_ms);

CREATE INDEX subscriptions_by_customer ON subscriptions (customer_id);

CREATE INDEX subscriptions_by_renewal ON subscriptions (renews_on)
  WHERE state = 'active' AND renews_on IS NOT NULL;

CREATE INDEX surveys_by_customer ON surveys (customer_id, asked_at_ms);

CREATE INDEX surveys_by_ticket ON surveys (ticket_id);

CREATE INDEX takeovers_by_customer ON takeovers (customer_id);

CREATE INDEX takeovers_by_ticket ON takeovers (ticket_id);

CREATE INDEX threads_by_customer ON threads (customer_id);

CREATE INDEX threads_by_state_due ON threads (state, sort_due, id, kind, is_paired);

CREATE INDEX threads_by_state_newest ON threads (state, last_activity_at_ms, id, kind, is_paired);

CREATE INDEX threads_by_state_priority ON threads (state, sort_priority, id, kind, is_paired);

CREATE INDEX threads_by_state_waiting ON threads (state, sort_waiting, id, kind, is_paired);

CREATE INDEX threads_by_ticket ON threads (ticket_id);

CREATE INDEX threads_due_by_assignee ON threads (assignee_id, due_at_ms) WHERE due_at_ms IS NOT NULL;

CREATE INDEX threads_due_by_team ON threads (team_id, due_at_ms) WHERE due_at_ms IS NOT NULL AND assignee_id IS NULL;

CREATE INDEX threads_open_by_assignee_due ON threads (assignee_id, sort_due, id, kind, is_paired) WHERE state = 'open';

CREATE INDEX threads_open_by_assignee_newest ON threads (assignee_id, last_activity_at_ms, id, kind, is_paired) WHERE state = 'open';

CREATE INDEX threads_open_by_assignee_priority ON threads (assignee_id, sort_priority, id, kind, is_paired) WHERE state = 'open';

CREATE INDEX threads_open_by_assignee_waiting ON threads (assignee_id, sort_waiting, id, kind, is_paired) WHERE state = 'open';

CREATE INDEX threads_open_by_team_due ON threads (team_id, sort_due, id, kind, is_paired) WHERE state = 'open';

CREATE INDEX threads_open_by_team_newest ON threads (team_id, last_activity_at_ms, id, kind, is_paired) WHERE state = 'open';

CREATE INDEX threads_open_by_team_priority ON threads (team_id, sort_priority, id, kind, is_paired) WHERE state = 'open';

CREATE INDEX threads_open_by_team_waiting ON threads (team_id, sort_waiting, id, kind, is_paired) WHERE state = 'open';

CREATE INDEX threads_paired_by_due ON threads (state, sort_due, id, kind) WHERE is_paired = 1;

CREATE INDEX threads_paired_by_newest ON threads (state, last_activity_at_ms, id, kind) WHERE is_paired = 1;

CREATE INDEX threads_paired_by_priority ON threads (state, sort_priority, id, kind) WHERE is_paired = 1;

CREATE INDEX threads_paired_by_waiting ON threads (state, sort_waiting, id, kind) WHERE is_paired = 1;

CREATE INDEX threads_snoozed_by_assignee ON threads (assignee_id, snoozed_until_ms) WHERE state = 'snoozed';

CREATE INDEX threads_snoozed_by_time ON threads (snoozed_until_ms) WHERE state = 'snoozed';

CREATE INDEX threads_solved_by_kind ON threads (kind, solved_at_ms) WHERE solved_at_ms IS NOT NULL;

CREATE INDEX ticket_forms_by_kind ON ticket_forms (kind);

CREATE INDEX ticket_links_by_customer ON ticket_links (customer_id);

CREATE INDEX ticket_links_by_other_ticket ON ticket_links (other_ticket_id);

CREATE INDEX ticket_links_by_ticket ON ticket_links (ticket_id);

CREATE INDEX tickets_by_customer ON tickets (customer_id);

CREATE INDEX tickets_by_merged_into ON tickets (merged_into_id);

CREATE INDEX tickets_by_number ON tickets (number);

CREATE INDEX unplaced_posts_by_time ON unplaced_posts (posted_at_ms, id);

CREATE TABLE agents (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  team_ids_json TEXT NOT NULL,
  is_active INTEGER NOT NULL,
  extra_json TEXT
, capacity INTEGER, guest_until_ms INTEGER, guest_hours INTEGER) STRICT;

CREATE TABLE allowances (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  role TEXT NOT NULL,
  currency TEXT NOT NULL,
  return_minor INTEGER,
  correction_minor INTEGER,
  goodwill_minor INTEGER,
  goodwill_month_minor INTEGER,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE approvals (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  charge_id TEXT,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  requested_by TEXT,
  requested_at_ms INTEGER NOT NULL,
  decided_by TEXT,
  decided_at_ms INTEGER,
  decision TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE article_gaps (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  words TEXT NOT NULL,
  kind TEXT,
  ticket_id TEXT,
  agent_id TEXT,
  asked_at_ms INTEGER NOT NULL,
  state TEXT NOT NULL,
  article_id TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE article_versions (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  article_id TEXT NOT NULL,
  version INTEGER,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  body TEXT NOT NULL,
  url TEXT,
  tags_json TEXT NOT NULL,
  state TEXT NOT NULL,
  kind TEXT,
  written_by TEXT,
  written_at_ms INTEGER NOT NULL,
  replaced_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE articles (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  url TEXT,
  tags_json TEXT NOT NULL,
  state TEXT NOT NULL,
  kind TEXT,
  updated_at_ms INTEGER NOT NULL,
  body TEXT NOT NULL,
  extra_json TEXT
, version INTEGER, updated_by TEXT) STRICT;

CREATE TABLE asked_tried (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  words TEXT NOT NULL,
  detail_key TEXT,
  result TEXT,
  outcome TEXT,
  source TEXT NOT NULL,
  message_id TEXT,
  run_id TEXT,
  step_id TEXT,
  agent_id TEXT,
  at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER,
  closed_by TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE assets (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  product_id TEXT,
  name TEXT NOT NULL,
  serial TEXT,
  version TEXT,
  state TEXT NOT NULL,
  down_since_ms INTEGER,
  acquired_at_ms INTEGER,
  environment_json TEXT NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE attachments (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  ticket_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  message_id TEXT,
  note_id TEXT,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  content_id TEXT,
  extra_json TEXT
, proposal_id TEXT) STRICT;

CREATE TABLE blob_keys (
  owner TEXT NOT NULL PRIMARY KEY,
  key BLOB NOT NULL
, next_key BLOB) STRICT, WITHOUT ROWID;

CREATE TABLE blobs (
  sha256 TEXT NOT NULL,
  owner TEXT NOT NULL REFERENCES blob_keys,
  size_bytes INTEGER NOT NULL,
  is_uploaded INTEGER NOT NULL,
  kept_at_ms INTEGER NOT NULL,
  PRIMARY KEY (sha256, owner)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendars (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  time_zone TEXT NOT NULL,
  week_json TEXT NOT NULL,
  holidays_json TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE charges (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  invoice_id TEXT,
  state TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  method TEXT,
  charged_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE closings (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  kind TEXT,
  relationship TEXT,
  reason TEXT,
  answers_json TEXT NOT NULL,
  agent_id TEXT,
  at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE coaching_notes (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  agent_id TEXT NOT NULL,
  twin_id TEXT NOT NULL,
  writer_id TEXT NOT NULL,
  receiver_id TEXT NOT NULL,
  ticket_id TEXT,
  message_id TEXT,
  words TEXT NOT NULL,
  pane TEXT,
  scores_json TEXT,
  answer TEXT,
  written_at_ms INTEGER NOT NULL,
  read_at_ms INTEGER,
  answered_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE complaints (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  title TEXT NOT NULL,
  severity TEXT NOT NULL,
  owner_id TEXT,
  state TEXT NOT NULL,
  mentions_review INTEGER NOT NULL,
  outcome TEXT,
  opened_by TEXT,
  opened_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE contact_points (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  label TEXT,
  is_primary INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE count_clock (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  as_of_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE counters (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  organisation_id TEXT,
  job_title TEXT,
  tier TEXT,
  language TEXT,
  time_zone TEXT,
  preferred_channel TEXT,
  journey_stage TEXT,
  labels_json TEXT NOT NULL,
  yearly_value_minor INTEGER,
  currency TEXT,
  health INTEGER,
  customer_since_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  facts TEXT NOT NULL,
  fields_json TEXT NOT NULL,
  extra_json TEXT
, merged_into_id TEXT, given_away_json TEXT, reported_at_ms INTEGER, facts_marks_json TEXT) STRICT;

CREATE TABLE departures (
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'row')),
  table_name TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (kind, table_name, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE diagnoses (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  symptom TEXT NOT NULL,
  error_code TEXT,
  first_seen_at_ms INTEGER,
  frequency TEXT,
  asset_id TEXT,
  environment_json TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  updated_by TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE disputes (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  charge_id TEXT NOT NULL,
  invoice_id TEXT,
  cause TEXT NOT NULL,
  note TEXT,
  state TEXT NOT NULL,
  currency TEXT NOT NULL,
  before_minor INTEGER NOT NULL,
  after_minor INTEGER,
  reason TEXT,
  opened_by TEXT,
  opened_at_ms INTEGER NOT NULL,
  corrected_by TEXT,
  closed_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE drafts (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  agent_id TEXT NOT NULL,
  client_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  mode TEXT NOT NULL,
  to_json TEXT,
  cc_json TEXT,
  seen_up_to_seq INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  body TEXT NOT NULL,
  extra_json TEXT
, files_json TEXT) STRICT;

CREATE TABLE engineering_issues (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  key TEXT NOT NULL,
  url TEXT,
  title TEXT NOT NULL,
  status TEXT NOT NULL,
  state TEXT NOT NULL,
  fixed_in_version TEXT,
  said_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE escalations (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  tier TEXT NOT NULL,
  state TEXT NOT NULL,
  summary TEXT NOT NULL,
  report_json TEXT NOT NULL,
  asset_id TEXT,
  engineering_key TEXT,
  outcome TEXT,
  created_by TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE events (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  thread_id TEXT,
  type TEXT NOT NULL,
  kind TEXT,
  actor_id TEXT,
  at_ms INTEGER NOT NULL,
  facts_json TEXT NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE feedback (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  kind TEXT NOT NULL,
  area TEXT NOT NULL,
  product_id TEXT,
  text TEXT NOT NULL,
  value_minor INTEGER,
  currency TEXT,
  state TEXT NOT NULL,
  created_by TEXT,
  created_at_ms INTEGER NOT NULL,
  extra_json TEXT
, watched TEXT) STRICT;

CREATE TABLE first_steps (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  agent_id TEXT NOT NULL,
  new_agent_id TEXT NOT NULL,
  companion_id TEXT,
  twin_id TEXT,
  done_json TEXT NOT NULL,
  is_hidden INTEGER NOT NULL,
  began_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE follow_ups (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  title TEXT NOT NULL,
  reason TEXT,
  channel TEXT,
  due_at_ms INTEGER NOT NULL,
  owner_id TEXT,
  state TEXT NOT NULL,
  outcome TEXT,
  created_at_ms INTEGER NOT NULL,
  completed_at_ms INTEGER,
  extra_json TEXT
, macro_id TEXT) STRICT;

CREATE TABLE goodwills (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  agent_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  decided_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE guide_runs (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  guide_id TEXT NOT NULL,
  title TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  step_id TEXT,
  answers_json TEXT NOT NULL,
  outcome TEXT,
  started_at_ms INTEGER NOT NULL,
  started_by TEXT,
  ended_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE guides (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  is_active INTEGER NOT NULL,
  format TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  language TEXT NOT NULL,
  tags_json TEXT NOT NULL,
  fits_json TEXT NOT NULL,
  steps_json TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE hand_overs (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  from_kind TEXT,
  to_kind TEXT NOT NULL,
  to_agent_id TEXT,
  to_team_id TEXT,
  note TEXT NOT NULL,
  is_question INTEGER NOT NULL,
  by_agent_id TEXT,
  at_ms INTEGER NOT NULL,
  taken_by TEXT,
  taken_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE handshakes (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  follow_up_id TEXT NOT NULL,
  down_ms INTEGER NOT NULL,
  contacts INTEGER NOT NULL,
  value_minor INTEGER,
  score INTEGER NOT NULL,
  gesture_minor INTEGER,
  currency TEXT,
  at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE holds (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  reason TEXT NOT NULL,
  agent_id TEXT,
  placed_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE impacts (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  asset_id TEXT,
  scope TEXT NOT NULL,
  down_since_ms INTEGER NOT NULL,
  restored_at_ms INTEGER,
  resolved_at_ms INTEGER,
  created_by TEXT,
  created_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE invoices (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  order_id TEXT,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  total_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  issued_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER,
  extra_json TEXT
, reported_at_ms INTEGER) STRICT;

CREATE TABLE issue_links (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  issue_id TEXT NOT NULL,
  created_by TEXT,
  created_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE issue_updates (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  issue_id TEXT NOT NULL,
  body TEXT NOT NULL,
  tickets INTEGER NOT NULL,
  sent_by TEXT,
  sent_at_ms INTEGER NOT NULL,
  extra_json TEXT
, rest_state TEXT, rest_told INTEGER, rest_left INTEGER, rest_plan_json TEXT) STRICT;

CREATE TABLE keeps (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  agent_id TEXT NOT NULL,
  customer_id TEXT,
  ticket_id TEXT,
  fetched_at_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE known_issues (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  product_id TEXT,
  affected_versions_json TEXT NOT NULL,
  symptoms TEXT NOT NULL,
  error_codes_json TEXT NOT NULL,
  workaround TEXT,
  state TEXT NOT NULL,
  fixed_in_version TEXT,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
, engineering_key TEXT, ticket_count INTEGER, customer_count INTEGER, open_ticket_count INTEGER) STRICT;

CREATE TABLE kudos (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  from_id TEXT,
  to_id TEXT NOT NULL,
  words TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE leases (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  agent_id TEXT NOT NULL,
  taken_at_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  ended_by TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE local_numbers (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE loyalty_entries (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  points INTEGER NOT NULL,
  reason TEXT NOT NULL,
  source_id TEXT,
  note TEXT,
  by_id TEXT,
  at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE macros (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  language TEXT,
  kind TEXT,
  steps_json TEXT NOT NULL,
  body TEXT,
  extra_json TEXT
, version INTEGER, updated_at_ms INTEGER, updated_by TEXT, retired_at_ms INTEGER, family TEXT) STRICT;

CREATE TABLE messages (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  ticket_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  seq INTEGER,
  direction TEXT NOT NULL,
  channel TEXT NOT NULL,
  author_kind TEXT NOT NULL,
  author_id TEXT,
  from_json TEXT,
  to_json TEXT NOT NULL,
  cc_json TEXT NOT NULL,
  message_id TEXT,
  delivery TEXT NOT NULL,
  written_at_ms INTEGER NOT NULL,
  accepted_at_ms INTEGER,
  body_text TEXT NOT NULL,
  body_html TEXT,
  extra_json TEXT
, delivered_at_ms INTEGER) STRICT;

CREATE TABLE needs (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  occasion TEXT NOT NULL,
  budget_minor INTEGER,
  currency TEXT,
  wishes_json TEXT NOT NULL,
  product_ids_json TEXT NOT NULL,
  steps_json TEXT NOT NULL,
  created_by TEXT,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE next_questions (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  article_id TEXT,
  conditions_json TEXT NOT NULL,
  is_active INTEGER NOT NULL,
  version INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE notes (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  ticket_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  thread_id TEXT,
  author_kind TEXT NOT NULL,
  author_id TEXT,
  created_at_ms INTEGER NOT NULL,
  edited_at_ms INTEGER,
  body TEXT NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE opportunities (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  kind TEXT NOT NULL,
  product_id TEXT,
  note TEXT NOT NULL,
  value_minor INTEGER,
  currency TEXT,
  state TEXT NOT NULL,
  consent TEXT NOT NULL,
  consent_via TEXT,
  consent_at_ms INTEGER,
  team_id TEXT,
  address TEXT,
  owner_id TEXT,
  created_by TEXT,
  created_at_ms INTEGER NOT NULL,
  passed_on_at_ms INTEGER,
  sent_at_ms INTEGER,
  closed_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE order_lines (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  product_id TEXT,
  title TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  unit_minor INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE orders (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  number TEXT NOT NULL,
  state TEXT NOT NULL,
  total_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  carrier TEXT,
  tracking_code TEXT,
  placed_at_ms INTEGER NOT NULL,
  delivered_at_ms INTEGER,
  extra_json TEXT
, reported_at_ms INTEGER) STRICT;

CREATE TABLE organisations (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  domain TEXT,
  country TEXT,
  extra_json TEXT
, notes TEXT, reference TEXT, reported_at_ms INTEGER) STRICT;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  mutation_id TEXT NOT NULL UNIQUE,
  group_id TEXT,
  author TEXT NOT NULL,
  name TEXT NOT NULL,
  args_json TEXT NOT NULL,
  protocol INTEGER NOT NULL,
  now_ms INTEGER NOT NULL,
  is_quiet INTEGER NOT NULL,
  coalesce_key TEXT,
  ticket_id TEXT,
  customer_id TEXT,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at_ms INTEGER NOT NULL DEFAULT 0,
  was_sent INTEGER NOT NULL DEFAULT 0,
  is_replayed INTEGER NOT NULL DEFAULT 0,
  verdict_json TEXT
, undo_json TEXT, held_until_ms INTEGER) STRICT;

CREATE TABLE outbox_done (
  seq INTEGER PRIMARY KEY,
  mutation_id TEXT NOT NULL UNIQUE,
  group_id TEXT,
  author TEXT NOT NULL,
  name TEXT NOT NULL,
  args_json TEXT NOT NULL,
  protocol INTEGER NOT NULL,
  now_ms INTEGER NOT NULL,
  is_quiet INTEGER NOT NULL,
  coalesce_key TEXT,
  ticket_id TEXT,
  customer_id TEXT,
  accepted_at_ms INTEGER NOT NULL
, undo_json TEXT) STRICT;

CREATE TABLE outbox_rows (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE,
  writes_json TEXT,
  PRIMARY KEY (table_name, row_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE outreach (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  occasion TEXT NOT NULL,
  state TEXT NOT NULL,
  until_ms INTEGER,
  note TEXT,
  agent_id TEXT,
  at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE outreach_rules (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  reason TEXT NOT NULL,
  days INTEGER NOT NULL,
  is_active INTEGER NOT NULL,
  version INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
, segment_json TEXT) STRICT;

CREATE TABLE own_views (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  agent_id TEXT NOT NULL,
  name TEXT NOT NULL,
  body_json TEXT NOT NULL,
  position REAL NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE pins (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  text TEXT NOT NULL,
  tone TEXT NOT NULL,
  until_ms INTEGER,
  pinned_by TEXT,
  pinned_at_ms INTEGER NOT NULL,
  extra_json TEXT
, marks_json TEXT) STRICT;

CREATE TABLE plan_steps (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  plan_id TEXT NOT NULL,
  ticket_id TEXT,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  due_at_ms INTEGER NOT NULL,
  owner_id TEXT,
  state TEXT NOT NULL,
  closed_at_ms INTEGER,
  closed_by TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE plan_templates (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  steps_json TEXT NOT NULL,
  is_active INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE plans (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  template_id TEXT,
  template_version INTEGER,
  name TEXT NOT NULL,
  owner_id TEXT,
  state TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE portraits (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  is_vip INTEGER NOT NULL,
  vip_reason TEXT,
  stage TEXT,
  stage_reason TEXT,
  stage_until_ms INTEGER,
  stage_by TEXT,
  stage_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE practice_runs (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  agent_id TEXT NOT NULL,
  trainee_id TEXT NOT NULL,
  origin_id TEXT,
  ticket_id TEXT,
  pane TEXT NOT NULL,
  title TEXT NOT NULL,
  question TEXT NOT NULL,
  given TEXT NOT NULL,
  answer TEXT NOT NULL,
  scores_json TEXT NOT NULL,
  thoughts TEXT NOT NULL,
  shared_with_json TEXT NOT NULL,
  started_at_ms INTEGER NOT NULL,
  finished_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE preferences (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  value TEXT NOT NULL,
  consent TEXT NOT NULL,
  consent_by TEXT,
  consent_how TEXT,
  consent_at_ms INTEGER,
  sensitivity TEXT NOT NULL,
  source TEXT NOT NULL,
  set_by TEXT,
  set_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE products (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  sku TEXT,
  current_version TEXT,
  price_minor INTEGER,
  currency TEXT,
  is_active INTEGER NOT NULL,
  extra_json TEXT
, description TEXT, tags_json TEXT, version INTEGER, reported_at_ms INTEGER) STRICT;

CREATE TABLE promises (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  promise TEXT NOT NULL,
  due_at_ms INTEGER NOT NULL,
  owner_id TEXT,
  state TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE proposals (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  ticket_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  thread_id TEXT NOT NULL,
  author_id TEXT,
  channel TEXT NOT NULL,
  to_json TEXT NOT NULL,
  cc_json TEXT NOT NULL,
  body_text TEXT NOT NULL,
  seen_up_to_seq INTEGER NOT NULL,
  state TEXT NOT NULL,
  words TEXT,
  decided_by TEXT,
  decided_at_ms INTEGER,
  message_id TEXT,
  created_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE public_posts (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  place TEXT NOT NULL,
  url TEXT,
  author TEXT,
  stars INTEGER,
  body TEXT NOT NULL,
  posted_at_ms INTEGER NOT NULL,
  reported_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE reading_marks (
  ticket_id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_steps (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  complaint_id TEXT NOT NULL,
  title TEXT NOT NULL,
  due_at_ms INTEGER NOT NULL,
  done_at_ms INTEGER,
  done_by TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE relations (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  other_customer_id TEXT,
  other_name TEXT,
  kind TEXT NOT NULL,
  note TEXT,
  since_ms INTEGER,
  ended_at_ms INTEGER,
  created_by TEXT,
  created_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE reminders_given (
  id TEXT NOT NULL PRIMARY KEY,
  due_at_ms INTEGER NOT NULL,
  given_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE remote_sessions (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  asset_id TEXT,
  tool TEXT NOT NULL,
  consent TEXT NOT NULL,
  consent_by TEXT NOT NULL,
  consent_via TEXT NOT NULL,
  agent_id TEXT,
  started_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER,
  done TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE required_details (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  products_json TEXT NOT NULL,
  items_json TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE return_cases (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  order_id TEXT,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  created_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER,
  extra_json TEXT
, lines_json TEXT, decision TEXT) STRICT;

CREATE TABLE root_causes (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  category TEXT NOT NULL,
  evidence TEXT NOT NULL,
  remedy TEXT NOT NULL,
  remedy_text TEXT NOT NULL,
  url TEXT,
  asset_id TEXT,
  product_id TEXT,
  version TEXT,
  revision INTEGER NOT NULL,
  recorded_by TEXT,
  recorded_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE scope_policies (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  agent_id TEXT,
  version INTEGER NOT NULL,
  queues TEXT NOT NULL,
  also_team_ids_json TEXT NOT NULL,
  without_team_ids_json TEXT NOT NULL,
  days INTEGER,
  megabytes INTEGER,
  may_fetch TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE VIRTUAL TABLE search_articles USING fts5 (
  text, content = '', columnsize = 0, prefix = '2 3', tokenize = 'ascii'
);

CREATE VIRTUAL TABLE search_attachments USING fts5 (
  text, content = '', columnsize = 0, prefix = '2 3', tokenize = 'ascii'
);

CREATE VIRTUAL TABLE search_customers USING fts5 (
  text, content = '', columnsize = 0, prefix = '2 3', tokenize = 'ascii'
);

CREATE TABLE search_leftovers (
  table_name TEXT NOT NULL PRIMARY KEY,
  is_begun INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_messages USING fts5 (
  text, content = '', columnsize = 0, prefix = '2 3', tokenize = 'ascii'
);

CREATE VIRTUAL TABLE search_notes USING fts5 (
  text, content = '', columnsize = 0, prefix = '2 3', tokenize = 'ascii'
);

CREATE TABLE search_progress (
  table_name TEXT NOT NULL PRIMARY KEY,
  up_to_local_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search_tickets USING fts5 (
  text, content = '', columnsize = 0, prefix = '2 3', tokenize = 'ascii'
);

CREATE TABLE search_version (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  text_version INTEGER NOT NULL
) STRICT;

CREATE TABLE shadows (
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  feed_version INTEGER NOT NULL,
  row_json TEXT,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE shared_views (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  body_json TEXT NOT NULL,
  team_ids_json TEXT NOT NULL,
  position REAL NOT NULL,
  created_by TEXT,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE sla_policies (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  valid_from_ms INTEGER NOT NULL,
  targets_json TEXT NOT NULL,
  pauses_in_json TEXT NOT NULL,
  warn_before_json TEXT NOT NULL,
  extra_json TEXT
, tiers_json TEXT NOT NULL DEFAULT '[]', escalations_json TEXT NOT NULL DEFAULT '[]') STRICT;

CREATE TABLE spendings (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  agent_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  spent_json TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE standings (
  customer_id TEXT PRIMARY KEY,
  health INTEGER,
  band TEXT,
  value_band TEXT,
  is_vip INTEGER NOT NULL DEFAULT 0,
  stage TEXT,
  worked_out_at_ms INTEGER,
  due_at_ms INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE stories (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  reason TEXT NOT NULL,
  kind TEXT NOT NULL,
  topics_json TEXT NOT NULL,
  kept_by TEXT,
  kept_at_ms INTEGER NOT NULL,
  version INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE subscriptions (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  product_id TEXT,
  name TEXT NOT NULL,
  number TEXT,
  state TEXT NOT NULL,
  renews_on TEXT,
  amount_minor INTEGER,
  currency TEXT,
  term TEXT,
  created_at_ms INTEGER NOT NULL,
  reported_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE surveys (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT,
  kind TEXT NOT NULL,
  score INTEGER,
  comment TEXT,
  asked_at_ms INTEGER NOT NULL,
  answered_at_ms INTEGER,
  agent_id TEXT,
  extra_json TEXT
, sent_at_ms INTEGER) STRICT;

CREATE TABLE sync_state (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE takeovers (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  bot TEXT NOT NULL,
  reason TEXT NOT NULL,
  words TEXT,
  asked_at_ms INTEGER NOT NULL,
  taken_by TEXT,
  taken_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE team_rules (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  key TEXT NOT NULL,
  content_json TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE teams (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  kind TEXT,
  extra_json TEXT
) STRICT;

CREATE TABLE thread_counts (
  owner TEXT NOT NULL,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  is_paired INTEGER NOT NULL,
  total INTEGER NOT NULL,
  late INTEGER NOT NULL,
  PRIMARY KEY (owner, state, kind, is_paired)
) STRICT, WITHOUT ROWID;

CREATE TABLE threads (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  ticket_id TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  assignee_id TEXT,
  team_id TEXT,
  priority TEXT NOT NULL,
  is_paired INTEGER NOT NULL,
  last_activity_at_ms INTEGER NOT NULL,
  waiting_since_ms INTEGER,
  snoozed_until_ms INTEGER,
  due_at_ms INTEGER,
  opened_at_ms INTEGER NOT NULL,
  solved_at_ms INTEGER,
  reopened_count INTEGER NOT NULL,
  extra_json TEXT,
  sort_waiting INTEGER GENERATED ALWAYS AS (-coalesce(waiting_since_ms, 9007199254740991)) VIRTUAL,
  sort_due INTEGER GENERATED ALWAYS AS (-coalesce(due_at_ms, 9007199254740991)) VIRTUAL,
  sort_priority INTEGER GENERATED ALWAYS AS (
    CASE priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 WHEN 'low' THEN 0 ELSE 1 END * 8796093022208
    + last_activity_at_ms
  ) VIRTUAL
, answered_at_ms INTEGER, clocks_json TEXT, restored_at_ms INTEGER) STRICT;

CREATE TABLE ticket_forms (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  items_json TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE ticket_links (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  other_ticket_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  created_by TEXT,
  created_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE tickets (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  customer_id TEXT NOT NULL,
  number INTEGER,
  subject TEXT NOT NULL,
  channel TEXT NOT NULL,
  tags_json TEXT NOT NULL,
  last_message_seq INTEGER NOT NULL,
  created_at_ms INTEGER NOT NULL,
  created_by TEXT,
  merged_into_id TEXT,
  fields_json TEXT NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE training_lists (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  key TEXT NOT NULL,
  items_json TEXT NOT NULL,
  version INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE triage_weights (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  model TEXT NOT NULL,
  basis TEXT NOT NULL,
  lessons INTEGER NOT NULL,
  weights_json TEXT NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE undo_windows (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  channel TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  least INTEGER NOT NULL,
  most INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  extra_json TEXT
) STRICT;

CREATE TABLE unplaced_posts (
  local_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  feed_version INTEGER NOT NULL DEFAULT 0,
  place TEXT NOT NULL,
  url TEXT,
  author TEXT,
  stars INTEGER,
  body TEXT NOT NULL,
  posted_at_ms INTEGER NOT NULL,
  reported_at_ms INTEGER,
  named TEXT,
  aside_at_ms INTEGER,
  extra_json TEXT
) STRICT;

CREATE TABLE worked_quarters (quarter INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER customers_come AFTER INSERT ON customers BEGIN
  UPDATE counters SET value = value + 1 WHERE name = 'customers';
END;

CREATE TRIGGER customers_go AFTER DELETE ON customers BEGIN
  UPDATE counters SET value = value - 1 WHERE name = 'customers';
END;

CREATE TRIGGER outbox_is_more_work AFTER UPDATE OF now_ms ON outbox WHEN NEW.now_ms > OLD.now_ms BEGIN
  INSERT OR IGNORE INTO worked_quarters VALUES (NEW.now_ms / 900000);
END;

CREATE TRIGGER outbox_is_work AFTER INSERT ON outbox BEGIN
  INSERT OR IGNORE INTO worked_quarters VALUES (NEW.now_ms / 900000);
END;

CREATE TRIGGER standings_enter AFTER INSERT ON customers BEGIN
  INSERT OR IGNORE INTO standings (customer_id) VALUES (NEW.id);
END;

CREATE TRIGGER standings_leave AFTER DELETE ON customers BEGIN
  DELETE FROM standings WHERE customer_id = OLD.id;
END;

CREATE TRIGGER threads_counted_in AFTER INSERT ON threads BEGIN 
  INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
SELECT owner, state, kind, is_paired, +count(*), +sum(late) FROM (SELECT '' AS owner, NEW.state AS state, NEW.kind AS kind, NEW.is_paired AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true
UNION ALL SELECT 'a:' || coalesce(NEW.assignee_id, ''), NEW.state AS state, NEW.kind AS kind, NEW.is_paired AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true AND NEW.state NOT IN ('solved', 'closed')
UNION ALL SELECT 't:' || NEW.team_id, NEW.state AS state, NEW.kind AS kind, NEW.is_paired AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true AND NEW.state NOT IN ('solved', 'closed') AND NEW.team_id IS NOT NULL) WHERE true
GROUP BY owner, state, kind, is_paired
ON CONFLICT DO UPDATE SET total = total + excluded.total, late = late + excluded.late;
  INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
SELECT owner, state, kind, is_paired, +count(*), +sum(late) FROM (SELECT '' AS owner, NEW.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = NEW.ticket_id AND o.state = NEW.state
  AND ((NEW.kind = 'support' AND NEW.is_paired = 1 AND o.kind = 'service')
    OR (NEW.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
UNION ALL SELECT 'a:' || coalesce(NEW.assignee_id, ''), NEW.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = NEW.ticket_id AND o.state = NEW.state
  AND ((NEW.kind = 'support' AND NEW.is_paired = 1 AND o.kind = 'service')
    OR (NEW.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
  AND NEW.state NOT IN ('solved', 'closed') AND o.assignee_id IS NEW.assignee_id
UNION ALL SELECT 't:' || CASE WHEN o.team_id = NEW.team_id THEN o.team_id
    ELSE min(o.team_id, NEW.team_id) || ' ' || max(o.team_id, NEW.team_id) END, NEW.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = NEW.ticket_id AND o.state = NEW.state
  AND ((NEW.kind = 'support' AND NEW.is_paired = 1 AND o.kind = 'service')
    OR (NEW.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
  AND NEW.state NOT IN ('solved', 'closed') AND o.team_id IS NOT NULL AND NEW.team_id IS NOT NULL) WHERE true
GROUP BY owner, state, kind, is_paired
ON CONFLICT DO UPDATE SET total = total + excluded.total, late = late + excluded.late;
END;

CREATE TRIGGER threads_counted_out BEFORE DELETE ON threads BEGIN 
  INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
SELECT owner, state, kind, is_paired, -count(*), -sum(late) FROM (SELECT '' AS owner, OLD.state AS state, OLD.kind AS kind, OLD.is_paired AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true
UNION ALL SELECT 'a:' || coalesce(OLD.assignee_id, ''), OLD.state AS state, OLD.kind AS kind, OLD.is_paired AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true AND OLD.state NOT IN ('solved', 'closed')
UNION ALL SELECT 't:' || OLD.team_id, OLD.state AS state, OLD.kind AS kind, OLD.is_paired AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true AND OLD.state NOT IN ('solved', 'closed') AND OLD.team_id IS NOT NULL) WHERE true
GROUP BY owner, state, kind, is_paired
ON CONFLICT DO UPDATE SET total = total + excluded.total, late = late + excluded.late;
  INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
SELECT owner, state, kind, is_paired, -count(*), -sum(late) FROM (SELECT '' AS owner, OLD.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = OLD.ticket_id AND o.state = OLD.state
  AND ((OLD.kind = 'support' AND OLD.is_paired = 1 AND o.kind = 'service')
    OR (OLD.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
UNION ALL SELECT 'a:' || coalesce(OLD.assignee_id, ''), OLD.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = OLD.ticket_id AND o.state = OLD.state
  AND ((OLD.kind = 'support' AND OLD.is_paired = 1 AND o.kind = 'service')
    OR (OLD.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
  AND OLD.state NOT IN ('solved', 'closed') AND o.assignee_id IS OLD.assignee_id
UNION ALL SELECT 't:' || CASE WHEN o.team_id = OLD.team_id THEN o.team_id
    ELSE min(o.team_id, OLD.team_id) || ' ' || max(o.team_id, OLD.team_id) END, OLD.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = OLD.ticket_id AND o.state = OLD.state
  AND ((OLD.kind = 'support' AND OLD.is_paired = 1 AND o.kind = 'service')
    OR (OLD.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
  AND OLD.state NOT IN ('solved', 'closed') AND o.team_id IS NOT NULL AND OLD.team_id IS NOT NULL) WHERE true
GROUP BY owner, state, kind, is_paired
ON CONFLICT DO UPDATE SET total = total + excluded.total, late = late + excluded.late;
END;

CREATE TRIGGER threads_enter_cells AFTER UPDATE OF ticket_id, state, kind, is_paired, assignee_id, team_id, due_at_ms, snoozed_until_ms ON threads WHEN OLD.ticket_id IS NOT NEW.ticket_id OR OLD.state IS NOT NEW.state OR OLD.kind IS NOT NEW.kind OR OLD.is_paired IS NOT NEW.is_paired OR OLD.assignee_id IS NOT NEW.assignee_id OR OLD.team_id IS NOT NEW.team_id OR CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END IS NOT CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END AND coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) <> coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) BEGIN 
  INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
SELECT owner, state, kind, is_paired, +count(*), +sum(late) FROM (SELECT '' AS owner, NEW.state AS state, NEW.kind AS kind, NEW.is_paired AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true
UNION ALL SELECT 'a:' || coalesce(NEW.assignee_id, ''), NEW.state AS state, NEW.kind AS kind, NEW.is_paired AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true AND NEW.state NOT IN ('solved', 'closed')
UNION ALL SELECT 't:' || NEW.team_id, NEW.state AS state, NEW.kind AS kind, NEW.is_paired AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true AND NEW.state NOT IN ('solved', 'closed') AND NEW.team_id IS NOT NULL) WHERE true
GROUP BY owner, state, kind, is_paired
ON CONFLICT DO UPDATE SET total = total + excluded.total, late = late + excluded.late;
  INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
SELECT owner, state, kind, is_paired, +count(*), +sum(late) FROM (SELECT '' AS owner, NEW.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = NEW.ticket_id AND o.state = NEW.state
  AND ((NEW.kind = 'support' AND NEW.is_paired = 1 AND o.kind = 'service')
    OR (NEW.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
UNION ALL SELECT 'a:' || coalesce(NEW.assignee_id, ''), NEW.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = NEW.ticket_id AND o.state = NEW.state
  AND ((NEW.kind = 'support' AND NEW.is_paired = 1 AND o.kind = 'service')
    OR (NEW.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
  AND NEW.state NOT IN ('solved', 'closed') AND o.assignee_id IS NEW.assignee_id
UNION ALL SELECT 't:' || CASE WHEN o.team_id = NEW.team_id THEN o.team_id
    ELSE min(o.team_id, NEW.team_id) || ' ' || max(o.team_id, NEW.team_id) END, NEW.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = NEW.ticket_id AND o.state = NEW.state
  AND ((NEW.kind = 'support' AND NEW.is_paired = 1 AND o.kind = 'service')
    OR (NEW.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
  AND NEW.state NOT IN ('solved', 'closed') AND o.team_id IS NOT NULL AND NEW.team_id IS NOT NULL) WHERE true
GROUP BY owner, state, kind, is_paired
ON CONFLICT DO UPDATE SET total = total + excluded.total, late = late + excluded.late;
END;

CREATE TRIGGER threads_leave_cells BEFORE UPDATE OF ticket_id, state, kind, is_paired, assignee_id, team_id, due_at_ms, snoozed_until_ms ON threads WHEN OLD.ticket_id IS NOT NEW.ticket_id OR OLD.state IS NOT NEW.state OR OLD.kind IS NOT NEW.kind OR OLD.is_paired IS NOT NEW.is_paired OR OLD.assignee_id IS NOT NEW.assignee_id OR OLD.team_id IS NOT NEW.team_id OR CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END IS NOT CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END AND coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) <> coalesce(CASE NEW.state WHEN 'snoozed' THEN NEW.snoozed_until_ms WHEN 'open' THEN NEW.due_at_ms WHEN 'pending' THEN NEW.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) BEGIN 
  INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
SELECT owner, state, kind, is_paired, -count(*), -sum(late) FROM (SELECT '' AS owner, OLD.state AS state, OLD.kind AS kind, OLD.is_paired AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true
UNION ALL SELECT 'a:' || coalesce(OLD.assignee_id, ''), OLD.state AS state, OLD.kind AS kind, OLD.is_paired AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true AND OLD.state NOT IN ('solved', 'closed')
UNION ALL SELECT 't:' || OLD.team_id, OLD.state AS state, OLD.kind AS kind, OLD.is_paired AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late  WHERE true AND OLD.state NOT IN ('solved', 'closed') AND OLD.team_id IS NOT NULL) WHERE true
GROUP BY owner, state, kind, is_paired
ON CONFLICT DO UPDATE SET total = total + excluded.total, late = late + excluded.late;
  INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
SELECT owner, state, kind, is_paired, -count(*), -sum(late) FROM (SELECT '' AS owner, OLD.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = OLD.ticket_id AND o.state = OLD.state
  AND ((OLD.kind = 'support' AND OLD.is_paired = 1 AND o.kind = 'service')
    OR (OLD.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
UNION ALL SELECT 'a:' || coalesce(OLD.assignee_id, ''), OLD.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = OLD.ticket_id AND o.state = OLD.state
  AND ((OLD.kind = 'support' AND OLD.is_paired = 1 AND o.kind = 'service')
    OR (OLD.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
  AND OLD.state NOT IN ('solved', 'closed') AND o.assignee_id IS OLD.assignee_id
UNION ALL SELECT 't:' || CASE WHEN o.team_id = OLD.team_id THEN o.team_id
    ELSE min(o.team_id, OLD.team_id) || ' ' || max(o.team_id, OLD.team_id) END, OLD.state AS state, 'pair' AS kind, 1 AS is_paired, coalesce(CASE OLD.state WHEN 'snoozed' THEN OLD.snoozed_until_ms WHEN 'open' THEN OLD.due_at_ms WHEN 'pending' THEN OLD.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AND coalesce(CASE o.state WHEN 'snoozed' THEN o.snoozed_until_ms WHEN 'open' THEN o.due_at_ms WHEN 'pending' THEN o.due_at_ms END <= (SELECT as_of_ms FROM count_clock), 0) AS late FROM threads o INDEXED BY threads_by_ticket
WHERE true AND o.ticket_id = OLD.ticket_id AND o.state = OLD.state
  AND ((OLD.kind = 'support' AND OLD.is_paired = 1 AND o.kind = 'service')
    OR (OLD.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
  
  AND OLD.state NOT IN ('solved', 'closed') AND o.team_id IS NOT NULL AND OLD.team_id IS NOT NULL) WHERE true
GROUP BY owner, state, kind, is_paired
ON CONFLICT DO UPDATE SET total = total + excluded.total, late = late + excluded.late;
END;

CREATE TRIGGER tickets_get_local_number AFTER INSERT ON tickets WHEN NEW.number IS NULL BEGIN
  INSERT INTO local_numbers (ticket_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
END;
