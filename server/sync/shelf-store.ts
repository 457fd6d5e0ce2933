import type { TableName } from '../../shared/domain/tables.ts'
import type { SnapshotRows } from './store.ts'

/** Parts of a snapshot of everything, kept for the next laptop. They hold what stood when they were made, or later. */
export type Shelf = {
  /** Every change up to this number is in all of its parts: a snapshot made of them is of this number. */
  readonly seq: number
  readonly expectedRows: number
}
/** What a snapshot asks a shelf for: the part of a table behind a row. */
export type ShelfPlace = {
  readonly epoch: string
  /** The number the snapshot is of. */
  readonly asOf: number
  readonly table: TableName
  /** Id of the last row before; empty at the start of the table. */
  readonly after: string
}
/** Lines of a part as they were packed for whoever asked first. */
export type KeptRows = Omit<SnapshotRows, 'lines'> & { readonly packed: Uint8Array }
export type KeptPart = ShelfPlace & KeptRows

export type ShelfReads = {
  /** Null: none is kept of this epoch. */
  readonly shelf: (epoch: string) => Promise<Shelf | null>
  /** Tables whose first part is kept. */
  readonly keptTables: () => Promise<ReadonlySet<TableName>>
  readonly keptRows: (place: ShelfPlace) => Promise<KeptRows | null>
}

export type ShelfWrites = {
  /**
   * Begins a shelf of the number the workspace has reached, in place of one that is older than `asOf` or of another epoch.
   * Waits for whoever clears it.
   */
  readonly beginShelf: (begin: Omit<Shelf, 'seq'> & Pick<ShelfPlace, 'epoch' | 'asOf'>) => Promise<void>
  /** Keeps a part read at the number `asOf`, unless the shelf is of a later one, or gone. */
  readonly keepPart: (part: KeptPart) => Promise<void>
  /** Nothing that is kept may outlive what this transaction removes. */
  readonly clearShelf: () => Promise<void>
}
