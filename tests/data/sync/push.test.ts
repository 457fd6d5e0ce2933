import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PushRequest, Verdict } from '../../../shared/protocol/push.ts'
import type { Answered, Remote } from '../../../main/data/remote/remote.ts'
import { failed } from '../../../main/data/remote/remote.ts'
import type { PushAnswer } from '../../../shared/protocol/push.ts'
import { aThread, aTicket } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'
import { createLaptop, noRemote } from '../../support/laptop.ts'
import type { Laptop } from '../../support/laptop.ts'
import { sampleId } from '../../support/sample-row.ts'

let clock: FakeClock
let laptop: Laptop
let pushes: PushRequest[]
let answer: (request: PushRequest) => Answered<PushAnswer>
const epoch = 'e'
/** Of SQLite: a commit waits for the disk. */
const FULL = 2

const verdicts = (list: readonly Verdict[]): Answered<PushAnswer> => ({
  ok: true,
  value: { epoch, verdicts: [...list], hubTimeMs: 0 },
})
const allDone = ({ entries }: PushRequest): Answered<PushAnswer> =>
  verdicts(entries.map(({ mutationId }) => ({ kind: 'done', mutationId, rows: [] })))

beforeEach(() => {
  clock = createFakeClock()
  pushes = []
  answer = allDone
  const remote: Remote = {
    ...noRemote,
    push: async request => {
      pushes.push(request)
      return answer(request)
    },
    pull: async () => ({
      ok: true,
      value: {
        kind: 'page',
        epoch,
        entries: [],
        cursor: 'c',
        more: false,
        hubTimeMs: clock.now(),
        upTo: null,
      },
    }),
  }
  laptop = createLaptop({ clock, remote })
  laptop.store.transaction('durable', () => {
    laptop.store.state.set('epoch', epoch)
    laptop.store.state.set('cursor', 'c')
  })
})
afterEach(() => laptop.close())

/** A note on a ticket of its own, so that notes do not wait for each other. */
function note(): string {
  const ticket = aTicket({ id: sampleId(), customerId: sampleId() })
  laptop.store.transaction('durable', () => laptop.store.rows.put('tickets', ticket, 1))
  return laptop.act('note.add', {
    noteId: sampleId(),
    ticketId: ticket.id,
    threadId: null,
    body: 'x',
    attachments: [],
  })
}
const stateOf = (id: string): unknown => laptop.store.outbox.get(id)?.state ?? 'gone'

test('250 entries leave in three pushes, in order', async () => {
  const all = Array.from({ length: 250 }, note)
  await laptop.sync()
  expect(pushes.map(({ entries }) => entries.length)).toEqual([100, 100, 50])
  expect(pushes.flatMap(({ entries }) => entries.map(({ mutationId }) => mutationId))).toEqual(all)
})

test('the mark "may have left" is on the disk before the request leaves', async () => {
  const id = note()
  let marked: unknown = null
  let synchronous: unknown = null
  answer = request => {
    marked = laptop.store.outbox.get(id)
    synchronous = laptop.database.database.db.handle.pragma('synchronous', { simple: true })
    return allDone(request)
  }
  // What came before it was not written for a power cut.
  laptop.store.transaction('relaxed', () => laptop.store.state.set('skewMs', '1'))
  await laptop.sync()
  expect(marked).toMatchObject({ state: 'sending', wasSent: true })
  expect(synchronous).toBe(FULL)
})

test.each([
  { kind: 'offline' },
  { kind: 'signed-out' },
  { kind: 'timeout' },
  { kind: 'throttled', retryAfterMs: 500 },
] as const)('$kind spends no attempts, however often it happens', async failure => {
  const id = note()
  answer = () => failed(failure)
  for (let tries = 0; tries < 12; tries += 1) await laptop.sync(60_000)
  expect(pushes.length).toBeGreaterThan(10)
  expect(laptop.store.outbox.get(id)).toMatchObject({ state: 'pending', attempts: 0 })
})

