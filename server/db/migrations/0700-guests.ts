import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const proposals = `
  ticket_id ${ID} NOT NULL,
  customer_id ${ID} NOT NULL,
  thread_id ${ID} NOT NULL,
  author_id ${ID},
  channel text NOT NULL,
  to_json jsonb NOT NULL,
  cc_json jsonb NOT NULL,
  body_text text NOT NULL,
  seen_up_to_seq bigint NOT NULL,
  state text NOT NULL,
  words text,
  decided_by ${ID},
  decided_at_ms bigint,
  message_id ${ID},
  created_at_ms bigint NOT NULL`

/** Guests who help for a few hours, and the answers they suggest. */
export const guests: Migration = {
  version: 700,
  name: 'guests',
  sql: `
    ALTER TABLE tandem.agents ADD COLUMN guest_until_ms bigint;
    /* Audiences name teams even where every laptop holds everything: guests see those of their teams only. */
    ALTER TABLE tandem.workspaces ADD COLUMN scope_guests boolean NOT NULL DEFAULT false;
    ${rowTable('proposals', proposals, ['ticket_id', 'customer_id'])}`,
}
