import type { Migration } from './migration.ts'

/** Promises by tier, what happens when clocks run out, when service was restored, and what an agent can carry. */
export const escalation: Migration = {
  version: 310,
  name: 'escalation',
  sql: `
    ALTER TABLE tandem.agents ADD COLUMN capacity bigint;
    ALTER TABLE tandem.threads ADD COLUMN restored_at_ms bigint;
    ALTER TABLE tandem.sla_policies
      ADD COLUMN tiers_json jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN escalations_json jsonb NOT NULL DEFAULT '[]';
  `,
}