test('one entry that no hub can digest is found and laid aside, and all others get through', async () => {
  const before = Array.from({ length: 20 }, note)
  const poison = note()
  const after = Array.from({ length: 20 }, note)
  answer = request =>
    request.entries.some(({ mutationId }) => mutationId === poison)
      ? failed({ kind: 'server-error', status: 500 })
      : allDone(request)
  await laptop.sync(3_600_000)
  expect([...before, ...after].map(stateOf).every(state => state === 'gone')).toBe(true)
  expect(laptop.store.outbox.get(poison)).toMatchObject({
    state: 'parked',
    verdict: { kind: 'failed', code: 'server-error' },
  })
  expect(laptop.engine.status()).toMatchObject({ waiting: 0, attention: 1 })
})

test('a hub that is simply down parks nothing', async () => {
  const remoteDown = createLaptop({
    clock,
    remote: {
      ...noRemote,
      push: async () => failed({ kind: 'server-error', status: 503 }),
      pull: async () => failed({ kind: 'server-error', status: 503 }),
    },
  })
  remoteDown.store.transaction('durable', () => {
    remoteDown.store.state.set('epoch', epoch)
    remoteDown.store.state.set('cursor', 'c')
    remoteDown.store.rows.put('tickets', aTicket({ id: sampleId() }), 1)
  })
  const ticketId = remoteDown.rows('tickets')[0]?.id ?? ''
  const waiting = remoteDown.act('note.add', {
    noteId: sampleId(),
    ticketId,
    threadId: null,
    body: 'x',
    attachments: [],
  })
  await remoteDown.sync(12 * 3_600_000)
  expect(remoteDown.store.outbox.get(waiting)).toMatchObject({ state: 'pending', attempts: 0 })
  expect(remoteDown.engine.status()).toMatchObject({
    phase: { state: 'trouble', code: 'hub-unreachable' },
    waiting: 1,
  })
  await remoteDown.close()
})

describe('verdicts', () => {
  test.each([
    ['conflict', { conflict: { reason: 'taken', fields: [] }, rows: [] }],
    ['rejected', { code: 'not-allowed', rows: [] }],
    ['gone', { table: 'tickets', id: 'x' }],
  ])('%s parks the entry, and its rows stay as the agent sees them', async (kind, fields) => {
    const id = note()
    answer = ({ entries }) =>
      verdicts(entries.map(({ mutationId }) => ({ kind, mutationId, ...fields }) as Verdict))
    await laptop.sync()
    expect(stateOf(id)).toBe('parked')
    expect(laptop.rows('notes')).toHaveLength(1)
    expect(pushes).toHaveLength(1)
  })

  test('retry and waits-for rest and go again', async () => {
    const id = note()
    const kinds: Verdict[] = [
      { kind: 'retry', mutationId: id, code: 'blob-missing', afterMs: 2_000 },
      { kind: 'waitsFor', mutationId: id, waitsFor: sampleId() },
    ]
    answer = request => {
      const next = kinds.shift()
      return next ? verdicts([next]) : allDone(request)
    }
    await laptop.sync(1_000)
    expect(pushes).toHaveLength(1)
    await laptop.sync(60_000)
    expect(pushes).toHaveLength(3)
    expect(stateOf(id)).toBe('gone')
  })

  test('a hub too old for the intent is waited for, not blamed on the agent', async () => {
    const id = note()
    answer = () => verdicts([{ kind: 'rejected', mutationId: id, code: 'hub-too-old', rows: [] }])
    await laptop.sync(60_000)
    expect(stateOf(id)).toBe('pending')
  })

  test('an entry the answer does not name goes again', async () => {
    const id = note()
    answer = request => (pushes.length === 1 ? verdicts([]) : allDone(request))
    await laptop.sync(60_000)
    expect(stateOf(id)).toBe('gone')
  })

  test('an answer with a row that does not fit changes nothing', async () => {
    const id = note()
    const broken = { table: 'tickets', id: 'x', version: 9, row: { id: 'x' } }
    answer = request =>
      pushes.length === 1 ? verdicts([{ kind: 'done', mutationId: id, rows: [broken] }]) : allDone(request)
    await laptop.sync(10)
    expect(stateOf(id)).toBe('pending')
    await laptop.sync(60_000)
    expect(stateOf(id)).toBe('gone')
  })
})

