import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KindFilter, SortName, ViewName } from '../../../shared/contract/threads.ts'
import {
  compareThreads,
  foldPairs,
  KIND_FILTERS,
  matchesView,
  VIEW_SORTS,
  VIEWS,
} from '../../../shared/rules/views.ts'
import { aThread, idOf, NOW_MS } from '../../support/builders.ts'

const me = { id: idOf(9), teamIds: [idOf(11)] }
const all = (name: (typeof VIEWS)[number]) => ({ name, kind: 'all' as const })

describe('views of the inbox', () => {
  test('are those a window can ask for', () => {
    expect([...VIEWS]).toEqual(ViewName.options)
    expect([...KIND_FILTERS]).toEqual(KindFilter.options)
    expect([...VIEW_SORTS, 'tier']).toEqual(SortName.options)
  })

  test.each([
    ['my open thread', { assigneeId: me.id }, ['mine', 'all-open']],
    ['an open thread without an owner', {}, ['unassigned', 'all-open']],
    [
      'an open thread of my team without an owner',
      { teamId: idOf(11) },
      ['unassigned', 'my-teams', 'all-open'],
    ],
    ['a colleague’s open thread of another team', { assigneeId: idOf(10), teamId: idOf(12) }, ['all-open']],
    ['my pending thread', { assigneeId: me.id, state: 'pending' }, ['pending']],
    ['a snoozed thread', { state: 'snoozed' }, ['snoozed']],
    ['a solved thread of mine', { state: 'solved', assigneeId: me.id }, ['solved']],
    ['a closed thread', { state: 'closed' }, []],
    ['a thread in a state of a newer hub', { state: 'other' }, []],
  ] as const)('%s stands where it belongs', (_what, fields, expected) => {
    const thread = aThread(fields)
    expect(VIEWS.filter(name => matchesView(thread, all(name), me))).toEqual(expected)
  })

  test('the kind filter lists a paired thread under its kind and under both', () => {
    const kindsOf = (fields: Parameters<typeof aThread>[0]) =>
      KIND_FILTERS.filter(kind => matchesView(aThread(fields), { name: 'all-open', kind }, me))
    expect(kindsOf({ kind: 'support' })).toEqual(['all', 'support'])
    expect(kindsOf({ kind: 'service', isPaired: true })).toEqual(['all', 'service', 'both'])
    expect(kindsOf({ kind: 'other' })).toEqual(['all'])
  })

  test('a ticket with both threads in the view is one row, told by its service thread', () => {
    const service = aThread({ isPaired: true })
    const support = aThread({ id: idOf(4), kind: 'support', isPaired: true })
    const alone = aThread({ id: idOf(5), ticketId: idOf(12), kind: 'support', isPaired: true })
    expect(foldPairs([support, service, alone])).toEqual([service, alone])
  })

  test('sorts put what matters first and what has no key last', () => {
    const early = aThread({ id: idOf(3), waitingSinceMs: NOW_MS - 9, dueAtMs: NOW_MS + 9, priority: 'low' })
    const late = aThread({
      id: idOf(4),
      waitingSinceMs: NOW_MS - 5,
      dueAtMs: NOW_MS + 5,
      priority: 'urgent',
      lastActivityAtMs: NOW_MS + 1,
    })
    const none = aThread({ id: idOf(5), priority: 'other', lastActivityAtMs: NOW_MS - 1 })
    const order = (sort: (typeof VIEW_SORTS)[number]) => [none, early, late].toSorted(compareThreads(sort))
    expect(order('newest')).toEqual([late, early, none])
    expect(order('waiting')).toEqual([early, late, none])
    expect(order('due')).toEqual([late, early, none])
    expect(order('priority')).toEqual([late, none, early])
  })

  test('every sort is a total order', () => {
    const thread = fc.record({
      id: fc.nat({ max: 4 }).map(idOf),
      lastActivityAtMs: fc.nat({ max: 3 }),
      waitingSinceMs: fc.option(fc.nat({ max: 3 })),
      dueAtMs: fc.option(fc.nat({ max: 3 })),
      priority: fc.constantFrom('low', 'normal', 'high', 'urgent', 'other'),
    })
    fc.assert(
      fc.property(fc.constantFrom(...VIEW_SORTS), fc.tuple(thread, thread, thread), (sort, [a, b, c]) => {
        const compare = compareThreads(sort)
        expect(compare(a, b) + compare(b, a)).toBe(0)
        expect(compare(a, a)).toBe(0)
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
