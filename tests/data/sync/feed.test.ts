import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FeedEntry } from '../../../shared/protocol/pull.ts'
import { stepsOf, takeSteps } from '../../../main/data/sync/feed.ts'
import { takeHint } from '../../../main/data/sync/pull.ts'
import type { Hint } from '../../../main/data/sync/pull.ts'
import { mutate } from '../../../main/data/sync/mutate.ts'
import { rebase } from '../../../main/data/sync/rebase.ts'
import { settleDepartures } from '../../../main/data/sync/scope.ts'
import type { RowKey } from '../../../main/data/sync/store.ts'
import { aCustomer, aThread, aTicket, freshId } from '../../support/builders.ts'
import { openDeskLaptop, VERSION } from '../../support/desk-laptop.ts'
import type { DeskLaptop } from '../../support/desk-laptop.ts'
import { ids } from '../../unit/mutations/scenes.ts'

let laptop: DeskLaptop
beforeEach(() => {
  laptop = openDeskLaptop()
})
afterEach(() => laptop.close())

const feedDeps = () => ({ store: laptop.store, actor: laptop.deps.actor })
function take(...entries: readonly FeedEntry[]): void {
  laptop.store.transaction('relaxed', () => takeSteps(feedDeps(), stepsOf(entries)))
}
const leave: FeedEntry = { kind: 'leave', seq: 20, customerId: ids.customer }
const note = () =>
  mutate(laptop.deps, {
    name: 'note.add',
    args: { noteId: freshId(), ticketId: ids.ticket, threadId: null, body: 'Mine', attachments: [] },
  })
const isHere = (): boolean => laptop.store.rows.get('tickets', ids.ticket) !== null
const dropDraft = (): void =>
  laptop.store.transaction('relaxed', () => laptop.store.rows.remove('drafts', ids.draft))

describe('a customer that leaves the scope', () => {
  test('goes with everything on the card and all tickets; drafts and what others see stay', () => {
    dropDraft()
    take(leave)
    const { customers, tickets, threads, messages, notes, agents, teams } = laptop.content()
    expect(customers?.map(({ id }) => id)).not.toContain(ids.customer)
    expect([tickets, threads, messages, notes].map(rows => rows?.length)).toEqual([0, 0, 0, 0])
    expect([agents?.length, teams?.length]).toEqual([2, 1])
  })

  test('stays while a draft is being written on one of its tickets, and goes when that is gone', () => {
    take(leave)
    expect(isHere()).toBe(true)
    dropDraft()
    laptop.store.transaction('relaxed', () => settleDepartures(laptop.store))
    expect(isHere()).toBe(false)
    expect(laptop.store.departures.list()).toEqual([])
  })

  test('stays while unsent work touches it, parked work included', () => {
    dropDraft()
    const mutationId = note()
    take(leave)
    expect(isHere()).toBe(true)
    laptop.store.transaction('relaxed', () => {
      laptop.store.outbox.update(mutationId, {
        state: 'parked',
        verdict: { kind: 'rejected', code: 'not-allowed' },
      })
      settleDepartures(laptop.store)
    })
    expect(isHere()).toBe(true)
    laptop.store.transaction('relaxed', () => {
      const touched = laptop.store.outbox.linksOf(mutationId)
      laptop.store.outbox.remove(mutationId)
      rebase(feedDeps(), { incoming: [], touched, source: 'answer' })
      settleDepartures(laptop.store)
    })
    expect(isHere()).toBe(false)
  })

  const enterWith = (keys: readonly RowKey[]): FeedEntry => ({
    kind: 'enter',
    seq: 30,
    customerId: ids.customer,
    rows: keys.map(key => ({
      ...key,
      row: { ...laptop.store.rows.get(key.table, key.id)?.row, id: key.id },
    })),
  })
  const settle = (): void => laptop.store.transaction('relaxed', () => settleDepartures(laptop.store))

  test('that enters again before it went just stays', () => {
    take(leave)
    const keys = laptop.store.rows.ofGroup(ids.customer)
    take(enterWith(keys))
    dropDraft()
    settle()
    expect(isHere()).toBe(true)
    expect(laptop.store.rows.ofGroup(ids.customer)).toEqual(keys)
  })

  test('that enters again without what was removed meanwhile loses that, own work excepted', () => {
    take(leave)
    const mutationId = note()
    const keys = laptop.store.rows.ofGroup(ids.customer)
    const isKept = ({ table }: RowKey): boolean => table === 'customers' || table === 'tickets'
    const own = laptop.store.outbox.linksOf(mutationId).filter(({ writes }) => writes === 'whole')
    const ownIds = own.map(({ id }) => id)
    take(enterWith(keys.filter(isKept)))
    const left = laptop.store.rows.ofGroup(ids.customer)
    expect(left.map(({ id }) => id).toSorted()).toEqual(
      [...keys.filter(isKept).map(({ id }) => id), ...ownIds].toSorted(),
    )
    expect(ownIds.length).toBeGreaterThan(0)
  })

  test('that enters again keeps a row that is newer here than what was said of it', () => {
    take(leave)
    take({ kind: 'row', seq: 31, table: 'threads', id: ids.service, row: aThread({ id: ids.service }) })
    take(enterWith(laptop.store.rows.ofGroup(ids.customer).filter(({ table }) => table === 'customers')))
    expect(laptop.store.rows.get('threads', ids.service)?.version).toBe(31)
  })
})

