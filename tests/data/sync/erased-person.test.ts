import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../../main/data/db/migrate.ts'
import { createScrubber } from '../../../main/data/db/scrub.ts'
import { sqliteStore } from '../../../main/data/db/sqlite-store.ts'
import type { Connection } from '../../../main/data/db/types.ts'
import { createDatabase } from '../../../main/data/db/write.ts'
import { resolve } from '../../../main/data/sync/attention.ts'
import { changeEpoch } from '../../../main/data/sync/epoch.ts'
import { erasedHere, withoutPerson } from '../../../main/data/sync/erase-person.ts'
import { takeSteps } from '../../../main/data/sync/feed.ts'
import { mutate } from '../../../main/data/sync/mutate.ts'
import type { LinkedEntry } from '../../../main/data/sync/outbox-store.ts'
import type { LaptopStore } from '../../../main/data/sync/store.ts'
import { undoAct } from '../../../main/data/sync/undo.ts'
import { takeVerdicts } from '../../../main/data/sync/verdicts.ts'
import type { Verdict } from '../../../shared/protocol/push.ts'
import { aCustomer, aMessage, aThread, aTicket, freshId } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import { seededRandom } from '../../support/sample-row.ts'

const MARKER = 'XMARKERX7Q'
const customer = aCustomer({ id: freshId(), name: `Maria ${MARKER}`, facts: `Likes ${MARKER}` })
const ticket = aTicket({ id: freshId(), customerId: customer.id, subject: `${MARKER} is broken` })
const own = { ticketId: ticket.id, customerId: customer.id }
const thread = aThread({ id: freshId(), ...own })
const message = aMessage({ id: freshId(), ...own, bodyText: `Yours, ${MARKER} `.repeat(400) })
const rows = { customers: customer, tickets: ticket, threads: thread, messages: message } as const

const actor = { id: freshId(), name: 'Lena', role: 'agent' as const, teamIds: [] }
const answer = (words: string) => ({
  name: 'ticket.reply' as const,
  args: {
    messageId: freshId(),
    ticketId: ticket.id,
    threadId: thread.id,
    channel: 'email',
    to: [{ name: `Maria ${MARKER}`, address: `${MARKER}@mail.example` }],
    cc: [],
    bodyText: words,
    bodyHtml: `<p>${MARKER}</p>`,
    attachments: [],
    seenUpToSeq: 1,
    confirmed: false,
  },
})

type Laptop = { readonly path: string; readonly store: LaptopStore; readonly db: Connection }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-erased-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The product's own tables and statements on a file without encryption, so that its pages can be read as they are. */
function openPlain(secureDelete: 'ON' | 'OFF'): Laptop {
  const path = join(folder, 'tandem.db')
  const db: Connection = { handle: new Sqlite(path), statements: new Map() }
  for (const pragma of ['journal_mode = WAL', `secure_delete = ${secureDelete}`, 'foreign_keys = ON'])
    db.handle.pragma(pragma)
  migrate(db, path)
  return { path, db, store: sqliteStore(createDatabase(db, () => {})) }
}

/** A laptop with the person on it, one reply that waits and one that the hub has taken. */
function aLaptop(secureDelete: 'ON' | 'OFF' = 'ON'): Laptop {
  const laptop = openPlain(secureDelete)
  const { store } = laptop
  store.transaction('durable', () => {
    for (const table of ['customers', 'tickets', 'threads', 'messages'] as const)
      store.rows.put(table, rows[table], 1)
  })
  while (store.tidy(1_000)) continue
  laptop.db.handle.pragma('wal_checkpoint(TRUNCATE)')
  const deps = { store, clock: { now: () => 1_000 }, random: seededRandom(1), actor: () => actor }
  const taken = mutate(deps, answer('the hub has it'))
  mutate(deps, answer('my own words'))
  store.transaction('durable', () => {
    const entry = store.outbox.get(taken)
    if (entry) store.outbox.keepDone(entry, 2_000)
    store.outbox.remove(taken)
  })
  return laptop
}

/** The feed says that the person was erased. */
function erase({ store }: Laptop): void {
  const tombstones = store.rows.ofGroup(customer.id).map(key => ({
    kind: 'row' as const,
    row: { ...key, version: 9, row: null },
  }))
  store.transaction('relaxed', () => takeSteps({ store, actor: () => actor }, tombstones))
  while (store.tidy(1_000)) continue
}

