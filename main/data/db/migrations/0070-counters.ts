import type { Migration } from '../migration.ts'

export const counters: Migration = {
  version: 70,
  name: 'counters',
  sql: `
    /* "new-3": how a ticket is called until the hub gives it a number. Kept afterwards: links and tabs may hold it. */
    CREATE TABLE local_numbers (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      ticket_id TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TRIGGER tickets_get_local_number AFTER INSERT ON tickets WHEN NEW.number IS NULL BEGIN
      INSERT INTO local_numbers (ticket_id) VALUES (NEW.id) ON CONFLICT DO NOTHING;
    END;

    /* Counting the rows of a large table takes longer than painting a window. */
    CREATE TABLE counters (
      name TEXT NOT NULL PRIMARY KEY,
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO counters (name, value) VALUES ('customers', 0);
    CREATE TRIGGER customers_come AFTER INSERT ON customers BEGIN
      UPDATE counters SET value = value + 1 WHERE name = 'customers';
    END;
    CREATE TRIGGER customers_go AFTER DELETE ON customers BEGIN
      UPDATE counters SET value = value - 1 WHERE name = 'customers';
    END;
  `,
}
