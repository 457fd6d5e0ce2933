import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseArgs } from '../../../shared/mutations/decide.ts'
import { mutationByName, mutationNames } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { mutate, mutateGroup } from '../../../main/data/sync/mutate.ts'
import { predict } from '../../../main/data/sync/prediction.ts'
import { rebase } from '../../../main/data/sync/rebase.ts'
import { isWrite } from '../../../main/data/sync/links.ts'
import { NOW_MS } from '../../support/builders.ts'
import { openDeskLaptop, VERSION } from '../../support/desk-laptop.ts'
import type { DeskLaptop } from '../../support/desk-laptop.ts'
import { ids, samples } from '../../unit/mutations/scenes.ts'

let laptop: DeskLaptop
beforeEach(() => {
  laptop = openDeskLaptop()
})
afterEach(() => laptop.close())

const argsOf = (name: MutationName): unknown => parseArgs(mutationByName(name), samples[name])?.args

describe.each(mutationNames)('%s', name => {
  const deps = () => laptop.depsFor(name)

  test('changes the rows as its plan says and keeps the truth of the hub under them', () => {
    const { store } = laptop
    const before = new Map(
      Object.entries(laptop.content()).flatMap(([table, rows]) =>
        rows.map(row => [`${table}/${row.id}`, row]),
      ),
    )
    const expected = predict(store, mutationByName(name), {
      args: argsOf(name),
      mutationId: 'unused-0000-7000-8000-000000000000',
      nowMs: NOW_MS,
      isReplayed: false,
      actor: deps().actor(),
    })
    const mutationId = mutate(deps(), { name, args: samples[name] })
    const [entry] = store.outbox.page(0, 10)
    expect(entry).toMatchObject({ mutationId, name, args: argsOf(name), state: 'pending', wasSent: false })
    expect(expected.decision.kind).toBe('changes')
    if (expected.decision.kind !== 'changes') return
    for (const change of expected.decision.changes) {
      const standing = change.table === 'events' ? null : store.rows.get(change.table, change.id)
      if (change.how === 'patch') expect(standing?.row).toMatchObject(change.fields)
      if (change.how === 'insert' && standing) expect(standing).toEqual({ row: change.row, version: 0 })
      if (change.how === 'remove') expect(standing).toBeNull()
    }
    for (const link of entry?.links.filter(isWrite) ?? []) {
      const truth = before.get(`${link.table}/${link.id}`) ?? null
      expect(store.shadows.get(link)).toEqual({ row: truth, version: truth ? VERSION : 0 })
    }
  })

  test('leaves nothing of itself when it is taken back', () => {
    const { store } = laptop
    const before = laptop.content()
    const mutationId = mutate(deps(), { name, args: samples[name] })
    store.transaction('durable', () => {
      const touched = store.outbox.linksOf(mutationId).filter(isWrite)
      store.outbox.remove(mutationId)
      rebase({ store, actor: deps().actor }, { incoming: [], touched, source: 'answer' })
    })
    expect(laptop.content()).toEqual(before)
    expect(store.shadows.isEmpty()).toBe(true)
  })

  const needed = Object.values(mutationByName(name).reads(argsOf(name))).filter(read => read.how === 'one')
  test.each(needed)('without the $table row it needs it is refused and nothing changes', ({ table, id }) => {
    const { store } = laptop
    store.transaction('relaxed', () => store.rows.remove(table, id))
    const before = laptop.content()
    expect(() => mutate(deps(), { name, args: samples[name] })).toThrow(
      expect.objectContaining({ code: 'not-here' }),
    )
    expect(laptop.content()).toEqual(before)
    expect(store.outbox.isEmpty()).toBe(true)
  })

  test('arguments that do not fit are refused and nothing changes', () => {
    const before = laptop.content()
    const args = { ...samples[name], surprise: true }
    expect(() => mutate(deps(), { name, args })).toThrow(expect.objectContaining({ code: 'bad-request' }))
    expect(laptop.content()).toEqual(before)
    expect(laptop.store.outbox.isEmpty()).toBe(true)
  })
})

test('a mutation nobody knows is refused', () => {
  expect(() => mutate(laptop.deps, { name: 'no.such', args: {} })).toThrow(
    expect.objectContaining({ code: 'bad-request' }),
  )
})

test('what the rules do not allow is refused with its code', () => {
  const args = { ...samples['thread.take'], agentId: ids.colleague }
  expect(() => mutate(laptop.deps, { name: 'thread.take', args })).toThrow(
    expect.objectContaining({ code: 'not-allowed' }),
  )
})

