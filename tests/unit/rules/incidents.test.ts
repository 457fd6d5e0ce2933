import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv } from '../../../shared/rules/csv.ts'
import { missingOf, REPORT_PARTS } from '../../../shared/rules/escalation/missing-parts.ts'
import { orderedTimes } from '../../../shared/rules/impact/impact-times.ts'
import { timeToRestore, uptime } from '../../../shared/rules/impact/uptime.ts'
import { engineeringIssueId, idOfBoth } from '../../../shared/rules/named-id.ts'
import { recurrence } from '../../../shared/rules/recurrence/recurrence.ts'
import type { CauseFact } from '../../../shared/rules/recurrence/recurrence.ts'
import { digestMarkdown, digestRows } from '../../../shared/rules/recurrence/digest-text.ts'
import { feedbackDigest } from '../../../shared/rules/recurrence/feedback-digest.ts'
import type { FeedbackFact } from '../../../shared/rules/recurrence/feedback-digest.ts'
import { RowId } from '../../../shared/domain/ids.ts'
import { aBugReport, idOf } from '../../support/builders.ts'

const LAST = 60
const at = fc.integer({ min: -10, max: LAST + 10 })
const anOutage = fc
  .record({
    scope: fc.constantFrom('down' as const, 'degraded' as const),
    from: at,
    for: fc.option(fc.nat(30)),
  })
  .map(({ scope, from, for: lasting }) => ({
    scope,
    downSinceMs: from,
    restoredAtMs: lasting === null ? null : from + lasting,
  }))
type Outage = Parameters<typeof uptime>[0][number]
const period = fc
  .tuple(fc.nat(LAST), fc.nat(LAST))
  .map(([a, b]) => ({ fromMs: Math.min(a, b), toMs: Math.max(a, b) }))

/** The same, one millisecond after the other. */
function slowly(outages: readonly Outage[], { fromMs, toMs }: { fromMs: number; toMs: number }) {
  let downMs = 0
  let degradedMs = 0
  let count = 0
  let wasDown = false
  for (let ms = fromMs; ms < toMs; ms += 1) {
    const covers = ({ downSinceMs, restoredAtMs }: Outage): boolean =>
      downSinceMs <= ms && (restoredAtMs === null || ms < restoredAtMs)
    const isDown = outages.some(each => each.scope === 'down' && covers(each))
    if (isDown) downMs += 1
    else if (outages.some(covers)) degradedMs += 1
    if (isDown && !wasDown) count += 1
    wasDown = isDown
  }
  const length = toMs - fromMs
  return { downMs, degradedMs, outages: count, share: length === 0 ? 1 : 1 - downMs / length }
}

describe('uptime', () => {
  test('is what counting every millisecond gives', () => {
    fc.assert(
      fc.property(fc.array(anOutage, { maxLength: 8 }), period, (outages, of) => {
        expect(uptime(outages, of)).toEqual(slowly(outages, of))
      }),
      { numRuns: 500 },
    )
  })

  test('never falls when something is restored earlier', () => {
    fc.assert(
      fc.property(fc.array(anOutage, { minLength: 1, maxLength: 6 }), period, (outages, of) => {
        const sooner = outages.map(each => ({ ...each, restoredAtMs: each.downSinceMs + 1 }))
        expect(uptime(sooner, of).share).toBeGreaterThanOrEqual(uptime(outages, of).share - 1)
        expect(uptime([], of)).toMatchObject({ share: 1, downMs: 0, outages: 0 })
      }),
    )
  })

  test('the time to restore is the middle of what was restored', () => {
    const down = (lasting: number | null) => ({
      scope: 'down' as const,
      downSinceMs: 5,
      restoredAtMs: lasting === null ? null : 5 + lasting,
    })
    expect(timeToRestore([down(10), down(30), down(500), down(null)])).toBe(30)
    expect(timeToRestore([down(10), down(30)])).toBe(20)
    expect(timeToRestore([down(null), { ...down(4), scope: 'degraded' }])).toBeNull()
  })
})

test('times of an outage stand in order, and what was in order stays', () => {
  fc.assert(
    fc.property(at, fc.option(at), fc.option(at), (downSinceMs, restoredAtMs, resolvedAtMs) => {
      const after = orderedTimes({ downSinceMs, restoredAtMs, resolvedAtMs })
      expect(after.downSinceMs).toBe(downSinceMs)
      if (after.restoredAtMs !== null) expect(after.restoredAtMs).toBeGreaterThanOrEqual(downSinceMs)
      if (after.resolvedAtMs !== null)
        expect(after.resolvedAtMs).toBeGreaterThanOrEqual(after.restoredAtMs ?? Infinity)
      expect(orderedTimes(after)).toEqual(after)
    }),
  )
})

test('what a report lacks is named, whatever stands in the rest of it', () => {
  fc.assert(
    fc.property(fc.subarray([...REPORT_PARTS]), empty => {
      const report = aBugReport(Object.fromEntries(empty.map(part => [part, ' \n'])))
      const missing = missingOf('engineering', report)
      expect(missing).toEqual(empty.filter(part => part !== 'environment'))
      expect(missingOf('second-line', report)).toEqual(empty.filter(part => part === 'actual'))
    }),
  )
})

test('ids made of names are ids, differ, and do not mind capitals', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), key => {
      expect(RowId.safeParse(engineeringIssueId(key)).success).toBe(true)
      expect(engineeringIssueId(key.toUpperCase())).toBe(engineeringIssueId(key))
    }),
  )
  const pairs = Array.from({ length: 400 }, (_, n) => idOfBoth(idOf(n % 20), idOf(Math.floor(n / 20))))
  expect(new Set(pairs).size).toBe(400)
  expect(pairs.every(id => RowId.safeParse(id).success)).toBe(true)
})

