import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const kudos = `
  from_id ${ID},
  to_id ${ID} NOT NULL,
  words text NOT NULL,
  at_ms bigint NOT NULL`
const stories = `
  title text NOT NULL,
  body text NOT NULL,
  reason text NOT NULL,
  kind text NOT NULL,
  topics_json jsonb NOT NULL,
  kept_by ${ID},
  kept_at_ms bigint NOT NULL,
  version bigint NOT NULL`
const trainingLists = `
  key text NOT NULL,
  items_json jsonb NOT NULL,
  version bigint NOT NULL,
  updated_at_ms bigint NOT NULL`

/** Thanks among colleagues, stories worth keeping, and what the team looks at when it practises. */
export const thanks: Migration = {
  version: 720,
  name: 'thanks',
  sql: [
    rowTable('kudos', kudos),
    rowTable('stories', stories),
    rowTable('training_lists', trainingLists),
  ].join('\n'),
}
