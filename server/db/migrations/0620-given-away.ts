import type { Migration } from './migration.ts'

/** What a card took over from a record that was merged into it: separating gives it back. */
export const givenAway: Migration = {
  version: 620,
  name: 'given-away',
  sql: 'ALTER TABLE tandem.customers ADD COLUMN given_away_json jsonb;',
}
