import type { Migration } from './migration.ts'
import { rowTable } from './migration.ts'

const undoWindows = `
  channel text NOT NULL,
  seconds bigint NOT NULL,
  least bigint NOT NULL,
  most bigint NOT NULL,
  updated_at_ms bigint NOT NULL`

/** How long replies rest by channel, and when a message arrived or came back. */
export const settling: Migration = {
  version: 400,
  name: 'settling',
  sql: [
    rowTable('undo_windows', undoWindows),
    'ALTER TABLE tandem.messages ADD COLUMN delivered_at_ms bigint;',
  ].join('\n'),
}
