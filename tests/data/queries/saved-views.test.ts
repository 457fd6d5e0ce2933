import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { standingRecords } from '../../../main/data/db/store-standings.ts'
import { countAsked, countSaved } from '../../../main/data/queries/count-saved.ts'
import { listThreads } from '../../../main/data/queries/list-threads.ts'
import { neighbours } from '../../../main/data/queries/neighbours.ts'
import { countRule, countUpTo } from '../../../main/data/queries/rule-counts.ts'
import { ruleList } from '../../../main/data/queries/rule-list.ts'
import type { RuleList } from '../../../main/data/queries/rule-list.ts'
import { placeInRule, stretchSql, walkRule } from '../../../main/data/queries/rule-walk.ts'
import type { RulePlace } from '../../../main/data/queries/rule-walk.ts'
import { listViews } from '../../../main/data/queries/saved-views.ts'
import { ticketIds } from '../../../main/data/queries/ticket-ids.ts'
import { findOrganisations, viewValues } from '../../../main/data/queries/view-values.ts'
import { sortColumns } from '../../../main/data/queries/view-sql.ts'
import { savedRef } from '../../../shared/contract/threads.ts'
import type { Customer, Organisation } from '../../../shared/domain/people.ts'
import type { Thread, Ticket } from '../../../shared/domain/tickets.ts'
import { SAVED_SORTS } from '../../../shared/rules/saved-views/fields.ts'
import type { SavedSort } from '../../../shared/rules/saved-views/fields.ts'
import { matchesRule } from '../../../shared/rules/saved-views/matches.ts'
import type { ViewFacts } from '../../../shared/rules/saved-views/matches.ts'
import { ruleOf } from '../../../shared/rules/saved-views/rule.ts'
import type { Condition, ViewRule } from '../../../shared/rules/saved-views/rule.ts'
import { compareThreads, foldPairs, KIND_FILTERS, matchesKind } from '../../../shared/rules/views.ts'
import type { KindFilter } from '../../../shared/rules/views.ts'
import {
  aCustomer,
  anAgent,
  anOrganisation,
  anOwnView,
  aSharedView,
  aThread,
  aTicket,
  aViewBody,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import {
  customerFields,
  ME,
  rule,
  standingFields,
  TEAMS,
  threadFields,
  ticketFields,
} from '../../support/random-views.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const me = { id: ME, teamIds: TEAMS.slice(0, 2) }
const eyes = { me, nowMs: NOW_MS }
const ORGANISATIONS = [idOf(0x701), idOf(0x702)]

let world: QueryWorld
afterEach(() => world.laptop.close())

type Case = ViewFacts & { readonly thread: Thread; readonly ticket: Ticket }
type Seed = {
  readonly customer: Partial<Customer>
  readonly ticket: Partial<Ticket>
  readonly threads: readonly Partial<Thread>[]
  readonly isHere: boolean
  readonly standing: ViewFacts['standing']
}

/** Tickets with one thread or both; now and then of a customer who is not on the laptop yet. */
const seed: fc.Arbitrary<Seed> = fc.record({
  customer: customerFields,
  ticket: ticketFields,
  threads: fc.array(threadFields, { minLength: 1, maxLength: 2 }),
  isHere: fc.integer({ min: 0, max: 9 }).map(n => n > 0),
  standing: standingFields,
})

function keepStanding(customerId: string, { health, ...standing }: NonNullable<ViewFacts['standing']>): void {
  standingRecords(world.laptop.database).keep(
    [
      {
        customerIds: [customerId],
        standing: { ...standing, health: health === null ? null : { score: health, band: 'fair' } },
        dueAtMs: NOW_MS + 1,
      },
    ],
    NOW_MS,
  )
}

function worldOf(seeds: readonly Seed[]): readonly Case[] {
  world = openQueryWorld()
  const organisations: readonly Organisation[] = ORGANISATIONS.map((id, index) =>
    anOrganisation({ id, name: `Org ${index}`, country: index === 0 ? 'ES' : null }),
  )
  world.put('organisations', ...organisations)
  world.put('agents', anAgent({ id: ME, teamIds: [...me.teamIds] }))
  return seeds.flatMap((each, index) => {
    const customer = aCustomer({ ...each.customer, id: idOf(0x1000 + index) })
    const ticket = aTicket({
      ...each.ticket,
      id: idOf(0x2000 + index),
      customerId: customer.id,
      number: null,
    })
    if (each.isHere) world.put('customers', customer)
    if (each.isHere && each.standing) keepStanding(customer.id, each.standing)
    world.put('tickets', ticket)
    const isPaired = each.threads.length > 1
    const kinds = isPaired ? (['service', 'support'] as const) : [each.threads[0]?.kind ?? 'service']
    return kinds.map((kind, at) => {
      const id = idOf(0x3000 + index * 2 + at)
      const place = { id, ticketId: ticket.id, customerId: customer.id, kind, isPaired }
      const thread = aThread({ ...each.threads[at], ...place } as Partial<Thread>)
      world.put('threads', thread)
      const held = each.isHere ? customer : null
      const organisation = organisations.find(known => known.id === held?.organisationId) ?? null
      return { thread, ticket, customer: held, organisation, standing: held && each.standing }
    })
  })
}

const TIER_RANK = ['gold', 'silver', 'bronze']
const tierRank = (cases: readonly Case[], thread: Thread): number => {
  const tier = cases.find(each => each.thread.id === thread.id)?.customer?.tier ?? null
  return tier === null ? TIER_RANK.length : TIER_RANK.indexOf(tier)
}

type Asked = { readonly rule: ViewRule; readonly kind: KindFilter; readonly sort: SavedSort }

/** The slow, obvious answer: filter, fold, sort. */
function expected(cases: readonly Case[], { rule: wanted, kind, sort }: Asked): readonly string[] {
  const fitting = cases.filter(each => matchesRule(wanted, each, eyes)).map(({ thread }) => thread)
  const folded = kind === 'all' || kind === 'both' ? foldPairs(fitting) : fitting
  return folded
    .filter(thread => matchesKind(thread, kind))
    .toSorted((a, b) =>
      sort === 'tier'
        ? tierRank(cases, a) - tierRank(cases, b) || compareThreads('newest')(a, b)
        : compareThreads(sort)(a, b),
    )
    .map(({ ticketId }) => ticketId)
}

const ticketOf = (localId: number): string =>
  (
    world.context.db.handle.prepare('SELECT ticket_id FROM threads WHERE local_id = ?').get(localId) as {
      ticket_id: string
    }
  ).ticket_id

/** Walks to the end page by page, with steps so small that every walk stops and goes on many times. */
function walked(list: RuleList, direction: 'down' | 'up'): readonly string[] {
  const ids: string[] = []
  let from: RulePlace | null = null
  for (;;) {
    const { found, stoppedAt } = walkRule(world.context.db, list, { from, limit: 4, direction, budget: 5 })
    ids.push(...found.map(({ localId }) => ticketOf(localId)))
    const last: RulePlace | null = found.length === 4 ? (found.at(-1) ?? null) : stoppedAt
    if (last === null) return ids
    from = last
  }
}

const RUNS = process.env['TANDEM_TEST_LONG'] === '1' ? 1_000 : 25

test('any rule lists, counts and places what the rule says, under every kind and sort, in any steps', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(seed, { minLength: 1, maxLength: 14 }),
      fc.array(rule, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(...KIND_FILTERS),
      async (seeds, rules, kind) => {
        const cases = worldOf(seeds)
        try {
          for (const wanted of rules) {
            for (const sort of SAVED_SORTS) {
              const asked = { rule: wanted, kind, sort }
              const list = { ...ruleList(world.context.db, { ...asked, eyes }), stepRows: 3 }
              const order = expected(cases, asked)
              expect(walked(list, 'down')).toEqual(order)
              expect(walked(list, 'up')).toEqual(order.toReversed())
              const counts = await countRule(world.context.db, list, { yieldTurn: async () => undefined })
              expect(counts.isWhole).toBe(true)
              for (const each of KIND_FILTERS)
                expect(counts[each]).toBe(expected(cases, { ...asked, kind: each }).length)
              for (const [index, ticketId] of order.entries()) {
                const place = placeInRule(world.context.db, list, ticketId)
                expect(place).not.toBeNull()
                if (!place) continue
                const before = await countUpTo(world.context.db, list, { place, kind, yieldTurn: null })
                expect(before).toBe(index + 1)
              }
            }
          }
        } finally {
          world.laptop.close()
        }
      },
    ),
    { numRuns: RUNS },
  )
  world = openQueryWorld()
}, 180_000)

