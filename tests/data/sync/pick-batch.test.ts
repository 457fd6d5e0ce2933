import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { pickBatch } from '../../../main/data/sync/pick-batch.ts'
import type { PickInput } from '../../../main/data/sync/pick-batch.ts'
import type { EntryPatch, Link, NewEntry } from '../../../main/data/sync/outbox-store.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleEntry } from '../../support/laptop-store-contract.ts'
import { sampleId } from '../../support/sample-row.ts'

let laptop: LaptopDatabase
beforeEach(() => {
  laptop = openLaptopDatabase()
})
afterEach(() => laptop.close())

const author = sampleId()
const NOW_MS = 100_000
const input: PickInput = { nowMs: NOW_MS, author, limit: 100, quietMs: 5_000 }

type Given = {
  readonly fields?: Partial<NewEntry>
  readonly links?: readonly Link[]
  readonly state?: EntryPatch
}
function entry({ fields = {}, links = [], state = {} }: Given): string {
  const { outbox } = laptop.store
  return laptop.store.transaction('durable', () => {
    const { mutationId } = outbox.append(sampleEntry({ author, nowMs: NOW_MS - 10_000, ...fields }), links)
    outbox.update(mutationId, state)
    return mutationId
  })
}
const link = (id: string, writes: Link['writes'], table: Link['table'] = 'threads'): Link => ({
  table,
  id,
  writes,
})
const picked = (given: Partial<PickInput> = {}): readonly string[] =>
  pickBatch(laptop.store.outbox, { ...input, ...given }).entries.map(({ mutationId }) => mutationId)

const parked: EntryPatch = { state: 'parked', verdict: { kind: 'rejected', code: 'not-allowed' } }
const resting: EntryPatch = { nextAttemptAtMs: NOW_MS + 9_000 }

test('everything that can leave leaves in order of intent, up to the limit', () => {
  const all = Array.from({ length: 7 }, () => entry({ links: [link('a', ['state'])] }))
  expect(picked()).toEqual(all)
  expect(picked({ limit: 3 })).toEqual(all.slice(0, 3))
})

test('entries of somebody else stay, and what shares a row with them waits', () => {
  entry({ fields: { author: sampleId() }, links: [link('a', ['state'])] })
  entry({ links: [link('a', ['state'])] })
  const free = entry({ links: [link('b', ['state'])] })
  expect(picked()).toEqual([free])
})

describe('behind an entry that rests', () => {
  test.each([
    ['one that writes the same row waits', link('a', ['priority']), false],
    ['one that looks at what it writes waits', link('a', 'none'), false],
    ['one on another row goes', link('b', ['state']), true],
    ['one on a row of the same id in another table goes', link('a', ['subject'], 'tickets'), true],
  ])('%s', (_what, later, goes) => {
    entry({ links: [link('a', ['state'])], state: resting })
    const second = entry({ links: [later] })
    expect(picked()).toEqual(goes ? [second] : [])
  })

  test('one that only looks at a row it only looked at goes', () => {
    entry({ links: [link('a', 'none')], state: resting })
    const second = entry({ links: [link('a', 'none')] })
    expect(picked()).toEqual([second])
  })

  test('what waits for what waits waits too', () => {
    entry({ links: [link('a', ['state'])], state: resting })
    entry({ links: [link('a', ['state']), link('b', ['state'])] })
    entry({ links: [link('b', ['state'])] })
    expect(picked()).toEqual([])
    expect(pickBatch(laptop.store.outbox, input).nextDueAtMs).toBe(NOW_MS + 9_000)
  })
})

describe('behind a parked entry', () => {
  test.each([
    ['the same field waits', link('a', ['state']), false],
    ['another field goes', link('a', ['priority']), true],
    ['a look at the row goes', link('a', 'none'), true],
    ['a sort key that every change writes does not count', link('a', ['lastActivityAtMs']), true],
  ])('%s', (_what, later, goes) => {
    entry({ links: [link('a', ['state', 'lastActivityAtMs'])], state: parked })
    const second = entry({ links: [later] })
    expect(picked()).toEqual(goes ? [second] : [])
  })

  test('what needs a row that it makes waits', () => {
    entry({ links: [link('new', 'whole')], state: parked })
    entry({ links: [link('new', 'none')] })
    expect(picked()).toEqual([])
  })
})

describe('a group', () => {
  test('leaves whole or not at all', () => {
    const groupId = sampleId()
    entry({ links: [link('a', ['state'])], state: resting })
    entry({ fields: { groupId }, links: [link('b', ['state'])] })
    entry({ fields: { groupId }, links: [link('a', ['priority'])] })
    const free = entry({ links: [link('c', ['state'])] })
    expect(picked()).toEqual([free])
  })

  test('never spans two pushes', () => {
    const groupId = sampleId()
    const first = entry({ links: [link('a', ['state'])] })
    const group = [entry({ fields: { groupId } }), entry({ fields: { groupId } })]
    expect(picked({ limit: 2 })).toEqual([first])
    expect(picked({ limit: 3 })).toEqual([first, ...group])
  })
})

describe('private work', () => {
  test('leaves when it has rested, and says when that is', () => {
    const draft = entry({ fields: { isQuiet: true, nowMs: NOW_MS - 2_000 } })
    const { entries, nextDueAtMs } = pickBatch(laptop.store.outbox, input)
    expect(entries).toEqual([])
    expect(nextDueAtMs).toBe(NOW_MS + 3_000)
    expect(picked({ nowMs: NOW_MS + 3_000 })).toEqual([draft])
  })

  test('holds back nobody else', () => {
    entry({ fields: { isQuiet: true, nowMs: NOW_MS }, links: [link('d', 'whole', 'drafts')] })
    const reply = entry({ links: [link('a', ['state'])] })
    expect(picked()).toEqual([reply])
  })
})

test.each([
  ['a draft from the future', { fields: { isQuiet: true, nowMs: NOW_MS + 86_400_000 * 365 } }],
  ['a rest that ends in years', { state: { nextAttemptAtMs: NOW_MS + 86_400_000 * 365 } }],
])('a clock that was set back holds nothing: %s leaves', (_what, given) => {
  const id = entry(given)
  expect(picked()).toEqual([id])
})