test('a customer that enters comes with all its rows, whatever their age', () => {
  const customer = aCustomer({ id: freshId() })
  const ticket = aTicket({ id: freshId(), customerId: customer.id })
  take({
    kind: 'enter',
    seq: 40,
    customerId: customer.id,
    rows: [
      { table: 'customers', id: customer.id, row: customer },
      { table: 'tickets', id: ticket.id, row: ticket },
    ],
  })
  expect(laptop.store.rows.get('tickets', ticket.id)).toEqual({ row: ticket, version: 40 })
})

test('a row evicted because its ticket moved away goes, unless it is being worked on', () => {
  const thread: FeedEntry = { kind: 'evict', seq: 21, table: 'threads', id: ids.service }
  dropDraft()
  const mutationId = mutate(laptop.deps, {
    name: 'thread.take',
    args: { threadId: ids.service, agentId: ids.me, seen: null },
  })
  take(thread)
  expect(laptop.store.rows.get('threads', ids.service)).not.toBeNull()
  laptop.store.transaction('relaxed', () => {
    const touched = laptop.store.outbox.linksOf(mutationId)
    laptop.store.outbox.remove(mutationId)
    rebase(feedDeps(), { incoming: [], touched, source: 'answer' })
    settleDepartures(laptop.store)
  })
  expect(laptop.store.rows.get('threads', ids.service)).toBeNull()
})

test('a tombstone takes the ticket, never the draft on it', () => {
  take({ kind: 'tombstone', seq: 22, table: 'tickets', id: ids.ticket })
  expect(isHere()).toBe(false)
  expect(laptop.store.rows.get('drafts', ids.draft)).not.toBeNull()
})

test('work on a row that was removed on the hub stays in the outbox', () => {
  const mutationId = note()
  take({ kind: 'tombstone', seq: 22, table: 'tickets', id: ids.ticket })
  expect(laptop.store.outbox.get(mutationId)?.state).toBe('pending')
})

test('unknown tables pass, unknown keys and values are kept, and a row that does not fit refuses all of it', () => {
  const row = { ...aThread({ id: ids.service }), state: 'frozen', mood: 'blue' }
  take(
    { kind: 'row', seq: 23, table: 'holograms', id: 'x', row: { id: 'x' } },
    { kind: 'row', seq: 24, table: 'threads', id: ids.service, row },
  )
  expect(laptop.store.rows.get('threads', ids.service)).toEqual({ row, version: 24 })
  const broken: FeedEntry = {
    kind: 'row',
    seq: 26,
    table: 'threads',
    id: ids.service,
    row: { ...row, priority: 3 },
  }
  expect(() => take({ kind: 'tombstone', seq: 25, table: 'tickets', id: ids.ticket }, broken)).toThrow(
    expect.objectContaining({ code: 'bad-answer' }),
  )
  expect(isHere()).toBe(true)
})

