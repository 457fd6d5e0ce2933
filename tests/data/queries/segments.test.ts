import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { countSegment, listOutreach } from '../../../main/data/queries/outreach.ts'
import { segmentPeople } from '../../../main/data/queries/segment-people.ts'
import type { OutreachSegment } from '../../../shared/domain/outreach.ts'
import { fitsSegment } from '../../../shared/rules/outreach/segment.ts'
import { aCustomer, anAgent, anAsset, aProduct, aThread, idOf, NOW_MS } from '../../support/builders.ts'
import { anOutreachRule } from '../../support/relation-builders.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const DAY_MS = 86_400_000
/** More than the queue looks at for one reason. */
const CROWD = 900
const PRODUCT = idOf(70_000)

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('agents', anAgent({ id: ME }))
})
afterEach(() => world.laptop.close())

const rule = (segment: OutreachSegment | null, days = 60): void =>
  world.put('outreachRules', anOutreachRule({ days, segment }))
const names = (): readonly string[] => listOutreach(world.context).entries.map(({ name }) => name)

/** Customers by whom nobody was heard of, the first one most lately. */
function crowd(of: number, row: (n: number) => Parameters<typeof aCustomer>[0]): void {
  const numbers = Array.from({ length: of }, (_, n) => n + 1)
  world.put('customers', ...numbers.map(n => aCustomer({ id: idOf(n), name: `Customer ${n}`, ...row(n) })))
  const threads = numbers.map(n => {
    const atMs = NOW_MS - 61 * DAY_MS - n * 60_000
    const ids = { id: idOf(n + 20_000), ticketId: idOf(n + 40_000), customerId: idOf(n) }
    return aThread({ ...ids, state: 'closed', lastActivityAtMs: atMs, solvedAtMs: atMs })
  })
  world.put('threads', ...threads)
}

test('a narrow segment that only the last customers fit is seen whole, a wide one from its top', () => {
  crowd(CROWD, n => ({ tier: n > CROWD - 3 ? 'Gold' : null, labels: n % 2 === 0 ? ['eu-trade'] : [] }))
  rule({ tiers: ['gold'] })
  expect(names().toSorted()).toEqual(['Customer 898', 'Customer 899', 'Customer 900'])
  rule({ tiers: ['gold'], labels: ['eu-trade'] })
  expect(names().toSorted()).toEqual(['Customer 898', 'Customer 900'])
  expect(countSegment(world.context, { segment: { tiers: ['gold'] } })).toEqual({
    fits: 3,
    unknown: 0,
    of: CROWD,
  })
})

test('of a segment of many only its people are put forward', () => {
  crowd(2400, n => ({ labels: n % 2 === 0 ? ['eu-trade'] : [] }))
  rule({ name: 'EU', labels: ['eu-trade'] })
  const { entries, total } = listOutreach(world.context)
  expect(total).toBe(400)
  expect(entries.every(({ name }) => Number(name.split(' ')[1]) % 2 === 0)).toBe(true)
  expect(entries[0]?.segment).toEqual({ name: 'EU', labels: ['eu-trade'] })
})

test('a product with a record that was merged away counts for the person, and so does what happened there', () => {
  crowd(3, () => ({}))
  world.put('customers', aCustomer({ id: idOf(2), name: 'Merged', mergedIntoId: idOf(1) }))
  world.put('products', aProduct({ id: PRODUCT, currentVersion: null }))
  world.put('assets', anAsset({ customerId: idOf(2), productId: PRODUCT }))
  rule({ productIds: [PRODUCT] })
  expect(names()).toEqual(['Customer 1'])
  expect(countSegment(world.context, { segment: { productIds: [PRODUCT] } })).toEqual({
    fits: 1,
    unknown: 0,
    of: 2,
  })
  world.put('assets', anAsset({ customerId: idOf(2), productId: PRODUCT, state: 'retired' }))
})

test('the database leaves out nobody the rule is about', () => {
  const tiers = ['gold', ' Gold', 'SILVER', 'Édition', null] as const
  const labels = [['eu'], ['eu', 'vip club'], [], ['EU']] as const
  const people = tiers.flatMap((tier, row) =>
    labels.map((each, column) => aCustomer({ id: idOf(row * 10 + column + 1), tier, labels: [...each] })),
  )
  world.put('customers', ...people)
  const values = fc.array(
    fc.constantFrom('gold', 'GOLD ', 'silver', 'édition', 'Édition', 'eu', 'vip club'),
    {
      maxLength: 2,
    },
  )
  fc.assert(
    fc.property(fc.record({ tiers: values, labels: values }, { requiredKeys: [] }), segment => {
      const wanted = people.filter(({ tier, labels: had }) =>
        fitsSegment(segment, { tier, labels: had, valueBand: null, productIds: [], isVip: false }),
      )
      expect(segmentPeople(world.context.db, segment).toSorted()).toEqual(
        wanted.map(({ id }) => id).toSorted(),
      )
    }),
  )
})

test('who was never looked at is said beside those a segment of a value is about', () => {
  crowd(4, n => ({ tier: n < 4 ? 'gold' : null }))
  const { handle } = world.laptop.database.db
  const counted = (segment: OutreachSegment) => countSegment(world.context, { segment })
  expect(counted({ bands: ['high'] })).toEqual({ fits: 0, unknown: 4, of: 4 })
  handle
    .prepare(
      `UPDATE standings SET worked_out_at_ms = 1, value_band = 'high', is_vip = 1 WHERE customer_id = ?`,
    )
    .run(idOf(1))
  handle.prepare('UPDATE standings SET worked_out_at_ms = 1 WHERE customer_id = ?').run(idOf(2))
  expect(counted({ bands: ['high'] })).toEqual({ fits: 1, unknown: 2, of: 4 })
  // Of what is known of them anyway nobody has to be worked out.
  expect(counted({ bands: ['high'], tiers: ['gold'] })).toEqual({ fits: 1, unknown: 1, of: 4 })
  expect(counted({ vipOnly: true })).toEqual({ fits: 1, unknown: 2, of: 4 })
  expect(counted({ tiers: ['gold'] })).toEqual({ fits: 3, unknown: 0, of: 4 })
})
