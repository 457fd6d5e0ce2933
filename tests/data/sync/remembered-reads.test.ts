import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { rememberReads } from '../../../main/data/sync/remembered-reads.ts'
import type { LaptopStore } from '../../../main/data/sync/store.ts'
import { aThread } from '../../support/builders.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { describeLaptopStore, sampleEntry } from '../../support/laptop-store-contract.ts'

// A store that remembers promises what any store does.
const opened: LaptopDatabase[] = []
afterAll(() => {
  for (const laptop of opened) laptop.close()
})
describeLaptopStore('a store that remembers what was read', () => {
  const laptop = openLaptopDatabase()
  opened.push(laptop)
  return rememberReads(laptop.store)
})

let database: LaptopDatabase
beforeEach(() => {
  database = openLaptopDatabase()
})
afterEach(() => database.close())

/** The same store; says what is asked of it. */
function watched({ rows, shadows, outbox, ...store }: LaptopStore, asked: string[]): LaptopStore {
  const noting =
    <Args extends readonly unknown[], Result>(name: string, work: (...args: Args) => Result) =>
    (...args: Args): Result => {
      asked.push(name)
      return work(...args)
    }
  return {
    ...store,
    rows: { ...rows, get: noting('row', rows.get), version: noting('version', rows.version) },
    shadows: { ...shadows, get: noting('base', shadows.get) },
    outbox: { ...outbox, onRow: noting('work', outbox.onRow), linksOf: noting('links', outbox.linksOf) },
  }
}

test('each answer is read once, and anew after a change of it', () => {
  const asked: string[] = []
  const store = rememberReads(watched(database.store, asked))
  const thread = aThread()
  const key = { table: 'threads', id: thread.id } as const
  const look = (): unknown => [
    store.rows.get('threads', thread.id)?.row['state'],
    store.rows.version('threads', thread.id),
    store.shadows.get(key)?.version,
    store.outbox.onRow('threads', thread.id).length,
  ]
  store.transaction('relaxed', () => {
    store.rows.put('threads', { ...thread, state: 'open' }, 3)
    look()
    expect(look()).toEqual(['open', 3, undefined, 0])
    expect(asked.splice(0)).toEqual(['row', 'base', 'work'])
    store.rows.patch('threads', thread.id, { state: 'pending' })
    store.shadows.put(key, { row: null, version: 5 })
    store.outbox.append(sampleEntry(), [{ ...key, writes: 'whole' }])
    expect(look()).toEqual(['pending', 3, 5, 1])
    expect(asked).toEqual(['row', 'base', 'work'])
  })
})