const any = (field: string, ...values: readonly string[]): Condition => ({
  field,
  op: 'any',
  values: [...values],
})

function someTickets(): void {
  world = openQueryWorld()
  world.put('agents', anAgent({ id: ME, teamIds: [...me.teamIds] }))
  for (const [index, tier] of ['gold', null, 'silver', 'gold'].entries()) {
    const customer = aCustomer({ id: idOf(0x1000 + index), tier })
    const ticket = aTicket({ id: idOf(0x2000 + index), customerId: customer.id, number: null, tags: ['a'] })
    world.put('customers', customer)
    world.put('tickets', ticket)
    const times = { lastActivityAtMs: NOW_MS - index * 60_000, waitingSinceMs: NOW_MS - index * 3_600_000 }
    const place = { id: idOf(0x3000 + index), ticketId: ticket.id, customerId: customer.id }
    world.put('threads', aThread({ ...place, ...times, assigneeId: index === 3 ? null : ME }))
  }
}

test('a saved view is a list like any other: pages, places, neighbours, picking, a filter over it', async () => {
  someTickets()
  const view = anOwnView({ agentId: ME, body: aViewBody({ rule: ruleOf(any('tier', 'gold')) }) })
  world.put('ownViews', view)
  const of = { view: savedRef(view.id), kind: 'all', sort: 'newest' } as const
  const first = listThreads(world.context, { ...of, after: null, limit: 1 })
  expect(first.rows.map(row => row.ticketId)).toEqual([idOf(0x2000)])
  const second = listThreads(world.context, { ...of, after: first.next, limit: 1 })
  expect(second.rows.map(row => row.ticketId)).toEqual([idOf(0x2003)])
  expect(second.next).toBeNull()
  expect(ticketIds(world.context, of)).toEqual([idOf(0x2000), idOf(0x2003)])
  expect(await neighbours(world.context, { ...of, ticketId: idOf(0x2003) })).toEqual({
    place: 2,
    total: 2,
    previous: idOf(0x2000),
    next: null,
  })
  const filter = [any('owner', '@me')]
  expect(ticketIds(world.context, { ...of, filter })).toEqual([idOf(0x2000)])
  expect(await countAsked(world.context, { view: of.view, filter })).toMatchObject({ all: 1, isWhole: true })
  expect(await countSaved(world.context)).toMatchObject({ [view.id]: { all: 2 } })
  expect(() => listThreads(world.context, { ...of, after: '%zz|1:x', limit: 1 })).toThrow(
    expect.objectContaining({ code: 'bad-request' }),
  )
})

