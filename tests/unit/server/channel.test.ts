import { beforeEach, expect, test } from 'vitest'
import { createChannel } from '../../../server/live/channel.ts'
import type { Channel } from '../../../server/live/channel.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'

let clock: FakeClock
let head: number
let reads: number[]
let heard: { readonly seq: number; readonly fromSeq: number | null }[]
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
