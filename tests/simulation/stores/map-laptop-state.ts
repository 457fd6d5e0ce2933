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
  }
}

export const rowMap = (disk: LaptopDisk, table: TableName): Map<string, StoredRow> => {
  const rows = disk.rows.get(table)
  if (!rows) throw new Error(`No such table: ${table}`)
  return rows
}
