import { run } from '../statement.ts'
import type { Connection, SqlValue, WritableDb } from '../types.ts'
import type { Found } from './salvage.ts'
import { salvageTable } from './salvage.ts'
import type { SalvagedOutbox } from './salvage-outbox.ts'

/** What only this laptop knows beside the outbox: keys and records of files, what was decided, what was seen. */
export const LOCAL_TABLES = [
  { table: 'blob_keys', key: 'owner', columns: ['owner', 'key', 'next_key'] },
  { table: 'reading_marks', key: 'ticket_id', columns: ['ticket_id', 'seq'] },
  { table: 'reminders_given', key: 'id', columns: ['id', 'due_at_ms', 'given_at_ms'] },
  { table: 'worked_quarters', key: 'quarter', columns: ['quarter'] },
  {
    table: 'outbox_done',
    key: 'seq',
    columns: [
      'seq',
      'mutation_id',
      'group_id',
      'author',
      'name',
      'args_json',
      'protocol',
      'now_ms',
      'is_quiet',
      'coalesce_key',
      'ticket_id',
      'customer_id',
      'accepted_at_ms',
      'undo_json',
    ],
  },
] as const
const BLOBS = {
  table: 'blobs',
  key: 'sha256',
  columns: ['sha256', 'owner', 'size_bytes', 'is_uploaded', 'kept_at_ms'],
} as const

const KEPT_FACTS: ReadonlySet<SqlValue | undefined> = new Set(['epoch', 'fileKeysDue'])

function insert(tx: WritableDb, table: string, row: Found): void {
  const columns = Object.keys(row)
  const values = columns.map((column): SqlValue => row[column] ?? null)
  run(
    tx,
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    values,
  )
}

/** Copies what can be read into the fresh file. Call inside its transaction. */
export function restoreLocalTables(tx: WritableDb, damaged: Connection): void {
  const owners = new Set<SqlValue | undefined>()
  for (const part of LOCAL_TABLES) {
    for (const row of salvageTable(damaged, part).rows) {
      if (part.table === 'blob_keys') owners.add(row['owner'])
      insert(tx, part.table, row)
    }
  }
  // Without its key a file cannot be read, here or there.
  for (const row of salvageTable(damaged, BLOBS).rows)
    if (owners.has(row['owner'])) insert(tx, BLOBS.table, row)
  // Whose numbers these were: another epoch of the hub is noticed, and what it has forgotten is given back to it. And that
  // keys of files are to be replaced.
  const facts = salvageTable(damaged, { table: 'sync_state', key: 'key', columns: ['key', 'value'] }).rows
  for (const row of facts) if (KEPT_FACTS.has(row['key'])) insert(tx, 'sync_state', row)
}

/** Why a group waits for its agent: a part of it could not be read, and half a group must not leave. */
export const TORN_GROUP = { kind: 'failed', code: 'rescued-in-part' } as const

/** Puts the entries in their old places under their old ids: the hub takes none of them twice. */
export function restoreOutbox(tx: WritableDb, outbox: SalvagedOutbox): void {
  const torn = tornGroups(outbox)
  for (const record of outbox.records) {
    const group = record['group_id']
    const isTorn = typeof group === 'string' && torn.has(group)
    insert(tx, 'outbox', {
      ...record,
      ...(isTorn ? { state: 'parked', verdict_json: JSON.stringify(TORN_GROUP) } : {}),
    })
  }
}

/** Members of a group have places side by side: one that is lost lies between them or next to them. */
function tornGroups({ records, lost, isCounted }: SalvagedOutbox): ReadonlySet<string> {
  const kept = new Set(records.map(record => Number(record['seq'])))
  const isMissing = (seq: number): boolean => lost.has(seq) || (!isCounted && !kept.has(seq))
  const torn = new Set<string>()
  for (const { group_id: group, seq } of records) {
    if (typeof group === 'string' && (isMissing(Number(seq) - 1) || isMissing(Number(seq) + 1)))
      torn.add(group)
  }
  return torn
}
