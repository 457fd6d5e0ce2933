import type {
  EntryOnRow,
  EntryPatch,
  Link,
  LinkedEntry,
  NewEntry,
  OutboxEntry,
  OutboxStore,
  Tally,
  Writes,
} from '../sync/outbox-store.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { Connection, SqlValue } from './types.ts'
import { all, get, run } from './statement.ts'
import { inTransaction, noteChange } from './write.ts'
import type { Database } from './write.ts'
import { COLUMNS, entryFromRecord, newEntryValues, undoToJson } from './outbox-record.ts'
import type { EntryRecord } from './outbox-record.ts'
import { doneStore } from './store-done.ts'

const writesToJson = (writes: Writes): string | null =>
  writes === 'none' ? null : writes === 'whole' ? '"*"' : JSON.stringify(writes)

function writesFromJson(json: string | null): Writes {
  if (json === null) return 'none'
  return json === '"*"' ? 'whole' : (JSON.parse(json) as string[])
}

type LinkRecord = {
  readonly seq: number
  readonly table_name: TableName
  readonly row_id: string
  readonly writes_json: string | null
}
const linkFromRecord = (record: LinkRecord): Link => ({
  table: record.table_name,
  id: record.row_id,
  writes: writesFromJson(record.writes_json),
})

/** Links of one entry go in together: a save has about half a dozen. */
const LINKS_AT_ONCE = 12
const insertLinks = (count: number): string =>
  `INSERT INTO outbox_rows (table_name, row_id, seq, writes_json) VALUES ${Array.from({ length: count }, () => '(?, ?, ?, ?)').join(', ')}`

function addLinks(db: Connection, seq: number, links: readonly Link[]): void {
  for (let at = 0; at < links.length; at += LINKS_AT_ONCE) {
    const some = links.slice(at, at + LINKS_AT_ONCE)
    const values = some.flatMap(({ table, id, writes }) => [table, id, seq, writesToJson(writes)])
    run(db, insertLinks(some.length), values)
  }
}

const byId = (db: Connection, mutationId: string): OutboxEntry | null => {
  const found = get<EntryRecord>(db, `SELECT ${COLUMNS} FROM outbox WHERE mutation_id = ?`, [mutationId])
  return found && entryFromRecord(found)
}

/** Highest place ever given that anything still remembers. */
const LAST_PLACE = `
  SELECT max(coalesce((SELECT max(seq) FROM outbox), 0), coalesce((SELECT max(seq) FROM outbox_done), 0)) AS seq`

type Appended = { readonly entry: NewEntry; readonly links: readonly Link[]; readonly seq: number }

