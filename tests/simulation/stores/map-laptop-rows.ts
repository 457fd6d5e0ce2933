import { splitWireRow, tableOf } from '../../../shared/domain/codec.ts'
import type { WireRow } from '../../../shared/domain/codec.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { assertIndexed } from '../../../shared/mutations/look-ups.ts'
import type { ManyRead } from '../../../shared/mutations/look-ups.ts'
import type { FillPart, RowKey, RowStore, ShadowStore, StoredRow } from '../../../main/data/sync/store.ts'
import { rowMap } from './map-laptop-state.ts'
import type { LaptopDisk } from './map-laptop-state.ts'
import type { UndoLog } from './undo-log.ts'
import { frozenCopy } from './frozen-copy.ts'

/** Where writes of the open transaction are noted for undoing. */
export type Journal = () => UndoLog

const touch = (disk: LaptopDisk, table: string, id: string): void => void disk.touched.add(`${table}:${id}`)

function fill(disk: LaptopDisk, undo: UndoLog, part: FillPart): void {
  const rows = part.rows.map(values => {
    const row = Object.fromEntries(part.columns.map((column, index) => [column, values[index]])) as WireRow
    return splitWireRow(part.table, row).row
  })
  const target = rowMap(disk, part.table)
  for (const row of rows) {
    const id = String(row['id'])
    if ((target.get(id)?.version ?? -1) > part.version) continue
    touch(disk, part.table, id)
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

function matches(row: WireRow, { where, above }: ManyRead): boolean {
  for (const key in where) if (row[key] !== where[key]) return false
  return above === null || Number(row[above.column] ?? Number.NaN) > above.value
}

function removeRow(disk: LaptopDisk, undo: UndoLog, { table, id }: RowKey): void {
  touch(disk, table, id)
  undo.remove(rowMap(disk, table), id)
}

const groupOf = (disk: LaptopDisk, customerId: string): readonly RowKey[] =>
  tableNames.flatMap(table => {
    const { groupColumn } = tableOf(table)
    if (groupColumn === null) return []
    return [...rowMap(disk, table)]
      .filter(([, { row }]) => row[groupColumn] === customerId)
      .map(([id]) => ({ table, id }))
  })

/** Customers with a row that unfinished work is linked to, or with a draft on a ticket. */
export function heldGroups(disk: LaptopDisk, customerIds: readonly string[]): ReadonlySet<string> {
  const keyOf = ({ table, id }: RowKey): string => `${table}:${id}`
  const worked = new Set(disk.shadows.keys())
  for (const links of disk.links.values()) for (const link of links) worked.add(keyOf(link))
  for (const { row } of rowMap(disk, 'drafts').values()) worked.add(`tickets:${String(row['ticketId'])}`)
  return new Set(customerIds.filter(id => groupOf(disk, id).some(key => worked.has(keyOf(key)))))
}

const isHead = (table: TableName): boolean => table === 'customers' || table === 'threads'

export function mapRows(disk: LaptopDisk, journal: Journal): RowStore {
  return {
    get: (table, id) => {
      const stored = rowMap(disk, table).get(id)
      return stored ? frozenCopy(stored) : null
    },
    version: (table, id) => rowMap(disk, table).get(id)?.version ?? null,
    many: read => {
      assertIndexed(read)
      const found: StoredRow[] = []
      for (const stored of rowMap(disk, read.table).values())
        if (matches(stored.row, read)) found.push(stored)
      return found.length < 2
        ? found
        : found.toSorted((a, b) => (String(a.row['id']) < String(b.row['id']) ? -1 : 1))
    },
    put: (table, row, version) => {
      touch(disk, table, String(row['id']))
      journal().set(rowMap(disk, table), String(row['id']), frozenCopy({ row, version }))
    },
    patch: (table, id, fields) => {
      const stored = rowMap(disk, table).get(id)
      if (!stored) throw new AppError(ErrorCode.Internal, 'Patch of an absent row', { table })
      const row = { ...stored.row, ...fields }
      touch(disk, table, id)
      journal().set(rowMap(disk, table), id, frozenCopy({ row, version: stored.version }))
    },
    remove: (table, id) => removeRow(disk, journal(), { table, id }),
    removeMany: (table, ids) => {
      for (const id of ids) removeRow(disk, journal(), { table, id })
    },
    removeGroups: customerIds => {
      for (const key of customerIds.flatMap(id => groupOf(disk, id))) removeRow(disk, journal(), key)
    },
    removeHeads: customerIds => {
      const heads = customerIds.flatMap(id => groupOf(disk, id)).filter(({ table }) => isHead(table))
      for (const key of heads) removeRow(disk, journal(), key)
    },
    ofGroup: customerId => groupOf(disk, customerId),
    olderThan: ({ table, version, after, limit }) => {
      const ids = [...rowMap(disk, table)]
        .filter(([id, stored]) => id > after && stored.version !== 0 && stored.version < version)
        .map(([id]) => id)
        .toSorted()
        .slice(0, limit)
      return { ids, next: ids.length < limit ? null : (ids.at(-1) ?? null) }
    },
    lower: ({ table, version }) => {
      const rows = rowMap(disk, table)
      for (const [id, stored] of rows)
        if (stored.version === version) journal().set(rows, id, { ...stored, version: version - 1 })
      return null
    },
    forgetVersions: () => forgetVersions(disk, journal()),
    fill: part => fill(disk, journal(), part),
  }
}

export function mapShadows(disk: LaptopDisk, journal: Journal): ShadowStore {
  const keyOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table}:${id}`
  return {
    get: key => frozenCopy(disk.shadows.get(keyOf(key)) ?? null),
    put: (key, shadow) => {
      touch(disk, key.table, key.id)
      journal().set(disk.shadows, keyOf(key), frozenCopy(shadow))
    },
    drop: key => {
      touch(disk, key.table, key.id)
      journal().remove(disk.shadows, keyOf(key))
    },
    isIn: table => {
      for (const key of disk.shadows.keys()) if (key.startsWith(`${table}:`)) return true
      return false
    },
    under: ({ table, column, value }) =>
      [...disk.shadows.keys()]
        .filter(key => key.startsWith(`${table}:`))
        .map(key => key.slice(table.length + 1))
        .filter(id => rowMap(disk, table).get(id)?.row[column] === value),
    lower: version => {
      for (const [key, shadow] of disk.shadows)
        if (shadow.version === version) journal().set(disk.shadows, key, { ...shadow, version: version - 1 })
    },
    olderThan: version =>
      [...disk.shadows]
        .filter(([, shadow]) => shadow.row !== null && shadow.version !== 0 && shadow.version < version)
        .map(([key]) => key)
        .toSorted()
        .map(key => ({
          table: key.slice(0, key.indexOf(':')) as TableName,
          id: key.slice(key.indexOf(':') + 1),
        })),
    isEmpty: () => disk.shadows.size === 0,
  }
}
