import type {
  FieldExplained,
  LastChange,
  PendingWrite,
  RowExplained,
} from '../../../shared/contract/explain.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { tableOf } from '../../../shared/domain/codec.ts'
import type { WireRow } from '../../../shared/domain/codec.ts'
import { isTableName } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { TicketEvent } from '../../../shared/domain/tickets.ts'
import { derivedIdOf } from '../../../shared/mutations/decide.ts'
import { sameValue } from '../../../shared/mutations/parts/changes.ts'
import { shape } from '../db/row-codec.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { actState } from './act-state.ts'
import { beganBy, isTold, tellsOf } from './field-events.ts'
import { describeIntent } from './ledger.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'

type Base = { readonly row: WireRow | null; readonly version: number }

const SHADOW = 'SELECT feed_version, row_json FROM shadows WHERE table_name = ? AND row_id = ?'

/** The hub's truth under a row: its shadow while work is pending on it, else the row itself. */
function baseOf(db: ReadableDb, table: TableName, row: WireRow): Base {
  const id = String(row['id'])
  const shadow = get<{ feed_version: number; row_json: string | null }>(db, SHADOW, [table, id])
  if (shadow) {
    const { row_json, feed_version: version } = shadow
    return { row: row_json === null ? null : (JSON.parse(row_json) as WireRow), version }
  }
  const own = get<{ feed_version: number }>(
    db,
    `SELECT feed_version FROM ${shape(table).name} WHERE id = ?`,
    [id],
  )
  const version = own?.feed_version ?? 0
  return { row: version === 0 ? null : row, version }
}

const WRITES = `
  SELECT o.mutation_id, o.name, o.args_json, o.now_ms, o.state, o.was_sent, o.held_until_ms, NULL AS delivery,
    r.writes_json, a.name AS author_name
  FROM outbox_rows r JOIN outbox o ON o.seq = r.seq LEFT JOIN agents a ON a.id = o.author
  WHERE r.table_name = ? AND r.row_id = ? AND r.writes_json IS NOT NULL ORDER BY o.seq`

type Written = Parameters<typeof actState>[0] & {
  readonly mutation_id: string
  readonly name: string
  readonly args_json: string
  readonly now_ms: number
  readonly writes_json: string
  readonly author_name: string | null
}

type Write = { readonly fields: readonly string[] | 'all'; readonly write: PendingWrite }

function writesOn(db: ReadableDb, table: TableName, id: string): readonly Write[] {
  return all<Written>(db, WRITES, [table, id]).map(found => {
    const fields = JSON.parse(found.writes_json) as string[] | '*'
    return {
      fields: fields === '*' ? 'all' : fields,
      write: {
        mutationId: found.mutation_id,
        name: found.name,
        description: describeIntent(found.name, JSON.parse(found.args_json)),
        authorName: found.author_name,
        writtenAtMs: found.now_ms,
        state: actState(found),
      },
    }
  })
}

/** Events looked through, newest first; an older change is not told. */
const LOOK_BACK = 400
/** Places of events among the rows one mutation makes. */
const MOST_DERIVED = 40
const ID_TIME = 13

function eventsAbout(db: ReadableDb, table: TableName, row: WireRow): readonly TicketEvent[] {
  const ticketId = table === 'tickets' ? row['id'] : row['ticketId']
  const customerId = table === 'customers' ? row['id'] : row['customerId']
  const [column, id] =
    typeof ticketId === 'string' ? (['ticket_id', ticketId] as const) : (['customer_id', customerId] as const)
  if (typeof id !== 'string') return []
  return selectRows(db, 'events', {
    tail: `WHERE ${column} = ? AND feed_version <> 0 ORDER BY at_ms DESC, id DESC LIMIT ${LOOK_BACK}`,
    params: [id],
  })
}

type Receipt = { readonly mutation_id: string; readonly accepted_at_ms: number }
const RECEIPTS = 'SELECT mutation_id, accepted_at_ms FROM outbox_done WHERE mutation_id BETWEEN ? AND ?'

/** The receipt of own work that made an event: its id is derived from the intent's. */
function receiptOf(db: ReadableDb, event: TicketEvent): Receipt | null {
  const time = event.id.slice(0, ID_TIME)
  const made = ({ mutation_id }: Receipt): boolean => {
    const derived = derivedIdOf(mutation_id)
    return Array.from({ length: MOST_DERIVED }, (_, index) => derived(index)).includes(event.id)
  }
  return all<Receipt>(db, RECEIPTS, [time, `${time}~`]).find(made) ?? null
}

function changeOf(db: ReadableDb, event: TicketEvent | undefined): LastChange | null {
  if (!event) return null
  const actor = get<{ name: string }>(db, 'SELECT name FROM agents WHERE id = ?', [event.actorId ?? ''])
  const receipt = receiptOf(db, event)
  return {
    actorName: actor?.name ?? null,
    atMs: event.atMs,
    event: event.type,
    mutationId: receipt?.mutation_id ?? null,
    acceptedAtMs: receipt?.accepted_at_ms ?? null,
  }
}

/** What says nothing to people, or is said by the row's place. */
const LEFT_OUT: ReadonlySet<string> = new Set(['id', 'customerId', 'ticketId', 'clocks', 'isPaired'])

/**
 * Why a row looks so, field by field: what the hub has, what is pending on it here and how far that has come, and who
 * changed it last under which receipt. Null when the row is not on this laptop.
 */
export function explainRow({ db }: QueryContext, { table, id }: Input<'rows.explain'>): RowExplained | null {
  if (!isTableName(table)) return null
  const row: WireRow | null = selectRow(db, table, { tail: 'WHERE id = ?', params: [id] })
  if (!row) return null
  const base = baseOf(db, table, row)
  const writes = writesOn(db, table, id)
  const events = eventsAbout(db, table, row)
  const began = events.findLast(event => beganBy(event, table))
  const explain = (field: string): FieldExplained => {
    const told = events.find(event => tellsOf(event, { table, id, field }))
    return {
      field,
      value: row[field],
      base: base.row?.[field] ?? null,
      isChangedHere: base.row === null || !sameValue(row[field] ?? null, base.row[field] ?? null),
      pending: writes
        .filter(({ fields }) => fields === 'all' || fields.includes(field))
        .map(({ write }) => write),
      lastChange: changeOf(db, told ?? (isTold(table, field) ? began : undefined)),
    }
  }
  return {
    table,
    id,
    version: base.version,
    isOnHub: base.row !== null,
    fields: Object.keys(tableOf(table).columns)
      .filter(field => !LEFT_OUT.has(field))
      .map(explain),
  }
}