function append(database: Database, { entry, links, seq }: Appended): OutboxEntry {
  const tx = inTransaction(database)
  run(
    tx,
    `INSERT INTO outbox (seq, mutation_id, group_id, author, name, args_json, protocol, now_ms, is_quiet, coalesce_key,
       ticket_id, customer_id, undo_json, held_until_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [seq, ...newEntryValues(entry), entry.heldUntilMs],
  )
  addLinks(tx, seq, links)
  noteChange(database, 'outbox', entry.mutationId)
  return {
    ...entry,
    seq,
    state: 'pending',
    attempts: 0,
    nextAttemptAtMs: 0,
    wasSent: false,
    isReplayed: false,
    verdict: null,
  }
}

const setters: {
  readonly [Key in keyof EntryPatch]-?: (value: NonNullable<EntryPatch[Key]> | null) => [string, SqlValue]
} = {
  args: value => ['args_json', JSON.stringify(value)],
  nowMs: value => ['now_ms', value],
  state: value => ['state', value],
  attempts: value => ['attempts', value],
  nextAttemptAtMs: value => ['next_attempt_at_ms', value],
  wasSent: value => ['was_sent', value ? 1 : 0],
  isReplayed: value => ['is_replayed', value ? 1 : 0],
  verdict: value => ['verdict_json', value === null ? null : JSON.stringify(value)],
  groupId: value => ['group_id', value],
  undo: value => ['undo_json', undoToJson(value ?? [])],
  heldUntilMs: value => ['held_until_ms', value],
}

function update(database: Database, mutationId: string, fields: EntryPatch): void {
  const pairs = Object.entries(fields).map(([key, value]) => setters[key as keyof EntryPatch](value as never))
  if (pairs.length === 0) return
  const sets = pairs.map(([column]) => `${column} = ?`).join(', ')
  const values = pairs.map(([, value]) => value)
  run(inTransaction(database), `UPDATE outbox SET ${sets} WHERE mutation_id = ?`, [...values, mutationId])
  noteChange(database, 'outbox', mutationId)
}

function relink(database: Database, mutationId: string, links: readonly Link[]): void {
  const tx = inTransaction(database)
  const entry = get<{ seq: number }>(tx, 'SELECT seq FROM outbox WHERE mutation_id = ?', [mutationId])
  if (!entry) return
  run(tx, 'DELETE FROM outbox_rows WHERE seq = ?', [entry.seq])
  addLinks(tx, entry.seq, links)
}

function page(db: Connection, afterSeq: number, limit: number): readonly LinkedEntry[] {
  const entries = all<EntryRecord>(db, `SELECT ${COLUMNS} FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?`, [
    afterSeq,
    limit,
  ])
  const first = entries[0]
  const last = entries.at(-1)
  if (!first || !last) return []
  const links = all<LinkRecord>(
    db,
    'SELECT seq, table_name, row_id, writes_json FROM outbox_rows WHERE seq BETWEEN ? AND ?',
    [first.seq, last.seq],
  )
  const bySeq = Map.groupBy(links, link => link.seq)
  return entries.map(record => ({
    ...entryFromRecord(record),
    links: (bySeq.get(record.seq) ?? []).map(linkFromRecord),
  }))
}

const linkedIn = (db: Connection, table: TableName): Set<string> =>
  new Set(
    all<{ row_id: string }>(db, 'SELECT DISTINCT row_id FROM outbox_rows WHERE table_name = ?', [table]).map(
      ({ row_id }) => row_id,
    ),
  )

function onRow(db: Connection, table: TableName, id: string): readonly EntryOnRow[] {
  return all<{ seq: number; mutation_id: string; writes_json: string | null }>(
    db,
    `SELECT r.seq, o.mutation_id, r.writes_json FROM outbox_rows r JOIN outbox o ON o.seq = r.seq
     WHERE r.table_name = ? AND r.row_id = ? ORDER BY r.seq`,
    [table, id],
  ).map(record => ({
    seq: record.seq,
    mutationId: record.mutation_id,
    writes: writesFromJson(record.writes_json),
  }))
}

function linksOf(db: Connection, mutationId: string): readonly Link[] {
  return all<LinkRecord>(
    db,
    `SELECT r.seq, r.table_name, r.row_id, r.writes_json FROM outbox o JOIN outbox_rows r ON r.seq = o.seq
     WHERE o.mutation_id = ? ORDER BY r.table_name, r.row_id`,
    [mutationId],
  ).map(linkFromRecord)
}

function tally(db: Connection): Tally {
  const waiting = get<{ count: number; oldest: number | null }>(
    db,
    `SELECT count(*) AS count, min(now_ms) AS oldest FROM outbox WHERE is_quiet = 0 AND state <> 'parked'`,
  )
  const parked = get<{ count: number }>(
    db,
    `SELECT count(DISTINCT coalesce(ticket, unit)) AS count FROM (
       SELECT max(ticket_id) AS ticket, coalesce(group_id, mutation_id) AS unit
       FROM outbox INDEXED BY outbox_parked WHERE state = 'parked' GROUP BY unit)`,
  )
  return {
    waiting: waiting?.count ?? 0,
    oldestWaitingAtMs: waiting?.oldest ?? null,
    attention: parked?.count ?? 0,
  }
}

export function outboxStore(database: Database): OutboxStore {
  const { db } = database
  const entries = (where: string, params: readonly SqlValue[]): readonly OutboxEntry[] =>
    all<EntryRecord>(db, `SELECT ${COLUMNS} FROM outbox WHERE ${where}`, params).map(entryFromRecord)
  // Counted here: a sequence table would be one more page to write with every save.
  let lastSeq = get<{ seq: number }>(db, LAST_PLACE)?.seq ?? 0
  return {
    append: (entry, links) => {
      lastSeq += 1
      return append(database, { entry, links, seq: lastSeq })
    },
    get: mutationId => byId(db, mutationId),
    update: (mutationId, fields) => update(database, mutationId, fields),
    relink: (mutationId, links) => relink(database, mutationId, links),
    renew: (mutationId, newMutationId, args) => {
      run(
        inTransaction(database),
        `UPDATE outbox SET mutation_id = ?, args_json = ?, state = 'pending', attempts = 0, next_attempt_at_ms = 0,
           was_sent = 0, verdict_json = NULL WHERE mutation_id = ?`,
        [newMutationId, JSON.stringify(args), mutationId],
      )
      noteChange(database, 'outbox', mutationId)
      noteChange(database, 'outbox', newMutationId)
    },
    remove: mutationId => {
      run(inTransaction(database), 'DELETE FROM outbox WHERE mutation_id = ?', [mutationId])
      noteChange(database, 'outbox', mutationId)
    },
    isEmpty: () => get(db, 'SELECT 1 AS one FROM outbox LIMIT 1') === null,
    page: (afterSeq, limit) => page(db, afterSeq, limit),
    linksOf: mutationId => linksOf(db, mutationId),
    onRow: (table, id) => onRow(db, table, id),
    linkedIn: table => linkedIn(db, table),
    newestWithKey: key => entries('coalesce_key = ? ORDER BY seq DESC LIMIT 1', [key])[0] ?? null,
    ofGroup: groupId => entries('group_id = ? ORDER BY seq', [groupId]),
    parked: () => entries(`state = 'parked' ORDER BY seq`, []),
    tally: () => tally(db),
    ...doneStore(database, (seq, links) => addLinks(db, seq, links)),
  }
}
