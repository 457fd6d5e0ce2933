import { afterEach, beforeEach, expect, test } from 'vitest'
import { standingRecords } from '../../../main/data/db/store-standings.ts'
import { all } from '../../../main/data/db/statement.ts'
import { listThreads } from '../../../main/data/queries/list-threads.ts'
import { getPortrait } from '../../../main/data/queries/portrait.ts'
import { workOutStanding } from '../../../main/data/queries/standing.ts'
import { keepStandings } from '../../../main/data/standings/keep-standings.ts'
import type { Standings } from '../../../main/data/standings/keep-standings.ts'
import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { silentLog } from '../../../shared/log.ts'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'
import {
  aComplaint,
  aCustomer,
  aKnownIssue,
  anIssueLink,
  anOrder,
  aPromise,
  aThread,
  aTicket,
  idOf,
} from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { aPortrait } from '../../support/portrait-builders.ts'

const DAY_MS = 86_400_000
const ana = idOf(1)
const double = idOf(9)
let laptop: LaptopDatabase
let clock: FakeClock
let keeper: Standings
let told: string[]
let isWanted: boolean

beforeEach(() => {
  laptop = openLaptopDatabase()
  clock = createFakeClock()
  told = []
  isWanted = false
  const records = standingRecords(laptop.database)
  keeper = keepStandings({
    clock,
    log: silentLog,
    records,
    workOut: customerId => workOutStanding({ db: records.db, clock }, customerId),
    isFilled: () => true,
    isWanted: () => isWanted,
    stopwatch: clock.now,
    tell: ids => told.push(...ids),
  })
})
afterEach(() => {
  keeper.stop()
  laptop.close()
})

/** Rows as they come from the hub, told to the keeper as the place tells it. */
function put(table: TableName, ...rows: readonly AnyRow[]): void {
  laptop.store.transaction('relaxed', () => {
    for (const row of rows) laptop.store.rows.put(table, row, 1)
  })
  keeper.changed(laptop.announced.at(-1) ?? new Map())
}

/** A customer with an order and two open complaints; the import once called it healthy. */
function aTroubledCustomer(): void {
  put('customers', aCustomer({ id: ana, health: 95, journeyStage: null, currency: 'EUR' }))
  put('tickets', aTicket({ customerId: ana }))
  put('threads', aThread({ customerId: ana }))
  put('orders', anOrder({ customerId: ana, placedAtMs: clock.now() - 50 * DAY_MS, totalMinor: 900_000 }))
  for (const id of [21, 22]) put('complaints', aComplaint({ id: idOf(id), customerId: ana, state: 'open' }))
}

const listed = (condition: Condition): readonly { readonly ticketId: string }[] => {
  const context = { db: laptop.reader(), agentId: idOf(77), clientId: idOf(78), clock }
  const input = { view: 'all-open', kind: 'all', sort: 'newest', after: null, limit: 50 } as const
  return listThreads(context, { ...input, filter: [condition] }).rows
}
const portrait = () => getPortrait({ db: laptop.reader(), clock }, ana)

test('lists filter by, and show, the very health, value and stage that the card shows', async () => {
  aTroubledCustomer()
  put('portraits', aPortrait({ id: ana, customerId: ana, isVip: true, stage: null }))
  await clock.advance(2_000)
  const health = portrait()?.health
  expect(health?.score).toBeLessThan(95)
  expect(listed({ field: 'health', op: 'over', values: [90] })).toEqual([])
  expect(listed({ field: 'health', op: 'under', values: [90] })).toMatchObject([
    { health: { score: health?.score, band: health?.band }, valueBand: 'large', isVip: true },
  ])
  for (const condition of [
    { field: 'value', op: 'any', values: ['large'] },
    { field: 'vip', op: 'yes', values: [] },
    { field: 'stage', op: 'any', values: [portrait()?.stage.stage ?? ''] },
  ])
    expect([condition.field, listed(condition).length]).toEqual([condition.field, 1])
  expect(listed({ field: 'vip', op: 'no', values: [] })).toEqual([])
  expect(told).toEqual([ana])
})

