import type { Migration } from '../migration.ts'

/** Promises by tier, what happens when clocks run out, when service was restored, and what an agent can carry. */
export const escalation: Migration = {
  version: 180,
  name: 'escalation',
  sql: `
    ALTER TABLE agents ADD COLUMN capacity INTEGER;
    ALTER TABLE threads ADD COLUMN restored_at_ms INTEGER;
    ALTER TABLE sla_policies ADD COLUMN tiers_json TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE sla_policies ADD COLUMN escalations_json TEXT NOT NULL DEFAULT '[]';
    /* What a newer hub sent before these columns were here. */
    UPDATE agents SET
      capacity = json_extract(extra_json, '$.capacity'),
      extra_json = nullif(json_remove(extra_json, '$.capacity'), '{}')
    WHERE extra_json IS NOT NULL;
    UPDATE threads SET
      restored_at_ms = json_extract(extra_json, '$.restoredAtMs'),
      extra_json = nullif(json_remove(extra_json, '$.restoredAtMs'), '{}')
    WHERE extra_json IS NOT NULL;
    UPDATE sla_policies SET
      tiers_json = coalesce(json_extract(extra_json, '$.tiers'), '[]'),
      escalations_json = coalesce(json_extract(extra_json, '$.escalations'), '[]'),
      extra_json = nullif(json_remove(extra_json, '$.tiers', '$.escalations'), '{}')
    WHERE extra_json IS NOT NULL;
    CREATE INDEX calendars_by_key ON calendars (key);
  `,
}
