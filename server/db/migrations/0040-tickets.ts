import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const tickets = `
  customer_id ${ID} NOT NULL,
  number bigint,
  subject text NOT NULL,
  channel text NOT NULL,
  tags_json jsonb NOT NULL,
  fields_json jsonb NOT NULL,
  last_message_seq bigint NOT NULL,
  created_at_ms bigint NOT NULL,
  created_by ${ID},
  merged_into_id ${ID}`
const threads = `
  ticket_id ${ID} NOT NULL,
  customer_id ${ID} NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  assignee_id ${ID},
  team_id ${ID},
  priority text NOT NULL,
  is_paired boolean NOT NULL,
  last_activity_at_ms bigint NOT NULL,
  waiting_since_ms bigint,
  snoozed_until_ms bigint,
  due_at_ms bigint,
  opened_at_ms bigint NOT NULL,
  solved_at_ms bigint,
  reopened_count bigint NOT NULL`
const messages = `
  ticket_id ${ID} NOT NULL,
  customer_id ${ID} NOT NULL,
  seq bigint,
  direction text NOT NULL,
  channel text NOT NULL,
  author_kind text NOT NULL,
  author_id ${ID},
  from_json jsonb,
  to_json jsonb NOT NULL,
  cc_json jsonb NOT NULL,
  body_text text NOT NULL,
  body_html text,
  message_id text,
  delivery text NOT NULL,
  written_at_ms bigint NOT NULL,
  accepted_at_ms bigint`
const notes = `
  ticket_id ${ID} NOT NULL,
  customer_id ${ID} NOT NULL,
  thread_id ${ID},
  author_kind text NOT NULL,
  author_id ${ID},
  body text NOT NULL,
  created_at_ms bigint NOT NULL,
  edited_at_ms bigint`
const attachments = `
  ticket_id ${ID} NOT NULL,
  customer_id ${ID} NOT NULL,
  message_id ${ID},
  note_id ${ID},
  file_name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 text NOT NULL,
  content_id text`
const events = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  thread_id ${ID},
  type text NOT NULL,
  kind text,
  actor_id ${ID},
  facts_json jsonb NOT NULL,
  at_ms bigint NOT NULL`
const ticketLinks = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  other_ticket_id ${ID} NOT NULL,
  kind text NOT NULL,
  created_by ${ID},
  created_at_ms bigint NOT NULL`
const drafts = `
  agent_id ${ID} NOT NULL,
  client_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  mode text NOT NULL,
  body text NOT NULL,
  to_json jsonb,
  cc_json jsonb,
  seen_up_to_seq bigint NOT NULL,
  updated_at_ms bigint NOT NULL`

export const ticketTables: Migration = {
  version: 40,
  name: 'tickets',
  sql: [
    rowTable('tickets', tickets, ['customer_id', 'merged_into_id']),
    'CREATE UNIQUE INDEX tickets_number ON tandem.tickets (workspace_id, number);',
    rowTable('threads', threads, ['ticket_id', 'customer_id', 'assignee_id', 'team_id']),
    rowTable('messages', messages, ['customer_id', 'message_id']),
    'CREATE INDEX messages_ticket_id ON tandem.messages (workspace_id, ticket_id, seq);',
    rowTable('notes', notes, ['ticket_id', 'customer_id']),
    rowTable('attachments', attachments, ['ticket_id', 'customer_id', 'message_id', 'note_id']),
    'CREATE INDEX attachments_sha256 ON tandem.attachments (workspace_id, sha256);',
    rowTable('events', events, ['customer_id', 'ticket_id']),
    rowTable('ticket_links', ticketLinks, ['customer_id', 'ticket_id', 'other_ticket_id']),
    rowTable('drafts', drafts, ['agent_id', 'ticket_id']),
  ].join('\n'),
}