test('a standing view takes a filter, and sorts by tier', () => {
  someTickets()
  const of = { view: 'all-open', kind: 'all', sort: 'tier' } as const
  expect(ticketIds(world.context, of)).toEqual([0x2000, 0x2003, 0x2002, 0x2001].map(idOf))
  expect(ticketIds(world.context, { ...of, filter: [any('tier', '@none')] })).toEqual([idOf(0x2001)])
})

test('time alone moves rows in and out, and counts with them', async () => {
  someTickets()
  const asked = { rule: ruleOf({ field: 'waiting', op: 'longer', values: [150] }) }
  const at = (nowMs: number) => ({ ...world.context, clock: { ...world.context.clock, now: () => nowMs } })
  expect(await countAsked(at(NOW_MS), asked)).toMatchObject({ all: 1 })
  expect(await countAsked(at(NOW_MS + 30 * 60_000), asked)).toMatchObject({ all: 1 })
  expect(await countAsked(at(NOW_MS + 30 * 60_000 + 1), asked)).toMatchObject({ all: 2 })
})

test('a count that is written into begins again, and tells what stands in the end', async () => {
  someTickets()
  const list = {
    ...ruleList(world.context.db, { rule: ruleOf(), kind: 'all', sort: 'newest', eyes }),
    stepRows: 1,
  }
  let turns = 0
  const counts = await countRule(world.context.db, list, {
    yieldTurn: async () => {
      turns += 1
      if (turns <= 5)
        world.put('threads', aThread({ id: idOf(0x4000 + turns), ticketId: idOf(0x2000), kind: 'support' }))
    },
  })
  expect(turns).toBeGreaterThan(1)
  const total = world.context.db.handle.prepare('SELECT count(*) AS n FROM threads').get() as { n: number }
  expect(counts.all).toBe(total.n)
})