/** Times the marker stands in a file, in any case: the search index folds it. */
const hitsIn = (path: string): number =>
  readFileSync(path).toString('latin1').toLowerCase().split(MARKER.toLowerCase()).length - 1

test('of an erased person nothing is left: rows, search, outbox, what was accepted, the log of writes', async () => {
  const laptop = aLaptop()
  expect(hitsIn(laptop.path)).toBeGreaterThan(0)
  const clock = createFakeClock()
  const scrubber = createScrubber(laptop.db, clock)
  erase(laptop)
  scrubber.soon()
  await clock.advance(1_000)
  const [waiting] = laptop.store.outbox.page(0, 10)
  expect(waiting?.args).toMatchObject({ bodyText: 'my own words', to: [], ticketId: ticket.id })
  // A hub restored to a time before would be told of the person again.
  expect(laptop.store.outbox.doneSince(0)).toEqual([])
  expect(statSync(`${laptop.path}-wal`).size).toBe(0)
  expect(hitsIn(laptop.path)).toBe(0)
  laptop.db.handle.close()
})

/** What the hub says of the one entry that has left. */
const answered = (verdict: Verdict) => ({ epoch: 'e', hubTimeMs: 5_000, verdicts: [verdict] })
const takeAnswer = ({ store }: Laptop, batch: readonly LinkedEntry[], verdict: Verdict): void =>
  takeVerdicts(
    { store, actor: () => actor },
    { batch, answer: answered(verdict), nowMs: 6_000, restMs: () => 1 },
  )

/** The first waiting entry is on its way: its request has left with what stands here. */
function sending({ store }: Laptop): readonly LinkedEntry[] {
  const batch = store.outbox.page(0, 1)
  store.transaction('durable', () => {
    for (const { mutationId } of batch) store.outbox.update(mutationId, { state: 'sending', wasSent: true })
  })
  return batch
}

test('what has left and was not answered keeps its id and its own words only', () => {
  const laptop = aLaptop()
  const [before] = sending(laptop)
  erase(laptop)
  const [entry] = laptop.store.outbox.page(0, 10)
  expect(entry).toMatchObject({ mutationId: before?.mutationId, wasSent: true })
  expect(entry?.args).toMatchObject({ bodyText: 'my own words', to: [], bodyHtml: null })
  laptop.db.handle.pragma('wal_checkpoint(TRUNCATE)')
  expect(hitsIn(laptop.path)).toBe(0)
  laptop.db.handle.close()
})

test('an answer that comes after the erasure brings nothing of the person back', () => {
  const laptop = aLaptop()
  const batch = sending(laptop)
  const mutationId = batch[0]?.mutationId ?? ''
  erase(laptop)
  takeAnswer(laptop, batch, { kind: 'done', mutationId, rows: [] })
  expect(laptop.store.outbox.page(0, 10)).toEqual([])
  expect(laptop.store.outbox.doneSince(0)).toEqual([])
  laptop.db.handle.pragma('wal_checkpoint(TRUNCATE)')
  expect(hitsIn(laptop.path)).toBe(0)
  laptop.db.handle.close()
})

test('a conflict that comes after the erasure is told as what it is now: the customer is gone', () => {
  const laptop = aLaptop()
  const batch = sending(laptop)
  const mutationId = batch[0]?.mutationId ?? ''
  erase(laptop)
  const conflict = { reason: 'unseen', messages: [{ ...message, version: 1 }] }
  takeAnswer(laptop, batch, { kind: 'conflict', mutationId, conflict, rows: [] } as unknown as Verdict)
  expect(laptop.store.outbox.parked()).toMatchObject([
    { mutationId, verdict: { kind: 'gone', table: 'customers', id: customer.id } },
  ])
  laptop.db.handle.pragma('wal_checkpoint(TRUNCATE)')
  expect(hitsIn(laptop.path)).toBe(0)
  laptop.db.handle.close()
})

test('work about an erased person can be taken back, and never goes again', () => {
  const laptop = aLaptop()
  const { store } = laptop
  const batch = sending(laptop)
  const mutationId = batch[0]?.mutationId ?? ''
  const refused = { kind: 'rejected', mutationId, code: 'not-allowed', rows: [] }
  takeAnswer(laptop, batch, refused as unknown as Verdict)
  // The customer goes first: the ticket is here for a page more, so that there is something to insist on.
  const row = { table: 'customers' as const, id: customer.id, version: 9, row: null }
  store.transaction('relaxed', () => takeSteps({ store, actor: () => actor }, [{ kind: 'row', row }]))
  const deps = {
    store,
    clock: { now: () => 3_000 },
    random: seededRandom(2),
    actor: () => actor,
    clientId: freshId(),
  }
  for (const action of ['mine', 'retry'] as const)
    expect(resolve(deps, [mutationId], action)).toMatchObject({ resolved: 0 })
  const [kept] = store.outbox.parked()
  expect(kept).toMatchObject({ mutationId, state: 'parked' })
  expect(kept?.args).toEqual(withoutPerson(kept?.args))
  expect(resolve(deps, [mutationId], 'discard')).toMatchObject({ resolved: 1 })
  expect(store.outbox.parked()).toEqual([])
  laptop.db.handle.close()
})