const aFact = fc
  .record({
    customer: fc.nat(3),
    product: fc.option(fc.nat(2)),
    category: fc.constantFrom('defect' as const, 'network' as const),
    remedy: fc.constantFrom('fix', 'workaround'),
    atMs: fc.integer({ min: 0, max: 300 }),
  })
  .map(({ customer, product, category, remedy, atMs }): Omit<CauseFact, 'ticketId'> => ({
    customerId: idOf(customer),
    productId: product === null ? null : idOf(product),
    productName: null,
    category,
    remedy,
    atMs,
  }))

test('recurrence counts every cause of the period once, and finds what came again', () => {
  fc.assert(
    fc.property(fc.array(aFact, { maxLength: 20 }), made => {
      const facts = made.map((fact, index) => ({ ...fact, ticketId: idOf(1_000 + index) }))
      const { rows } = recurrence(facts, { fromMs: 200, toMs: 300 })
      const now = facts.filter(({ atMs }) => atMs >= 200 && atMs < 300)
      expect(rows.flatMap(row => row.ticketIds).toSorted()).toEqual(now.map(fact => fact.ticketId).toSorted())
      const before = facts.filter(({ atMs }) => atMs >= 100 && atMs < 200)
      expect(rows.flatMap(row => row.beforeIds)).toHaveLength(before.length)
      const same = (a: CauseFact, b: CauseFact): boolean =>
        a.customerId === b.customerId && a.productId === b.productId && a.category === b.category
      const again = rows.flatMap(row => row.againIds)
      for (const fact of now) {
        const earlier = facts.some(each => each !== fact && same(each, fact) && each.atMs < fact.atMs)
        if (earlier) expect(again).toContain(fact.ticketId)
      }
    }),
  )
})

const said = (fact: Partial<FeedbackFact>): FeedbackFact => ({
  watched: null,
  id: idOf(1),
  customerId: idOf(1),
  ticketId: null,
  productId: idOf(9),
  productName: 'Till',
  area: 'Export',
  text: 'Export by category',
  state: 'open',
  valueMinor: 100_00,
  currency: 'EUR',
  atMs: 10,
  ...fact,
})

test('one wish written in two ways is one, and a customer counts once with what they are worth', () => {
  const [entry, ...others] = feedbackDigest([
    said({ id: idOf(1) }),
    said({ id: idOf(2), area: ' export ', valueMinor: 300_00, atMs: 20 }),
    said({ id: idOf(3), customerId: idOf(2), valueMinor: 50_00 }),
    said({ id: idOf(4), customerId: idOf(3), valueMinor: 900, currency: 'JPY' }),
  ])
  expect(others).toEqual([])
  expect(entry).toMatchObject({ count: 4, customers: 3 })
  expect(entry?.values).toEqual([
    { currency: 'EUR', minor: 350_00, customers: 2 },
    { currency: 'JPY', minor: 900, customers: 1 },
  ])
})

test('every wish is in exactly one entry of the digest', () => {
  const fact = fc.record({
    area: fc.constantFrom('A', 'a ', 'b', 'B  b'),
    customer: fc.nat(3),
    atMs: fc.nat(50),
  })
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 20 }), made => {
      const facts = made.map(({ area, customer, atMs }, index) =>
        said({ id: idOf(index), area, customerId: idOf(customer), atMs }),
      )
      const digest = feedbackDigest(facts)
      expect(digest.flatMap(({ items }) => items.map(({ id }) => id)).toSorted()).toEqual(
        facts.map(({ id }) => id).toSorted(),
      )
      expect(digest.map(({ customers }) => customers)).toEqual(
        digest.map(({ customers }) => customers).toSorted((a, b) => b - a),
      )
    }),
  )
})

test('the digest as text: what it weighs, and words of customers that are nothing but words', () => {
  const entries = feedbackDigest([
    said({ text: '# Not *a* heading\n<b>x</b>' }),
    said({ id: idOf(5), productName: null, productId: null, valueMinor: null }),
  ])
  const words = {
    title: 'Wishes',
    period: 'A week',
    none: 'None',
    noProduct: 'No product',
    counted: ({ count }: { count: number }) => `${count} times`,
    worth: () => '',
  }
  const text = digestMarkdown(entries, words)
  expect(text).toContain('## Till: Export\n\n1 times\n\n> \\# Not \\*a\\* heading \\<b\\>x\\</b\\>')
  expect(text).toContain('## No product: Export')
  expect(digestMarkdown([], words)).toBe('# Wishes\n\nA week\n\nNone\n')
  expect(digestRows(entries).map(row => row.slice(0, 6))).toEqual([
    [null, 'Export', 1, 1, null, null],
    ['Till', 'Export', 1, 1, 100, 'EUR'],
  ])
})

test('what many say in the same words is quoted once, and yen have no hundredths', () => {
  const many = ['a', 'b', 'c'].map((_, index) => said({ id: idOf(index + 1), customerId: idOf(index + 9) }))
  const entries = feedbackDigest(many.map(fact => ({ ...fact, valueMinor: 5_000, currency: 'JPY' })))
  const words = { title: 'W', period: 'P', none: 'N', noProduct: 'X', counted: () => '3', worth: () => '' }
  expect(digestMarkdown(entries, words).match(/^> /gmu)).toHaveLength(1)
  expect(digestRows(entries).map(row => row.slice(2, 6))).toEqual([[3, 3, 15_000, 'JPY']])
})

test('a table for a spreadsheet quotes what it must and starts no formula', () => {
  expect(
    csv(
      ['a', 'b'],
      [
        ['x,"y"', 1],
        ['=SUM(A1)', null],
      ],
    ),
  ).toBe('a,b\r\n"x,""y""",1\r\n\'=SUM(A1),\r\n')
})
