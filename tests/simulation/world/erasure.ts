import { isDeepStrictEqual } from 'node:util'
import { groupOf } from '../../../shared/domain/codec.ts'
import type { HubStore } from '../../../server/sync/store.ts'
import { withoutPerson } from '../../../main/data/sync/erase-person.ts'
import type { OutboxEntry } from '../../../main/data/sync/outbox-store.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { isErasure } from '../stores/map-hub-reader.ts'
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
    store.write(workspaceId, async (tx, endWith) => {
      const done = await fn(tx, endWith)
      judge()
      return done
    }),
})

type Told = { readonly state: { readonly get: (key: 'erased') => string | null | undefined } }

/** Whether work is about somebody of whom this laptop knows that they were erased. */
export function isAboutErased({ state }: Told): (entry: OutboxEntry) => boolean {
  const erased = new Set(JSON.parse(state.get('erased') ?? '[]') as string[])
  return ({ customerId }) => customerId !== null && erased.has(customerId)
}

type IsAbout = (entry: OutboxEntry) => boolean

/** Nothing of what was accepted, and of what waits only the agent's own words. */
function keptAbout(disk: LaptopDisk, isAbout: IsAbout) {
  const kept = [...disk.done.values()].filter(isAbout).map(({ name }) => name)
  const quoting = [...disk.outbox.values()]
    .filter(entry => isAbout(entry) && !isDeepStrictEqual(entry.args, withoutPerson(entry.args)))
    .map(({ name }) => name)
  return kept.length + quoting.length > 0 ? { kept, quoting } : null
}

/** Of whom a laptop knows that they were erased it keeps nothing, at any moment. */
export function nothingIsKeptOfErased(disk: LaptopDisk): void {
  const facts = keptAbout(disk, isAboutErased(disk))
  if (facts) throw new Broken('nothing is kept about an erased person', facts)
}

/** A settled laptop keeps nothing of whoever the hub has erased, by whichever way it heard of it. */
export function nothingIsKeptOfGone(disk: LaptopDisk, hub: HubState): void {
  const gone = new Set([...hub.rowFeed.values()].filter(isErasure).map(({ rowId }) => rowId))
  const facts = keptAbout(disk, ({ customerId }) => customerId !== null && gone.has(customerId))
  if (facts) throw new Broken('a settled laptop keeps nothing of an erased person', facts)
}
