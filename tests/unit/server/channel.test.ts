import { beforeEach, expect, test } from 'vitest'
import { createChannel } from '../../../server/live/channel.ts'
import type { Channel } from '../../../server/live/channel.ts'
import type { FeedPart } from '../../../server/sync/feed-part.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'

let clock: FakeClock
let head: number
let reads: number[]
let heard: {
  readonly seq: number
  readonly fromSeq: number | null
  readonly entries: readonly { readonly seq: number; readonly row: { readonly name: string } }[] | null
}[]
let channel: Channel

beforeEach(() => {
  clock = createFakeClock()
  head = 0
  reads = []
  heard = []
  channel = createChannel({
    clock,
    readRange: async fromSeq => {
      reads.push(fromSeq)
      const viewerOf = () => ({ agentId: 'a', keys: [], policy: 'everything' as const, guest: null })
      const content = { viewerOf, isSameForAll: true, records: [], audiences: new Map(), rows: new Map() }
      return { fromSeq, toSeq: head, content, touchesAgents: false }
    },
    revalidate: async () => {},
    onError: error => {
      throw error
    },
  })
  channel.sinks.add({
    reader: { workspaceId: 'w', agentId: 'a', clientId: 'c', familyId: 'f', teamIds: [] },
    hint: ({ text }) => void heard.push(JSON.parse(text) as (typeof heard)[number]),
    tell: () => {},
    close: () => {},
  })
})

async function reach(seq: number): Promise<void> {
  head = seq
  channel.advance(seq)
  await clock.advance(1_000)
}

test('what a database restored to an older state says is heard, though its numbers were there before', async () => {
  await reach(500)
  await reach(301)
  await reach(302)
  expect(heard).toMatchObject([
    { seq: 500, fromSeq: null },
    { seq: 301, fromSeq: null },
    { seq: 302, fromSeq: 301 },
  ])
})

const rule = {
  scopePolicy: 'everything' as const,
  scopeDays: null,
  scopeMegabytes: null,
  scopeAsOfMs: 0,
  scopeGuests: false,
  scopeAlsoTeamIds: [],
  scopeMayFetch: 'own' as const,
}

/** A team given a name by a transaction of this copy, numbered behind `fromSeq`. */
const named = (name: string, fromSeq: number, id = 't1'): FeedPart => ({
  fromSeq,
  toSeq: fromSeq + 1,
  rule,
  records: [
    {
      kind: 'row',
      seq: fromSeq + 1,
      table: 'teams',
      rowId: id,
      groupId: null,
      prevGroupIds: [],
      agentId: null,
    },
  ],
  rows: new Map([[`teams/${id}`, { id, name }]]),
})
const toldIn = (hint: (typeof heard)[number] | undefined): unknown =>
  hint?.entries?.map(({ seq, row }) => [seq, row.name])

test('what this copy published is told without reading it, a row at its newest number', async () => {
  await reach(7)
  reads.length = 0
  heard.length = 0
  head = 10
  channel.advance(8, [named('first', 7)])
  channel.advance(10, [named('third', 9), named('second', 8, 't2')])
  await clock.advance(1_000)
  expect(heard.map(({ fromSeq, seq }) => [fromSeq, seq])).toEqual([
    [7, 8],
    [8, 10],
  ])
  expect(heard.map(toldIn)).toEqual([
    [[8, 'first']],
    [
      [9, 'second'],
      [10, 'third'],
    ],
  ])
  channel.advance(12, [named('fifth', 11, 't2'), named('fourth', 10, 't2')])
  await clock.advance(1_000)
  expect(toldIn(heard.at(-1))).toEqual([[12, 'fifth']])
  expect(reads).toEqual([])
})

test('what was published elsewhere in between is read, and so is everything where counting is in doubt', async () => {
  await reach(7)
  reads.length = 0
  head = 9
  channel.advance(9, [named('second', 8)])
  await clock.advance(1_000)
  expect(reads).toEqual([7])
  head = 11
  channel.advance(11, [named('third', 9)])
  await clock.advance(1_000)
  expect(reads).toEqual([7, 9])
  head = 4
  channel.advance(4, [named('restored', 3)])
  await clock.advance(1_000)
  expect(reads).toEqual([7, 9, 11])
  expect(heard.at(-1)).toMatchObject({ seq: 4, fromSeq: null })
  channel.advance(5, [named('after', 4)])
  await clock.advance(1_000)
  expect(toldIn(heard.at(-1))).toEqual([[5, 'after']])
})

test('a number of another copy that comes late says nothing, and one look is enough for many', async () => {
  await reach(7)
  await reach(9)
  reads.length = 0
  for (const late of [7, 8, 7, 8]) channel.advance(late)
  await clock.advance(1_000)
  expect(heard.map(({ seq }) => seq)).toEqual([7, 9])
  expect(reads).toEqual([9])
  await reach(10)
  expect(heard.at(-1)).toMatchObject({ seq: 10, fromSeq: 9 })
})

test('telling takes a quarter of the time at most: what comes meanwhile travels in one hint', async () => {
  await reach(1)
  heard.length = 0
  const COST_MS = 20
  channel.sinks.add({
    reader: { workspaceId: 'w', agentId: 'b', clientId: 'd', familyId: 'g', teamIds: [] },
    hint: () => clock.jump(COST_MS),
    tell: () => {},
    close: () => {},
  })
  for (let ms = 0; ms < 1_000; ms += 5) {
    head += 1
    channel.advance(head)
    await clock.advance(5)
  }
  await clock.advance(1_000)
  expect(heard.length).toBeGreaterThan(10)
  expect(heard.length * COST_MS).toBeLessThan(1_000 * 0.4)
  expect(heard.at(-1)?.seq).toBe(head)
})