test('what changes for the customer changes it, and windows hear of it only when it became another', async () => {
  aTroubledCustomer()
  await clock.advance(2_000)
  told.length = 0
  put('complaints', aComplaint({ id: idOf(21), customerId: ana, state: 'resolved' }))
  put('complaints', aComplaint({ id: idOf(22), customerId: ana, state: 'resolved' }))
  await clock.advance(2_000)
  expect(told).toEqual([ana])
  expect(listed({ field: 'health', op: 'over', values: [90] })).toHaveLength(1)
  put('customers', aCustomer({ id: ana, jobTitle: 'Owner', journeyStage: null, currency: 'EUR' }))
  await clock.advance(5_000)
  expect(told).toEqual([ana])
})

test('a promise that becomes late, a known issue that ends and a rule that changes are seen without a row of theirs', async () => {
  aTroubledCustomer()
  put('promises', aPromise({ id: idOf(23), customerId: ana, state: 'open', dueAtMs: clock.now() + 60_000 }))
  put('knownIssues', aKnownIssue({ id: idOf(40), state: 'fixing' }))
  put('issueLinks', anIssueLink({ id: idOf(41), customerId: ana, issueId: idOf(40) }))
  await clock.advance(2_000)
  const before = portrait()?.health?.score ?? 0
  await clock.advance(62_000)
  const late = portrait()?.health?.score ?? 0
  expect(late).toBeLessThan(before)
  expect(listed({ field: 'health', op: 'under', values: [late + 1] })).toHaveLength(1)
  put('knownIssues', aKnownIssue({ id: idOf(40), state: 'fixed' }))
  await clock.advance(2_000)
  expect(portrait()?.health?.score).toBeGreaterThan(late)
  expect(listed({ field: 'health', op: 'over', values: [late] })).toHaveLength(1)
})

test('records of one person stand as the person does, and part with them', async () => {
  aTroubledCustomer()
  put('customers', aCustomer({ id: double, name: 'A. Ruiz', mergedIntoId: ana }))
  put('tickets', aTicket({ id: idOf(12), customerId: double, number: 12 }))
  put('threads', aThread({ id: idOf(13), ticketId: idOf(12), customerId: double }))
  await clock.advance(2_000)
  const rows = listed({ field: 'health', op: 'under', values: [90] })
  expect(rows).toHaveLength(2)
  // Whichever record a ticket was written for: people read who it is.
  expect(rows).toMatchObject([{ customerName: 'Ana Ruiz' }, { customerName: 'Ana Ruiz' }])
  put('customers', aCustomer({ id: double, name: 'A. Ruiz', mergedIntoId: null }))
  await clock.advance(2_000)
  expect(listed({ field: 'health', op: 'under', values: [90] })).toHaveLength(1)
})

test('nothing is worked out while somebody waits for the thread, nor of whoever has gone', async () => {
  isWanted = true
  aTroubledCustomer()
  await clock.advance(5_000)
  expect(told).toEqual([])
  laptop.store.transaction('relaxed', () => laptop.store.rows.remove('customers', ana))
  isWanted = false
  await clock.advance(5_000)
  expect(told).toEqual([])
  expect(all(laptop.database.db, 'SELECT customer_id FROM standings')).toEqual([])
})

test('everybody is looked at again within a day, by time alone', async () => {
  aTroubledCustomer()
  put('complaints', aComplaint({ id: idOf(21), customerId: ana, state: 'resolved' }))
  put('complaints', aComplaint({ id: idOf(22), customerId: ana, state: 'resolved' }))
  await clock.advance(2_000)
  expect(listed({ field: 'value', op: 'any', values: ['large'] })).toHaveLength(1)
  await clock.advance(320 * DAY_MS)
  expect(listed({ field: 'value', op: 'any', values: ['large'] })).toEqual([])
})