test('a group whose second intent is refused leaves nothing of the first', () => {
  const before = laptop.content()
  const group = [
    { name: 'ticket.tag', args: { ticketId: ids.ticket, tags: ['vip'] } },
    { name: 'thread.take', args: { threadId: ids.made, agentId: ids.me, seen: null } },
  ]
  expect(() => mutateGroup(laptop.deps, group)).toThrow(expect.objectContaining({ code: 'not-here' }))
  expect(laptop.content()).toEqual(before)
  expect(laptop.store.outbox.isEmpty()).toBe(true)
})

test('consecutive edits of one field become one entry with what was seen first', () => {
  const { store, deps } = laptop
  const first = mutate(deps, {
    name: 'thread.setPriority',
    args: { threadId: ids.service, priority: 'high', seen: 'normal' },
  })
  const second = mutate(deps, {
    name: 'thread.setPriority',
    args: { threadId: ids.service, priority: 'low', seen: 'high' },
  })
  expect(second).toBe(first)
  expect(store.outbox.get(first)?.args).toMatchObject({ priority: 'low', seen: 'normal' })
  expect(store.rows.get('threads', ids.service)?.row['priority']).toBe('low')
})

test.each([
  ['it may have left', (id: string) => laptop.store.outbox.update(id, { wasSent: true })],
  ['it was refused', (id: string) => laptop.store.outbox.update(id, { state: 'parked' })],
])('an edit does not join an earlier one when %s', (_why, spoil) => {
  const { store, deps } = laptop
  const first = mutate(deps, {
    name: 'thread.setPriority',
    args: { threadId: ids.service, priority: 'high', seen: 'normal' },
  })
  store.transaction('durable', () => spoil(first))
  const second = mutate(deps, {
    name: 'thread.setPriority',
    args: { threadId: ids.service, priority: 'low', seen: 'high' },
  })
  expect(second).not.toBe(first)
})

test('an edit does not jump over another that came in between and touches the same row', () => {
  const { deps } = laptop
  const first = mutate(deps, {
    name: 'thread.setPriority',
    args: { threadId: ids.service, priority: 'high', seen: 'normal' },
  })
  mutate(deps, { name: 'thread.take', args: samples['thread.take'] })
  const second = mutate(deps, {
    name: 'thread.setPriority',
    args: { threadId: ids.service, priority: 'low', seen: 'high' },
  })
  expect(second).not.toBe(first)
})

test('a draft that is saved without a change leaves nothing to send', () => {
  const { store, deps } = laptop
  const draft = store.rows.get('drafts', ids.draft)?.row
  const { body, to, cc, seenUpToSeq, mode } = draft ?? {}
  mutate(deps, {
    name: 'draft.save',
    args: { draftId: ids.draft, clientId: ids.client, ticketId: ids.ticket, mode, body, to, cc, seenUpToSeq },
  })
  expect(store.outbox.isEmpty()).toBe(true)
})

test('the change is announced by row ids after the commit, and not when it is refused', () => {
  laptop.announced.length = 0
  mutate(laptop.deps, { name: 'thread.take', args: samples['thread.take'] })
  expect(laptop.announced).toHaveLength(1)
  expect(laptop.announced[0]?.get('threads')).toEqual(new Set([ids.service]))
  expect(laptop.announced[0]?.has('outbox')).toBe(true)
  expect(() =>
    mutate(laptop.deps, { name: 'thread.take', args: { threadId: ids.made, agentId: ids.me, seen: null } }),
  ).toThrow(expect.objectContaining({ code: 'not-here' }))
  expect(laptop.announced).toHaveLength(1)
})

test('a full disk refuses the change by its code and leaves everything as it was', () => {
  const { database, store, deps } = laptop
  const before = laptop.content()
  const { handle } = database.db
  const pages = Number(handle.pragma('page_count', { simple: true }))
  handle.pragma(`max_page_count = ${pages}`)
  const args = { ...samples['note.add'], body: 'word '.repeat(15_000) }
  expect(() => mutate(deps, { name: 'note.add', args })).toThrow(
    expect.objectContaining({ code: 'disk-full' }),
  )
  expect(laptop.content()).toEqual(before)
  expect(store.outbox.isEmpty()).toBe(true)
  handle.pragma('max_page_count = 1073741823')
  expect(mutate(deps, { name: 'note.add', args })).toMatch(/-7/)
})
