import type { Migration } from './migration.ts'
import { ID, lockDown, rowTable } from './migration.ts'

const opportunities = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  kind text NOT NULL,
  product_id ${ID},
  note text NOT NULL,
  value_minor bigint,
  currency text,
  state text NOT NULL,
  consent text NOT NULL,
  consent_via text,
  consent_at_ms bigint,
  team_id ${ID},
  address text,
  owner_id ${ID},
  created_by ${ID},
  created_at_ms bigint NOT NULL,
  passed_on_at_ms bigint,
  sent_at_ms bigint,
  closed_at_ms bigint`
const nextQuestions = `
  question text NOT NULL,
  answer text NOT NULL,
  article_id ${ID},
  conditions_json jsonb NOT NULL,
  is_active boolean NOT NULL,
  version bigint NOT NULL,
  updated_at_ms bigint NOT NULL`

/** Signs the links customers answer surveys by. Every copy of the hub signs with the same. */
const surveyKeys = `
    CREATE TABLE tandem.survey_keys (
      workspace_id ${ID} PRIMARY KEY,
      secret text NOT NULL
    );
    ${lockDown('survey_keys')}`

/** Opportunities, questions that are likely, and surveys that are answered by a link. */
export const growth: Migration = {
  version: 570,
  name: 'growth',
  sql: [
    rowTable('opportunities', opportunities, ['customer_id', 'ticket_id']),
    rowTable('next_questions', nextQuestions),
    'ALTER TABLE tandem.surveys ADD COLUMN sent_at_ms bigint;',
    surveyKeys,
    // What leaves has one address for each topic; the digest of products was the first.
    `ALTER TABLE tandem.product_webhooks ADD COLUMN topic text NOT NULL DEFAULT 'product';
     ALTER TABLE tandem.product_webhooks DROP CONSTRAINT product_webhooks_pkey;
     ALTER TABLE tandem.product_webhooks ADD PRIMARY KEY (workspace_id, topic);`,
    // What waits to leave, and what waits to be mailed: nearly always nothing.
    `CREATE INDEX opportunities_to_send ON tandem.opportunities (workspace_id)
       WHERE state = 'passed-on' AND address IS NOT NULL AND sent_at_ms IS NULL;
     CREATE INDEX surveys_to_send ON tandem.surveys (workspace_id, asked_at_ms)
       WHERE score IS NULL AND sent_at_ms IS NULL;`,
  ].join('\n'),
}
