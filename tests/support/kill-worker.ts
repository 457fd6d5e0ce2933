import { newId } from '../../shared/domain/ids.ts'
import { createDatabase } from '../../main/data/db/write.ts'
import { close, openWriter } from '../../main/data/db/open.ts'
import { sqliteStore } from '../../main/data/db/sqlite-store.ts'
import { mutate } from '../../main/data/sync/mutate.ts'
import type { LaptopStore } from '../../main/data/sync/store.ts'

const freshId = (): string => newId(Date.now(), Math.random)

// Writes notes until it is killed and says after each one that it is safe. Started as a process by the durability tests.

export type KillOrders = {
  readonly path: string
  readonly key: string
  readonly ticketId: string
  /**
   * 'product': as it is. 'split': the product with its protection taken out, row and outbox entry in transactions of
   * their own.
   */
  readonly how: 'product' | 'split'
  /** Ends itself, without a word to anybody, in the middle of the n-th note: between the row and its entry. */
  readonly dieInNote: number | null
}

/** Joins nothing: every write is a transaction of its own. What the negative control runs on. */
function withoutTransaction(store: LaptopStore): LaptopStore {
  const alone =
    <Args extends unknown[], T>(method: (...args: Args) => T) =>
    (...args: Args): T =>
      store.transaction('durable', () => method(...args))
  return {
    ...store,
    transaction: (_durability, work) => work(),
    rows: { ...store.rows, put: alone(store.rows.put), patch: alone(store.rows.patch) },
    shadows: { ...store.shadows, put: alone(store.shadows.put) },
    outbox: { ...store.outbox, append: alone(store.outbox.append) },
  }
}

function run({ path, key, ticketId, how, dieInNote }: KillOrders): void {
  const db = openWriter({ path, key })
  const real = sqliteStore(createDatabase(db, () => {}))
  let notes = 0
  const dying: LaptopStore = {
    ...real,
    outbox: {
      ...real.outbox,
      append: (entry, links) => {
        if (notes === dieInNote) process.kill(process.pid, 'SIGKILL')
        return real.outbox.append(entry, links)
      },
    },
  }
  const store = how === 'split' ? withoutTransaction(dying) : dying
  const actor = { id: freshId(), name: 'Lena', role: 'agent' as const, teamIds: [] }
  const deps = { store, clock: { now: () => Date.now() }, random: Math.random, actor: () => actor }
  const next = (): void => {
    notes += 1
    const noteId = freshId()
    mutate(deps, {
      name: 'note.add',
      args: { noteId, ticketId, threadId: null, body: `Note ${notes} of the train`, attachments: [] },
    })
    process.send?.({ safe: noteId })
    if (notes < 5_000) setImmediate(next)
    else close(db)
  }
  next()
}

process.once('message', orders => run(orders as KillOrders))
process.send?.({ ready: true })
