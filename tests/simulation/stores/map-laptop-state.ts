import type { TableName } from '../../../shared/domain/tables.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { DoneEntry, Link, OutboxEntry } from '../../../main/data/sync/outbox-store.ts'
import type { Departure, Shadow, StateKey, StoredRow } from '../../../main/data/sync/store.ts'

/** A simulated laptop's disk. */
export type LaptopDisk = {
  readonly rows: ReadonlyMap<TableName, Map<string, StoredRow>>
  readonly shadows: Map<string, Shadow>
  readonly outbox: Map<string, OutboxEntry>
  readonly links: Map<string, readonly Link[]>
  readonly done: Map<string, DoneEntry>
  readonly departures: Map<string, Departure>
  readonly state: Map<StateKey, string>
  lastSeq: number
  /** Grows with every write to the outbox or its links, undone ones included. */
  outboxTurn: number
  /** Grows when what is pending becomes something else; that an entry is under way does not count. */
  intentsTurn: number
  /** Rows and shadows written since somebody looked, as `table:id`. */
  readonly touched: Set<string>
}

export function emptyDisk(): LaptopDisk {
  return {
    rows: new Map(tableNames.map(name => [name, new Map<string, StoredRow>()])),
    shadows: new Map(),
    outbox: new Map(),
    links: new Map(),
    done: new Map(),
    departures: new Map(),
    state: new Map(),
    lastSeq: 0,
    outboxTurn: 0,
    intentsTurn: 0,
    touched: new Set(),
  }
}

export const rowMap = (disk: LaptopDisk, table: TableName): Map<string, StoredRow> => {
  const rows = disk.rows.get(table)
  if (!rows) throw new Error(`No such table: ${table}`)
  return rows
}
