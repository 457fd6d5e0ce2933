import type { ShelfReads, ShelfWrites } from '../../../server/sync/shelf-store.ts'
import { isTableName } from '../../../shared/domain/tables.ts'
import type { HubState } from './map-hub-state.ts'
import type { UndoLog } from './undo-log.ts'

type Open = { readonly state: HubState; readonly undo: UndoLog }

export function mapShelfReads(state: HubState): ShelfReads {
  return {
    shelf: async epoch => (state.shelf?.epoch === epoch ? state.shelf : null),
    keptTables: async () =>
      new Set(
        [...state.parts.values()].flatMap(({ table, after }) =>
          after === '' && isTableName(table) ? [table] : [],
        ),
      ),
    keptRows: async ({ epoch, asOf, table, after }) => {
      const isValid = state.shelf?.epoch === epoch && state.shelf.seq >= asOf
      return (isValid && state.parts.get(`${table}:${after}`)) || null
    },
  }
}

export function mapShelfWrites({ state, undo }: Open): ShelfWrites {
  const clear = (): void => {
    undo.assign(state, 'shelf', null)
    for (const key of state.parts.keys()) undo.remove(state.parts, key)
  }
  return {
    beginShelf: async ({ epoch, asOf, expectedRows }) => {
      if (state.shelf?.epoch === epoch && state.shelf.seq >= asOf) return
      clear()
      undo.assign(state, 'shelf', { epoch, seq: state.lastSeq, expectedRows })
    },
    keepPart: async part => {
      const { shelf } = state
      const key = `${part.table}:${part.after}`
      if (shelf?.epoch !== part.epoch || shelf.seq > part.asOf || state.parts.has(key)) return
      undo.set(state.parts, key, part)
    },
    clearShelf: async () => clear(),
  }
}
