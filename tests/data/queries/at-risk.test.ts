import { afterEach, beforeEach, expect, test } from 'vitest'
import { standingRecords } from '../../../main/data/db/store-standings.ts'
import { countAtRisk, listAtRisk } from '../../../main/data/queries/at-risk.ts'
import { workOutStanding } from '../../../main/data/queries/standing.ts'
import {
  aComplaint,
  aCustomer,
  anOrder,
  anOrganisation,
  aPromise,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { aPortrait } from '../../support/portrait-builders.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const DAY_MS = 86_400_000
const [small, large, well, double] = [idOf(1), idOf(2), idOf(3), idOf(4)]

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
})
afterEach(() => world.laptop.close())

/** A customer who has bought for this much, with so many open complaints and late promises. */
function aBuyer(id: string, totalMinor: number, complaints: number): void {
  const n = Number.parseInt(id.slice(-4), 16) * 100
  const organisationId = idOf(n)
  world.put('organisations', anOrganisation({ id: organisationId, name: `House ${n}` }))
  world.put('customers', aCustomer({ id, name: `Customer ${n}`, organisationId, currency: 'EUR' }))
  world.put('tickets', aTicket({ id: idOf(n + 1), customerId: id }))
  world.put('threads', aThread({ id: idOf(n + 2), ticketId: idOf(n + 1), customerId: id, state: 'solved' }))
  world.put(
    'orders',
    anOrder({ id: idOf(n + 3), customerId: id, totalMinor, placedAtMs: NOW_MS - 50 * DAY_MS }),
  )
  for (let index = 0; index < complaints; index += 1)
    world.put(
      'complaints',
      aComplaint({ id: idOf(n + 10 + index), customerId: id, state: 'open', closedAtMs: null }),
    )
  for (let index = 0; index < complaints; index += 1)
    world.put(
      'promises',
      aPromise({ id: idOf(n + 20 + index), customerId: id, dueAtMs: NOW_MS - DAY_MS, state: 'open' }),
    )
}

function workOut(): void {
  const records = standingRecords(world.laptop.database)
  for (const id of records.due(NOW_MS, 50)) {
    const found = workOutStanding(world.context, id)
    if (found) records.keep([found], NOW_MS)
  }
}

test('who is likely to leave is listed with why, what would be lost most first', () => {
  aBuyer(small, 20_000, 3)
  aBuyer(large, 9_000_000, 3)
  aBuyer(well, 500_000, 0)
  expect(listAtRisk(world.context)).toEqual({ lines: [], others: 0 })
  workOut()
  const { lines, others } = listAtRisk(world.context)
  expect(lines.map(({ customerId }) => customerId)).toEqual([large, small])
  expect(lines[0]).toMatchObject({
    customerName: 'Customer 200',
    organisationName: 'House 200',
    health: { band: 'poor', risk: 'high' },
    isSaid: false,
    value: { minor: 9_000_000, currency: 'EUR' },
    ticketId: idOf(201),
    isOpen: false,
  })
  expect(lines[0]?.health?.reasons.map(({ signal }) => signal)).toEqual(
    expect.arrayContaining(['complaint', 'promise']),
  )
  expect(others).toBe(0)
  expect(countAtRisk(world.context)).toBe(2)
})

test('a person in several records is one line, with the open ticket of any of them', () => {
  aBuyer(large, 9_000_000, 3)
  world.put('customers', aCustomer({ id: double, name: 'Twice', mergedIntoId: large }))
  world.put('tickets', aTicket({ id: idOf(900), customerId: double }))
  world.put('threads', aThread({ id: idOf(901), ticketId: idOf(900), customerId: double, state: 'open' }))
  workOut()
  expect(listAtRisk(world.context).lines).toMatchObject([
    { customerId: large, ticketId: idOf(900), isOpen: true },
  ])
  expect(countAtRisk(world.context)).toBe(1)
})

test('whoever a colleague calls at risk is listed, also where nothing speaks against them; whoever is lost is not', () => {
  aBuyer(well, 500_000, 0)
  aBuyer(small, 20_000, 3)
  world.put(
    'portraits',
    aPortrait({ id: well, customerId: well, stage: 'at-risk', stageUntilMs: null }),
    aPortrait({ id: small, customerId: small, stage: 'lost', stageUntilMs: null }),
  )
  workOut()
  expect(listAtRisk(world.context).lines).toMatchObject([{ customerId: well, isSaid: true }])
})

test('what was put right since is not held against anybody, whatever was worked out before', () => {
  aBuyer(large, 9_000_000, 3)
  workOut()
  for (const index of [0, 1, 2])
    world.put(
      'complaints',
      aComplaint({ id: idOf(210 + index), customerId: large, state: 'resolved', closedAtMs: NOW_MS }),
    )
  expect(listAtRisk(world.context).lines).toEqual([])
})
