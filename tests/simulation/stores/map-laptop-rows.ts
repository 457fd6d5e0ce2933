import { splitWireRow, tableOf } from '../../../shared/domain/codec.ts'
import type { WireRow } from '../../../shared/domain/codec.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { assertIndexed } from '../../../shared/mutations/look-ups.ts'
import type { FillPart, RowStore, ShadowStore } from '../../../main/data/sync/store.ts'
import { rowMap } from './map-laptop-state.ts'
import type { LaptopDisk } from './map-laptop-state.ts'
import type { UndoLog } from './undo-log.ts'
import { frozenCopy } from './frozen-copy.ts'

/** Where writes of the open transaction are noted for undoing. */
export type Journal = () => UndoLog

function fill(disk: LaptopDisk, undo: UndoLog, part: FillPart): void {
  const rows = part.rows.map(values => {
    const row = Object.fromEntries(part.columns.map((column, index) => [column, values[index]])) as WireRow
    return splitWireRow(part.table, row).row
  })
  const target = rowMap(disk, part.table)
  for (const row of rows) {
    const id = String(row['id'])
    if ((target.get(id)?.version ?? -1) <= part.version)
      undo.set(target, id, frozenCopy({ row, version: part.version }))
  }
}

function forgetVersions(disk: LaptopDisk, undo: UndoLog): void {
  for (const rows of disk.rows.values()) {
    for (const [id, stored] of rows) if (stored.version > 0) undo.set(rows, id, { ...stored, version: -1 })
  }
  for (const [key, shadow] of disk.shadows)
    if (shadow.version > 0) undo.set(disk.shadows, key, { ...shadow, version: -1 })
}

export function mapRows(disk: LaptopDisk, journal: Journal): RowStore {
  return {
    get: (table, id) => {
      const stored = rowMap(disk, table).get(id)
      return stored ? frozenCopy(stored) : null
    },
    version: (table, id) => rowMap(disk, table).get(id)?.version ?? null,
    many: read => {
      assertIndexed(read)
      const wanted = Object.entries(read.where)
      return [...rowMap(disk, read.table)]
        .filter(([, { row }]) => wanted.every(([key, value]) => row[key] === value))
        .filter(
          ([, { row }]) =>
            read.above === null || Number(row[read.above.column] ?? Number.NaN) > read.above.value,
        )
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([, stored]) => frozenCopy(stored))
    },
    put: (table, row, version) =>
      journal().set(rowMap(disk, table), String(row['id']), frozenCopy({ row, version })),
    patch: (table, id, fields) => {
      const stored = rowMap(disk, table).get(id)
      if (!stored) throw new AppError(ErrorCode.Internal, 'Patch of an absent row', { table })
      const row = { ...stored.row, ...fields }
      journal().set(rowMap(disk, table), id, frozenCopy({ row, version: stored.version }))
    },
    remove: (table, id) => journal().remove(rowMap(disk, table), id),
    ofGroup: customerId =>
      tableNames.flatMap(table => {
        const { groupColumn } = tableOf(table)
        if (groupColumn === null) return []
        return [...rowMap(disk, table)]
          .filter(([, { row }]) => row[groupColumn] === customerId)
          .map(([id]) => ({ table, id }))
      }),
    olderThan: ({ table, version, after, limit }) =>
      [...rowMap(disk, table)]
        .filter(([id, stored]) => id > after && stored.version !== 0 && stored.version < version)
        .map(([id]) => id)
        .toSorted()
        .slice(0, limit),
    forgetVersions: () => forgetVersions(disk, journal()),
    fill: part => fill(disk, journal(), part),
  }
}

export function mapShadows(disk: LaptopDisk, journal: Journal): ShadowStore {
  const keyOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table}:${id}`
  return {
    get: key => frozenCopy(disk.shadows.get(keyOf(key)) ?? null),
    put: (key, shadow) => journal().set(disk.shadows, keyOf(key), frozenCopy(shadow)),
    drop: key => journal().remove(disk.shadows, keyOf(key)),
    isEmpty: () => disk.shadows.size === 0,
  }
}
