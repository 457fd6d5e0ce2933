import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const preferences = `
  customer_id ${ID} NOT NULL,
  subject text NOT NULL,
  value text NOT NULL,
  consent text NOT NULL,
  consent_by text,
  consent_how text,
  consent_at_ms bigint,
  sensitivity text NOT NULL,
  source text NOT NULL,
  set_by ${ID},
  set_at_ms bigint NOT NULL`

const pins = `
  customer_id ${ID} NOT NULL,
  text text NOT NULL,
  tone text NOT NULL,
  until_ms bigint,
  pinned_by ${ID},
  pinned_at_ms bigint NOT NULL`

const portraits = `
  customer_id ${ID} NOT NULL,
  is_vip boolean NOT NULL,
  vip_reason text,
  stage text,
  stage_reason text,
  stage_until_ms bigint,
  stage_by ${ID},
  stage_at_ms bigint`

/** Who a customer is at a glance: how they want to be treated, what nobody may overlook, what people say about them. */
export const portrait: Migration = {
  version: 550,
  name: 'portrait',
  sql: [
    rowTable('preferences', preferences, ['customer_id']),
    rowTable('pins', pins, ['customer_id']),
    rowTable('portraits', portraits, ['customer_id']),
  ].join('\n'),
}
