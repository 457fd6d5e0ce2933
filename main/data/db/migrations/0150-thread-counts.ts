import { countInto, everyThread, lateAsCounted, lateAtSql, pairCells, singleCells } from '../count-cells.ts'
import type { Migration } from '../migration.ts'

const source = (row: 'NEW' | 'OLD') => ({ row, from: '', where: 'true', late: lateAsCounted, onePerPair: '' })
const count = (row: 'NEW' | 'OLD', sign: '+' | '-'): string => `
      ${countInto(singleCells(source(row)), sign)}
      ${countInto(pairCells(source(row)), sign)}`

const COUNTED = ['ticket_id', 'state', 'kind', 'is_paired', 'assignee_id', 'team_id']
const lateness = (row: 'NEW' | 'OLD'): string => lateAsCounted(row)
/** Most changes of a thread do not move it to another cell. */
const isMoved = [
  ...COUNTED.map(column => `OLD.${column} IS NOT NEW.${column}`),
  `${lateAtSql('OLD')} IS NOT ${lateAtSql('NEW')} AND ${lateness('OLD')} <> ${lateness('NEW')}`,
].join(' OR ')
const columns = [...COUNTED, 'due_at_ms', 'snoozed_until_ms'].join(', ')

export const threadCounts: Migration = {
  version: 150,
  name: 'thread-counts',
  sql: `
    /* What views count: see db/count-cells.ts. */
    CREATE TABLE thread_counts (
      owner TEXT NOT NULL,
      state TEXT NOT NULL,
      kind TEXT NOT NULL,
      is_paired INTEGER NOT NULL,
      total INTEGER NOT NULL,
      late INTEGER NOT NULL,
      PRIMARY KEY (owner, state, kind, is_paired)
    ) STRICT, WITHOUT ROWID;
    /* Time passes without a write: late ones are counted as of this moment, and readers add what lies between. */
    CREATE TABLE count_clock (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      as_of_ms INTEGER NOT NULL
    ) STRICT;
    INSERT INTO count_clock (only, as_of_ms) VALUES (1, 0);
    CREATE INDEX threads_snoozed_by_time ON threads (snoozed_until_ms) WHERE state = 'snoozed';

    ${countInto(singleCells(everyThread), '+')}
    ${countInto(pairCells(everyThread), '+')}

    CREATE TRIGGER threads_counted_in AFTER INSERT ON threads BEGIN ${count('NEW', '+')}
    END;
    CREATE TRIGGER threads_counted_out BEFORE DELETE ON threads BEGIN ${count('OLD', '-')}
    END;
    CREATE TRIGGER threads_leave_cells BEFORE UPDATE OF ${columns} ON threads WHEN ${isMoved} BEGIN ${count('OLD', '-')}
    END;
    CREATE TRIGGER threads_enter_cells AFTER UPDATE OF ${columns} ON threads WHEN ${isMoved} BEGIN ${count('NEW', '+')}
    END;
  `,
}
