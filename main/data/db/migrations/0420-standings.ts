import type { Migration } from '../migration.ts'

export const standings: Migration = {
  version: 420,
  name: 'standings',
  sql: `
    /* How customers stand, worked out here from the rows of this laptop, for lists to look at. It never travels. */
    CREATE TABLE standings (
      customer_id TEXT PRIMARY KEY,
      health INTEGER,
      band TEXT,
      value_band TEXT,
      is_vip INTEGER NOT NULL DEFAULT 0,
      stage TEXT,
      /* Null: not worked out yet. */
      worked_out_at_ms INTEGER,
      /* Worked out again from then on; 0: something of theirs has changed. */
      due_at_ms INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX standings_by_due ON standings (due_at_ms);
    INSERT INTO standings (customer_id) SELECT id FROM customers;

    CREATE TRIGGER standings_enter AFTER INSERT ON customers BEGIN
      INSERT OR IGNORE INTO standings (customer_id) VALUES (NEW.id);
    END;
    CREATE TRIGGER standings_leave AFTER DELETE ON customers BEGIN
      DELETE FROM standings WHERE customer_id = OLD.id;
    END;

    /* What a card took over from a record that was merged into it: separating gives it back. */
    ALTER TABLE customers ADD COLUMN given_away_json TEXT;
    /* What a newer hub sent before this column was here. */
    UPDATE customers SET
      given_away_json = json_extract(extra_json, '$.givenAway'),
      extra_json = nullif(json_remove(extra_json, '$.givenAway'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
