import type { Migration } from '../migration.ts'

/** How many have a known issue in the whole workspace, as the hub counts them. */
export const knownCounts: Migration = {
  version: 380,
  name: 'known-counts',
  sql: `
    ALTER TABLE known_issues ADD COLUMN ticket_count INTEGER;
    ALTER TABLE known_issues ADD COLUMN customer_count INTEGER;
    ALTER TABLE known_issues ADD COLUMN open_ticket_count INTEGER;
    /* What a newer hub sent before these columns were here. */
    UPDATE known_issues SET
      ticket_count = json_extract(extra_json, '$.ticketCount'),
      customer_count = json_extract(extra_json, '$.customerCount'),
      open_ticket_count = json_extract(extra_json, '$.openTicketCount'),
      extra_json = nullif(json_remove(extra_json, '$.ticketCount', '$.customerCount', '$.openTicketCount'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