test('a full disk while taking an answer is said, and it goes on once there is room', async () => {
  const id = note()
  const { handle } = laptop.database.database.db
  const big = { ...aTicket({ id: sampleId() }), subject: 'x'.repeat(200_000) }
  answer = ({ entries }) =>
    verdicts(
      entries.map(({ mutationId }) => ({
        kind: 'done',
        mutationId,
        rows: [{ table: 'tickets', id: big.id, version: 9, row: big }],
      })),
    )
  handle.pragma(`max_page_count = ${Number(handle.pragma('page_count', { simple: true })) + 4}`)
  await laptop.sync(1_000)
  expect(laptop.engine.status().phase).toMatchObject({ state: 'trouble', code: 'disk-full' })
  expect(stateOf(id)).toBe('sending')
  handle.pragma('max_page_count = 1073741823')
  await laptop.sync(60_000)
  expect(stateOf(id)).toBe('gone')
  expect(laptop.row('tickets', big.id)?.subject).toHaveLength(200_000)
})

describe('while an answer is taken', () => {
  const MORE = 150
  const idsOf = ({ entries }: PushRequest): readonly string[] => entries.map(({ mutationId }) => mutationId)
  /** Notes on one ticket, each behind the one before. */
  function notesOn(count: number): readonly string[] {
    const ticket = aTicket({ id: sampleId(), customerId: sampleId() })
    const of = { ticketId: ticket.id, customerId: ticket.customerId, lastActivityAtMs: 0 }
    const thread = aThread({ id: sampleId(), ...of })
    laptop.store.transaction('durable', () => {
      laptop.store.rows.put('tickets', ticket, 1)
      laptop.store.rows.put('threads', thread, 1)
    })
    return Array.from({ length: count }, () => {
      clock.jump(1)
      const args = { noteId: sampleId(), ticketId: ticket.id, threadId: null, body: 'x', attachments: [] }
      return laptop.act('note.add', args)
    })
  }

  test('the hub decides the next batch, also what comes behind what it has done', async () => {
    const all = notesOn(MORE)
    const undecided: number[] = []
    answer = request => {
      undecided.push(all.filter(id => stateOf(id) === 'sending').length)
      return allDone(request)
    }
    await laptop.sync()
    expect(pushes.map(idsOf)).toEqual([all.slice(0, 100), all.slice(100)])
    expect(undecided).toEqual([100, MORE])
    expect(all.map(stateOf).every(state => state === 'gone')).toBe(true)
  })

  test('what the hub did not do holds back what comes behind it', async () => {
    const behind = notesOn(MORE)
    const other = note()
    answer = request =>
      pushes.length > 1
        ? allDone(request)
        : verdicts(
            idsOf(request).map((mutationId, at) =>
              at < 50
                ? { kind: 'done', mutationId, rows: [] }
                : { kind: 'retry', mutationId, code: 'internal', afterMs: 5_000 },
            ),
          )
    await laptop.sync()
    expect(pushes.slice(0, 2).map(idsOf)).toEqual([behind.slice(0, 100), [other]])
    await laptop.sync(60_000)
    expect(pushes.flatMap(idsOf).filter(id => behind.indexOf(id) >= 50)).toEqual([
      ...behind.slice(50, 100),
      ...behind.slice(50),
    ])
  })

  test('one of no use is asked for again, and what went ahead goes again behind it', async () => {
    const all = notesOn(MORE)
    const bad = { table: 'notes', id: 'x', version: 1, row: { id: 5 } } as never
    answer = request =>
      pushes.length > 1
        ? allDone(request)
        : verdicts(idsOf(request).map(mutationId => ({ kind: 'done', mutationId, rows: [bad] })))
    await laptop.sync(60_000)
    expect(pushes.slice(0, 2).map(idsOf)).toEqual([all.slice(0, 100), all.slice(100)])
    expect(all.map(stateOf).every(state => state === 'gone')).toBe(true)
    expect(new Set(pushes.slice(2).flatMap(idsOf))).toEqual(new Set(all))
  })

  test('another history is taken before anything else leaves', async () => {
    const all = notesOn(MORE)
    answer = request => {
      if (request.epoch !== epoch) return failed({ kind: 'offline' })
      const retry = { kind: 'retry', code: 'epoch', afterMs: 0 } as const
      const answers = idsOf(request).map(mutationId => ({ ...retry, mutationId }))
      return { ok: true, value: { epoch: 'other', verdicts: answers, hubTimeMs: 0 } }
    }
    await laptop.sync(0)
    const first = all.slice(0, 100)
    expect(pushes.map(request => [request.epoch, ...idsOf(request)])).toEqual([
      [epoch, ...first],
      ['other', ...first],
    ])
  })
})