test('taking the same entries again changes nothing', () => {
  const entries: readonly FeedEntry[] = [
    {
      kind: 'row',
      seq: 31,
      table: 'threads',
      id: ids.service,
      row: aThread({ id: ids.service, priority: 'urgent' }),
    },
    { kind: 'tombstone', seq: 32, table: 'notes', id: ids.note },
  ]
  take(...entries)
  const after = laptop.content()
  take(...entries)
  expect(laptop.content()).toEqual(after)
})

describe('answers that arrive late', () => {
  const old = {
    table: 'threads',
    id: ids.service,
    version: VERSION - 1,
    row: { ...aThread({ id: ids.service }), priority: 'low' },
  } as const
  const rebaseWith = (incoming: Parameters<typeof rebase>[1]['incoming']): void =>
    laptop.store.transaction('relaxed', () => rebase(feedDeps(), { incoming, touched: [], source: 'answer' }))

  test('never overwrite a newer row, pending or not', () => {
    rebaseWith([old])
    expect(laptop.store.rows.get('threads', ids.service)?.row['priority']).toBe('normal')
    mutate(laptop.deps, {
      name: 'thread.setPriority',
      args: { threadId: ids.service, priority: 'urgent', seen: 'normal' },
    })
    rebaseWith([old])
    expect(laptop.store.shadows.get({ table: 'threads', id: ids.service })).toMatchObject({
      version: VERSION,
    })
  })

  test('never bring back a row that was removed since', () => {
    laptop.store.transaction('relaxed', () => laptop.store.state.set('upToSeq', '50'))
    take({ kind: 'tombstone', seq: 50, table: 'threads', id: ids.service })
    rebaseWith([{ ...old, version: 49 }])
    expect(laptop.store.rows.get('threads', ids.service)).toBeNull()
    rebaseWith([{ ...old, version: 51 }])
    expect(laptop.store.rows.get('threads', ids.service)).not.toBeNull()
  })
})

describe('a live hint', () => {
  const hint = (fields: Partial<Hint>): Hint => ({
    kind: 'hint',
    seq: 52,
    fromSeq: 50,
    cursor: 'c-52',
    entries: [
      {
        kind: 'row',
        seq: 52,
        table: 'threads',
        id: ids.service,
        row: aThread({ id: ids.service, priority: 'urgent' }),
      },
    ],
    ...fields,
  })
  const priority = (): unknown => laptop.store.rows.get('threads', ids.service)?.row['priority']
  beforeEach(() => {
    laptop.store.transaction('relaxed', () => {
      laptop.store.state.set('upToSeq', '50')
      laptop.store.state.set('cursor', 'c-50')
    })
  })

  test('that continues what is here is taken at once, with its cursor', () => {
    expect(takeHint(feedDeps(), hint({}))).toBe('taken')
    expect(priority()).toBe('urgent')
    expect(laptop.store.state.get('cursor')).toBe('c-52')
    expect(takeHint(feedDeps(), hint({}))).toBe('known')
  })

  test.each([
    ['with a gap before it', { fromSeq: 51 }],
    ['without rows', { entries: null }],
    [
      'with a row that does not fit',
      { entries: [{ kind: 'row' as const, seq: 52, table: 'threads', id: ids.service, row: { id: 1 } }] },
    ],
  ])('%s only says that there is something to pull', (_what, fields) => {
    expect(takeHint(feedDeps(), hint(fields))).toBe('pull')
    expect(priority()).toBe('normal')
    expect(laptop.store.state.get('cursor')).toBe('c-50')
  })
})
