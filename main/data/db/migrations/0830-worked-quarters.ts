import type { Migration } from '../migration.ts'

/**
 * Quarters of an hour in which somebody worked on this laptop, counted from 1970: a guest sees how much of the agreed time
 * is done. What is unsent is in the outbox only for a while, so each act is noted when it is made.
 */
export const workedQuarters: Migration = {
  version: 830,
  name: 'worked-quarters',
  sql: `
    CREATE TABLE worked_quarters (quarter INTEGER PRIMARY KEY) STRICT;
    INSERT OR IGNORE INTO worked_quarters SELECT now_ms / 900000 FROM outbox_done;
    INSERT OR IGNORE INTO worked_quarters SELECT now_ms / 900000 FROM outbox;
    CREATE TRIGGER outbox_is_work AFTER INSERT ON outbox BEGIN
      INSERT OR IGNORE INTO worked_quarters VALUES (NEW.now_ms / 900000);
    END;
    /* Edits that become one act are work of their own time. */
    CREATE TRIGGER outbox_is_more_work AFTER UPDATE OF now_ms ON outbox WHEN NEW.now_ms > OLD.now_ms BEGIN
      INSERT OR IGNORE INTO worked_quarters VALUES (NEW.now_ms / 900000);
    END;
  `,
}
