import { expect, test } from 'vitest'
import { PackedPage, packPage, unpackPage } from '../../../shared/protocol/packed-page.ts'
import { PullAnswer } from '../../../shared/protocol/pull.ts'
import type { FeedEntry } from '../../../shared/protocol/pull.ts'
import { aMessage, aThread, aTicket, freshId } from '../../support/builders.ts'

const page = (...entries: FeedEntry[]): PullAnswer => ({
  kind: 'page',
  epoch: 'e',
  entries,
  cursor: 'c',
  more: true,
  hubTimeMs: 5,
  upTo: 9,
})
const rowEntry = (seq: number, table: string, row: { readonly id: string }): FeedEntry => ({
  kind: 'row',
  seq,
  table,
  id: row.id,
  row: { ...row },
})
const customerId = freshId()
const entries: readonly FeedEntry[] = [
  rowEntry(1, 'tickets', aTicket({ id: freshId(), customerId })),
  rowEntry(2, 'threads', aThread({ id: freshId(), customerId })),
  { kind: 'tombstone', seq: 3, table: 'threads', id: freshId() },
  rowEntry(4, 'tickets', aTicket({ id: freshId(), subject: '返金 🧾', tags: ['a', 'b'] })),
  {
    kind: 'enter',
    seq: 5,
    customerId,
    rows: [aMessage({ id: freshId() }), aMessage({ id: freshId() })].map(row => ({
      table: 'messages',
      id: row.id,
      row: { ...row },
    })),
  },
  { kind: 'leave', seq: 6, customerId },
  { kind: 'evict', seq: 7, table: 'tickets', id: freshId() },
]
/** As it travels. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('a packed page says what the plain one says, in order, and each name of a column once', () => {
  const plain = page(...entries)
  const packed = sent(packPage(plain))
  expect(PackedPage.parse(packed)).toEqual(packed)
  expect(PullAnswer.parse(unpackPage(packed))).toEqual(plain)
  expect(JSON.stringify(packed).split('"lastMessageSeq"')).toHaveLength(2)
})

test('a row with other columns than the first of its table travels as it is', () => {
  const odd = { ...aTicket({ id: freshId() }), ofANewerHub: 1 }
  const plain = page(...entries, rowEntry(8, 'tickets', odd))
  expect(unpackPage(sent(packPage(plain)))).toEqual(plain)
})

test('what is no page, or comes from a hub that packs nothing, stays what it is', () => {
  const needed = { kind: 'snapshot-needed' as const, epoch: 'e', reason: 'first' as const }
  expect(unpackPage(packPage(needed))).toEqual(needed)
  expect(unpackPage(page(...entries))).toEqual(page(...entries))
  for (const value of [null, 3, 'x', [], { columns: 1 }]) expect(unpackPage(value)).toEqual(value)
})

test.each([
  ['fewer values than columns', [1, 'tickets', 'only one']],
  ['a table without columns', [1, 'threads', 'a', 'b']],
  ['nothing', []],
])('a page with %s is refused as a whole', (_what, entry) => {
  const broken = { ...page(), columns: { tickets: ['id', 'subject'] }, entries: [entry] }
  expect(PullAnswer.safeParse(unpackPage(broken)).success).toBe(false)
})