test('a view of a newer version says what it asks for, and lists nothing', async () => {
  someTickets()
  const newer = aViewBody({ rule: ruleOf(any('mood', 'grim')) })
  world.put('sharedViews', aSharedView({ id: idOf(91), body: newer }))
  world.put('sharedViews', aSharedView({ id: idOf(92), body: { shape: 'another' } as never }))
  expect(listViews(world.context)).toMatchObject([
    { id: idOf(91), unknown: ['mood'] },
    { id: idOf(92), body: null, unknown: [''] },
  ])
  for (const id of [idOf(91), idOf(92), idOf(93)]) {
    const of = { view: savedRef(id), kind: 'all', sort: 'newest' } as const
    expect(listThreads(world.context, { ...of, after: null, limit: 5 })).toEqual({ rows: [], next: null })
    expect(await countAsked(world.context, { view: of.view, filter: [] })).toBeNull()
  }
  expect(await countSaved(world.context)).toEqual({})
})

test('views are offered to whom they are for; supervisors keep all of them', () => {
  someTickets()
  world.put('ownViews', anOwnView({ id: idOf(81), agentId: ME }), anOwnView({ id: idOf(82) }))
  world.put(
    'sharedViews',
    aSharedView({ id: idOf(91), position: 2 }),
    aSharedView({ id: idOf(92), teamIds: [TEAMS[0] ?? ''], position: 1 }),
    aSharedView({ id: idOf(93), teamIds: [TEAMS[2] ?? ''] }),
  )
  const offered = (): readonly string[] => listViews(world.context).map(({ id }) => id)
  expect(offered()).toEqual([idOf(81), idOf(92), idOf(91)])
  world.put('agents', anAgent({ id: ME, role: 'supervisor' }))
  expect(offered()).toHaveLength(4)
})

test('values to choose from come from the rows here', () => {
  someTickets()
  world.put(
    'organisations',
    anOrganisation({ id: idOf(71), name: 'Norte Logística', domain: 'norte.example', country: 'ES' }),
    anOrganisation({ id: idOf(72), name: 'nordwind', domain: null, country: 'DE' }),
    anOrganisation({ id: idOf(73), name: 'Zeta', domain: 'Nord.example', country: 'DE' }),
  )
  expect(viewValues(world.context, { field: 'tier' })).toEqual(['gold', 'silver'])
  expect(viewValues(world.context, { field: 'country' })).toEqual(['DE', 'ES'])
  expect(viewValues(world.context, { field: 'tags' })).toEqual(['a'])
  expect(viewValues(world.context, { field: 'language' })).toEqual(['es'])
  const find = (text: string, ids: string[] = []): readonly string[] =>
    findOrganisations(world.context, { text, ids, limit: 12 }).map(({ name }) => name)
  expect(find('NOR')).toEqual(['nordwind', 'Norte Logística', 'Zeta'])
  expect(find('x', [idOf(73)])).toEqual(['Zeta'])
})

test('no list by a rule scans a table or sorts in a temporary tree, whatever it asks for', () => {
  someTickets()
  fc.assert(
    fc.property(rule, fc.constantFrom(...SAVED_SORTS), (wanted, sort) => {
      const list = ruleList(world.context.db, { rule: wanted, kind: 'all', sort, eyes })
      for (const lane of list.lanes) {
        for (const bucket of list.buckets) {
          const column = sortColumns[list.sort]
          const sql = `EXPLAIN QUERY PLAN SELECT t.local_id ${stretchSql(list, { lane, bucket, direction: 'down' })}
            AND NOT ${list.isFolded} ORDER BY t.${column} DESC, t.id DESC LIMIT 50`
          const bound = sql.replaceAll(/:\w+/g, "'1'")
          const plan = world.context.db.handle.prepare(bound).all() as { detail: string }[]
          const text = plan.map(({ detail }) => detail).join(' | ')
          expect(text).not.toMatch(/SCAN (?!j (EXISTS )?VIRTUAL|CONSTANT)|TEMP B-TREE/)
          // The step ends inside the index: its far bound is part of the search.
          expect(text).toMatch(/SEARCH t USING (COVERING )?INDEX \w+ \(.*>.*<.*\)/)
        }
      }
    }),
    { numRuns: 150 },
  )
})
