import type { Migration } from './migration.ts'
import { ID, lockDown, rowTable } from './migration.ts'

const escalations = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  tier text NOT NULL,
  state text NOT NULL,
  summary text NOT NULL,
  report_json jsonb NOT NULL,
  asset_id ${ID},
  engineering_key text,
  outcome text,
  created_by ${ID},
  created_at_ms bigint NOT NULL,
  updated_at_ms bigint NOT NULL,
  closed_at_ms bigint`

const engineeringIssues = `
  key text NOT NULL,
  url text,
  title text NOT NULL,
  status text NOT NULL,
  state text NOT NULL,
  fixed_in_version text,
  said_at_ms bigint NOT NULL`

const impacts = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  asset_id ${ID},
  scope text NOT NULL,
  down_since_ms bigint NOT NULL,
  restored_at_ms bigint,
  resolved_at_ms bigint,
  created_by ${ID},
  created_at_ms bigint NOT NULL`

const rootCauses = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  category text NOT NULL,
  evidence text NOT NULL,
  remedy text NOT NULL,
  remedy_text text NOT NULL,
  url text,
  asset_id ${ID},
  product_id ${ID},
  version text,
  revision bigint NOT NULL,
  recorded_by ${ID},
  recorded_at_ms bigint NOT NULL`

const issueUpdates = `
  issue_id ${ID} NOT NULL,
  body text NOT NULL,
  tickets bigint NOT NULL,
  sent_by ${ID},
  sent_at_ms bigint NOT NULL`

/** Who may tell how engineering's issues stand. Only hashes: a token is shown once, when it is made. */
const trackerTokens = `
    CREATE TABLE tandem.tracker_tokens (
      workspace_id ${ID} NOT NULL,
      token_hash text NOT NULL,
      name text NOT NULL,
      created_at_ms bigint NOT NULL,
      PRIMARY KEY (workspace_id, token_hash)
    );
    ${lockDown('tracker_tokens')}`

/** Where the digest of what customers want goes. The secret signs what is sent, so it is kept as it is. */
const productWebhooks = `
    CREATE TABLE tandem.product_webhooks (
      workspace_id ${ID} PRIMARY KEY,
      url text NOT NULL,
      secret text NOT NULL,
      sent_up_to_ms bigint NOT NULL
    );
    ${lockDown('product_webhooks')}`

/** What support records about faults: escalations, outages, causes, and what was told about known issues. */
export const incidents: Migration = {
  version: 530,
  name: 'incidents',
  sql: [
    'ALTER TABLE tandem.known_issues ADD COLUMN engineering_key text;',
    rowTable('escalations', escalations, ['customer_id', 'ticket_id', 'engineering_key']),
    rowTable('engineering_issues', engineeringIssues),
    rowTable('impacts', impacts, ['customer_id', 'ticket_id', 'asset_id']),
    rowTable('root_causes', rootCauses, ['customer_id', 'ticket_id']),
    rowTable('issue_updates', issueUpdates),
    trackerTokens,
    productWebhooks,
    // What a week's digest looks for.
    `CREATE INDEX feedback_of_products ON tandem.feedback (workspace_id, created_at_ms) WHERE kind = 'product';`,
  ].join('\n'),
}
