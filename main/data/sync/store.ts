import type { WireRow } from '../../../shared/domain/codec.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import type { OutboxStore } from './outbox-store.ts'
import type { ManyRead } from '../../../shared/mutations/look-ups.ts'

/**
 * The storage that mutate, push, pull, rebase, fill and eviction are written against: synchronous, one writer.
 * SQLite implements it in main/data/db; maps implement it for the simulator; both pass
 * tests/support/laptop-store-contract.ts. Rows are wire rows: camelCase keys, plain JSON values, unknown keys and
 * unknown enum values as they came. What is handed out is a copy; changing it changes nothing.
 */
export type LaptopStore = {
  /**
   * Runs `work` whole or not at all; a call inside another joins it. 'durable' is on the disk when it returns
   * (an agent's own work); 'relaxed' survives the end of the process but not a power cut (what can be asked for again).
   */
  readonly transaction: <T>(durability: Durability, work: () => T) => T
  readonly rows: RowStore
  readonly shadows: ShadowStore
  readonly outbox: OutboxStore
  readonly departures: DepartureStore
  readonly state: StateStore
  /**
   * Before many rows come: what is new in these tables is found by search once `tidy` has come to it, not at once. Each
   * commit of the search index costs more than the rows of a chunk. Call inside a transaction.
   */
  readonly searchLater: (tables: ReadonlySet<TableName>) => void
  /** One bounded step of work that can wait (search index after a fill, counts of late work). True while there is more. */
  readonly tidy: (nowMs: number) => boolean
}

export type Durability = 'durable' | 'relaxed'
export type RowKey = { readonly table: TableName; readonly id: string }

/** Version: feed number of the hub's last change; 0 for rows only this laptop knows, -1 from before a restored backup. */
export type StoredRow = { readonly row: WireRow; readonly version: number }
export const LOCAL_VERSION = 0
export const FORMER_EPOCH_VERSION = -1

/** What the agent sees: base plus pending work. */
export type RowStore = {
  readonly get: (table: TableName, id: string) => StoredRow | null
  /** Version of `get`, without reading the row. */
  readonly version: (table: TableName, id: string) => number | null
  /** In order of id. Throws `bad-request` for columns no index serves. */
  readonly many: (read: ManyRead) => readonly StoredRow[]
  /** Puts the whole row, whatever was there. */
  readonly put: (table: TableName, row: WireRow, version: number) => void
  /** Writes only the named fields; the version stays. The row exists. */
  readonly patch: (table: TableName, id: string, fields: Readonly<Record<string, unknown>>) => void
  /** Removing an absent row is no error. */
  readonly remove: (table: TableName, id: string) => void
  /** The same of rows of a table together. */
  readonly removeMany: (table: TableName, ids: readonly string[]) => void
  /** Removes every row of these customers over all customer tables. */
  readonly removeGroups: (customerIds: readonly string[]) => void
  /**
   * Removes these customers from whatever lists them, themselves and their threads; all else of them stays, and of many
   * threads some, with whose they are.
   */
  readonly removeHeads: (customerIds: readonly string[]) => void
  /** Every row of a customer over all customer tables. */
  readonly ofGroup: (customerId: string) => readonly RowKey[]
  /**
   * Rows with a version below `version` that the hub knows (not 0), by id, for the sweep after a snapshot. Looks at a
   * bounded number of rows, so a page may be empty and not the last one.
   */
  readonly olderThan: (query: OlderQuery) => OlderPage
  /**
   * Rows of exactly this version, 2 or more, get the one before it: a snapshot of that number has not named them yet.
   * Looks at a bounded number of rows behind `after`. Answers behind which to go on; null at the end of the table.
   */
  readonly lower: (query: Omit<OlderQuery, 'limit'>) => string | null
  /** Rows and shadows of the hub get version -1: numbers of another epoch mean nothing. */
  readonly forgetVersions: () => void
  /**
   * Puts a part of a snapshot: values in the order of `columns`. Rows that are newer here stay. The caller has
   * taken out rows with pending work. Throws `bad-answer`, with nothing put, when a value does not fit.
   */
  readonly fill: (part: FillPart) => void
}
export type OlderQuery = {
  readonly table: TableName
  readonly version: number
  /** '' at the start, then `next` of the page before. */
  readonly after: string
  /** Of the ids found. */
  readonly limit: number
}
export type OlderPage = {
  readonly ids: readonly string[]
  /** Where to go on; null behind the last row of the table. */
  readonly next: string | null
}
export type FillPart = {
  readonly table: TableName
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly version: number
}

/** Truth of the hub under a row with pending work; `row` null: absent there (made here, or removed there). */
export type Shadow = { readonly row: WireRow | null; readonly version: number }
export type ShadowStore = {
  readonly get: (key: RowKey) => Shadow | null
  readonly put: (key: RowKey, shadow: Shadow) => void
  readonly drop: (key: RowKey) => void
  /** True when rows of the table have one. */
  readonly isIn: (table: TableName) => boolean
  /** Ids of rows with a shadow that, as they stand now, have this value in an indexed column. */
  readonly under: (look: {
    readonly table: TableName
    readonly column: string
    readonly value: string
  }) => readonly string[]
  /** Rows the hub had, with a base from before `version`: what a snapshot of that number has not named. */
  readonly olderThan: (version: number) => readonly RowKey[]
  /** Those with a base of exactly this version get the one before it. */
  readonly lower: (version: number) => void
  /** True when there are none: then base and row are the same everywhere. */
  readonly isEmpty: () => boolean
}

/** A customer or a row that left the scope while unsent work, parked work or a draft still held it here. */
export type Departure =
  | { readonly kind: 'customer'; readonly id: string }
  | ({ readonly kind: 'row' } & RowKey)
export type DepartureStore = {
  readonly list: () => readonly Departure[]
  readonly add: (departure: Departure) => void
  readonly drop: (departure: Departure) => void
  /** Those of the customers with rows that unsent or parked work touches or looks at, or with a draft on a ticket. */
  readonly heldOf: (customerIds: readonly string[]) => ReadonlySet<string>
}

/** Facts of sync that outlive the process. */
export type StateKey =
  | 'epoch'
  /** Where to pull from; absent before the first snapshot is whole. */
  | 'cursor'
  /** Feed number everything in scope is known up to. */
  | 'upToSeq'
  /** JSON of a fill under way. */
  | 'fill'
  /** JSON: names of tables an update has brought, of which nothing that came before is here. See top-up.ts. */
  | 'missing'
  /** JSON of fetching those, under way. */
  | 'topUp'
  /** Ms of the laptop clock. */
  | 'lastPulledAtMs'
  | 'skewMs'
  /** JSON of what the agent takes along offline. */
  | 'dayPack'
  /** JSON of the supervisors' board as it was heard last. */
  | 'board'
  /** JSON: replies whose undo window the end of the app cut short, given a new one at this start. */
  | 'keptReplies'
  /** JSON: ids of customers who were erased, of the present epoch. */
  | 'erased'
  /** The end, ms, of the stay of a guest after which this laptop emptied itself. */
  | 'stayEnded'
  /** As whom files of the hub were given: see files-as-given.ts. */
  | 'filesGivenAs'
export type StateStore = {
  readonly get: (key: StateKey) => string | null
  /** Null removes it. */
  readonly set: (key: StateKey, value: string | null) => void
}
