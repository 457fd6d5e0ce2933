import { groupOf } from '../../../shared/domain/codec.ts'
import type { HubStore } from '../../../server/sync/store.ts'
import type { HubState } from '../stores/map-hub-state.ts'
import { Broken } from './broken.ts'

/** An erased person is nowhere on the hub: no row, no draft about them, no file, no receipt that quotes them. */
export function nothingIsLeftOf(hub: HubState, customerId: string, ticketIds: ReadonlySet<string>): void {
  const left = [...hub.rows].flatMap(([table, rows]) =>
    [...rows.values()].flatMap(row =>
      groupOf(table, row) === customerId || ticketIds.has(String(row['ticketId']))
        ? [`${table}:${row.id}`]
        : [],
    ),
  )
  const files = [...hub.blobs].filter(blob => blob.startsWith(`${customerId}:`))
  const quotes = [...hub.receipts].flatMap(([key, { verdict }]) =>
    verdict.kind === 'conflict' && verdict.refs.some(({ id }) => id === customerId || ticketIds.has(id))
      ? [key]
      : [],
  )
  if (left.length + files.length + quotes.length > 0)
    throw new Broken('nothing is left of an erased person', { customerId, left, files, quotes })
}

/** The storage with a look at each transaction before it commits. */
export const judged = (store: HubStore, judge: () => void): HubStore => ({
  read: store.read,
  write: (workspaceId, fn) =>
    store.write(workspaceId, async tx => {
      const done = await fn(tx)
      judge()
      return done
    }),
})
