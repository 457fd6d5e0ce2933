import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const sharedViews = `
  name text NOT NULL,
  body_json jsonb NOT NULL,
  team_ids_json jsonb NOT NULL,
  position double precision NOT NULL,
  created_by ${ID},
  updated_at_ms bigint NOT NULL`
const ownViews = `
  agent_id ${ID} NOT NULL,
  name text NOT NULL,
  body_json jsonb NOT NULL,
  position double precision NOT NULL,
  updated_at_ms bigint NOT NULL`

export const savedViews: Migration = {
  version: 200,
  name: 'saved-views',
  sql: [rowTable('shared_views', sharedViews), rowTable('own_views', ownViews, ['agent_id'])].join('\n'),
}