test('nothing is begun on rows of an erased person that are still here until the next page', () => {
  const laptop = aLaptop()
  const { store } = laptop
  const gone = {
    kind: 'row' as const,
    row: { table: 'customers' as const, id: customer.id, version: 9, row: null },
  }
  store.transaction('relaxed', () => takeSteps({ store, actor: () => actor }, [gone]))
  expect(store.rows.get('tickets', ticket.id)).not.toBeNull()
  const deps = { store, clock: { now: () => 3_000 }, random: seededRandom(2), actor: () => actor }
  expect(() => mutate(deps, answer('too late'))).toThrow(expect.objectContaining({ code: 'not-here' }))
  expect(store.outbox.page(0, 10)).toHaveLength(1)
  laptop.db.handle.close()
})

test('words about an erased person that are taken back on rows that are still here are gone, and nothing fails', () => {
  const laptop = aLaptop()
  const { store } = laptop
  const [entry] = store.outbox.page(0, 1)
  const row = { table: 'customers' as const, id: customer.id, version: 9, row: null }
  store.transaction('relaxed', () => takeSteps({ store, actor: () => actor }, [{ kind: 'row', row }]))
  expect(store.rows.get('tickets', ticket.id)).not.toBeNull()
  const deps = { store, clock: { now: () => 3_000 }, random: seededRandom(2), actor: () => actor }
  const undone = undoAct({ ...deps, clientId: freshId() }, entry?.mutationId ?? '')
  expect(undone).toMatchObject({ takenBack: [entry?.mutationId], words: [] })
  expect(store.outbox.page(0, 10)).toEqual([])
  laptop.db.handle.close()
})

test('a late answer does not bring rows of the person back', () => {
  const laptop = aLaptop()
  const batch = sending(laptop)
  const mutationId = batch[0]?.mutationId ?? ''
  erase(laptop)
  const row = { table: 'customers', id: customer.id, version: 8, row: customer }
  takeAnswer(laptop, batch, { kind: 'done', mutationId, rows: [row] } as unknown as Verdict)
  expect(laptop.store.rows.get('customers', customer.id)).toBeNull()
  laptop.db.handle.close()
})

test('the hub after a restore is another one: who was erased on the former is nobody there', () => {
  const laptop = aLaptop()
  const { store } = laptop
  store.transaction('durable', () => store.state.set('epoch', 'e'))
  erase(laptop)
  expect([...erasedHere(store)]).toEqual([customer.id])
  store.transaction('durable', () => changeEpoch({ store, actor: () => actor }, 'f'))
  expect([...erasedHere(store)]).toEqual([])
  laptop.db.handle.close()
})

test('negative control: the marker is found where rows that go are not overwritten', () => {
  const laptop = aLaptop('OFF')
  erase(laptop)
  laptop.db.handle.close()
  expect(hitsIn(laptop.path)).toBeGreaterThan(0)
})

test('negative control: the log of writes keeps what was erased until it is cut', () => {
  const laptop = aLaptop()
  erase(laptop)
  expect(hitsIn(`${laptop.path}-wal`)).toBeGreaterThan(0)
  laptop.db.handle.close()
})

test('arguments without the person keep ids, numbers, choices and own words, and nothing else', () => {
  expect(
    withoutPerson({
      ticketId: ticket.id,
      channel: 'email',
      bodyText: 'mine',
      bodyHtml: '<p>x</p>',
      name: MARKER,
      seen: 3,
      tags: [MARKER, ticket.id],
      fields: { city: MARKER, isPaid: true },
      message: null,
    }),
  ).toEqual({
    ticketId: ticket.id,
    channel: 'email',
    bodyText: 'mine',
    bodyHtml: null,
    name: '',
    seen: 3,
    tags: [ticket.id],
    fields: { city: '', isPaid: true },
    message: null,
  })
})
