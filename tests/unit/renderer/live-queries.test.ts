import { describe, expect, test } from 'vitest'
import type { LiveDeps } from '../../../renderer/data/live-queries.ts'
import { LiveQueries } from '../../../renderer/data/live-queries.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'

const TICKET = '0190a000-0000-7000-8000-000000000001'
const OTHER = '0190a000-0000-7000-8000-000000000002'

/** A desk whose answers are given by hand, and frames that pass when asked to. */
function setUp() {
  const asked: {
    name: string
    answer: (value: unknown) => Promise<void>
    fail: (error: unknown) => Promise<void>
  }[] = []
  const frames: (() => void)[] = []
  const call = (name: string) =>
    new Promise((resolve, reject) => {
      const settle = (done: (value: never) => void) => async (value: unknown) => {
        done(value as never)
        await Promise.resolve()
        await Promise.resolve()
      }
      asked.push({ name, answer: settle(resolve), fail: settle(reject) })
    })
  const clock = { nowMs: 10_000 }
  const timers: { readonly atMs: number; readonly run: () => void }[] = []
  const live = new LiveQueries({
    call: call as LiveDeps['call'],
    nextFrame: run => void frames.push(run),
    after: (ms, run) => void timers.push({ atMs: clock.nowMs + ms, run }),
    now: () => clock.nowMs,
  })
  /** By default long after the last one: nothing waits for a gap. */
  const passFrame = (afterMs = 1_000): void => {
    clock.nowMs += afterMs
    for (const timer of timers.splice(0)) {
      if (timer.atMs <= clock.nowMs) timer.run()
      else timers.push(timer)
    }
    for (const run of frames.splice(0)) run()
  }
  return { live, asked, passFrame }
}

const ticketWith = (subject: string) => ({
  ticket: { id: TICKET, subject },
  threads: [{ id: OTHER, state: 'open' }],
})

describe('live queries', () => {
  test('a query is loading until it is answered, then ready', async () => {
    const { live, asked } = setUp()
    let painted = 0
    live.subscribe('tickets.get', { ticketId: TICKET }, () => (painted += 1))

    expect(live.read('tickets.get', { ticketId: TICKET })).toEqual({ state: 'loading' })
    await asked[0]?.answer(ticketWith('Charged twice'))

    expect(live.read('tickets.get', { ticketId: TICKET })).toMatchObject({ state: 'ready' })
    expect(painted).toBe(1)
  })

  test('two components with the same question share one answer', async () => {
    const { live, asked } = setUp()
    live.subscribe('threads.counts', {}, () => undefined)
    live.subscribe('threads.counts', {}, () => undefined)

    expect(asked).toHaveLength(1)
  })

  test('a change of rows it is made of asks again once per frame, however many notices come', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('tickets.get', { ticketId: TICKET }, () => undefined)
    await asked[0]?.answer(ticketWith('Charged twice'))

    live.changed({ ofTicket: [TICKET] })
    live.changed({ outbox: [OTHER] })
    expect(asked).toHaveLength(1)
    passFrame()

    expect(asked).toHaveLength(2)
  })

  test('changes of other rows and tables ask nothing', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('tickets.get', { ticketId: TICKET }, () => undefined)
    await asked[0]?.answer(ticketWith('Charged twice'))

    live.changed({ tickets: [OTHER], ofTicket: [OTHER], articles: null })
    passFrame()

    expect(asked).toHaveLength(1)
  })

  test('too many rows to name counts as all of them', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('tickets.get', { ticketId: TICKET }, () => undefined)
    await asked[0]?.answer(ticketWith('Charged twice'))

    live.changed({ ofTicket: null })
    passFrame()

    expect(asked).toHaveLength(2)
  })

  test('a change that comes while the question is out asks once more afterwards', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('threads.counts', {}, () => undefined)
    live.changed({ threads: null })
    passFrame()
    expect(asked).toHaveLength(1)

    await asked[0]?.answer({})
    passFrame()

    expect(asked).toHaveLength(2)
  })

  test('an answer that says the same paints nothing, and unchanged rows stay the same objects', async () => {
    const { live, asked, passFrame } = setUp()
    let painted = 0
    live.subscribe('tickets.get', { ticketId: TICKET }, () => (painted += 1))
    await asked[0]?.answer(ticketWith('Charged twice'))
    const before = live.read('tickets.get', { ticketId: TICKET })

    live.changed({ ofTicket: null })
    passFrame()
    await asked[1]?.answer(ticketWith('Charged twice'))
    expect(live.read('tickets.get', { ticketId: TICKET })).toBe(before)
    expect(painted).toBe(1)

    live.changed({ ofTicket: null })
    passFrame()
    await asked[2]?.answer(ticketWith('Charged three times'))
    const after = live.read('tickets.get', { ticketId: TICKET })
    const threadsOf = (state: unknown) => (state as { value: { threads: unknown } }).value.threads
    expect(threadsOf(after)).toBe(threadsOf(before))
  })

  test('a failure is shown with its code, and reload asks again', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('threads.counts', {}, () => undefined)
    await asked[0]?.fail(new AppError(ErrorCode.DataUnavailable, 'gone'))
    expect(live.read('threads.counts', {})).toMatchObject({
      state: 'failed',
      error: { code: 'data-unavailable' },
    })

    live.reload('threads.counts', {})
    passFrame()

    expect(live.read('threads.counts', {})).toEqual({ state: 'loading' })
    expect(asked).toHaveLength(2)
  })

  test('something thrown without a code becomes an internal failure', async () => {
    const { live, asked } = setUp()
    live.subscribe('threads.counts', {}, () => undefined)
    await asked[0]?.fail(new TypeError('x is undefined'))

    expect(live.read('threads.counts', {})).toMatchObject({ state: 'failed', error: { code: 'internal' } })
  })

  test('a query nobody looks at is not asked again until somebody does', async () => {
    const { live, asked, passFrame } = setUp()
    const stop = live.subscribe('threads.counts', {}, () => undefined)
    await asked[0]?.answer({ mine: 1 })
    stop()

    live.changed({ threads: null })
    passFrame()
    expect(asked).toHaveLength(1)

    live.subscribe('threads.counts', {}, () => undefined)
    expect(asked).toHaveLength(2)
  })

  test('after another session opened nothing of the last one shows', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('threads.counts', {}, () => undefined)
    await asked[0]?.answer({ mine: 1 })

    live.clear()

    expect(live.read('threads.counts', {})).toEqual({ state: 'loading' })
    passFrame()
    expect(asked).toHaveLength(2)
  })

  test('while changes pour in, a question is asked again after a gap and never left out', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('threads.counts', {}, () => undefined)
    await asked[0]?.answer({})

    for (let frame = 0; frame < 30; frame += 1) {
      live.changed({ threads: null })
      passFrame(16)
      await asked.at(-1)?.answer({})
    }
    // 480 ms: one about every 100.
    expect(asked.length).toBeGreaterThanOrEqual(4)
    expect(asked.length).toBeLessThanOrEqual(6)

    const before = asked.length
    live.changed({ threads: null })
    passFrame(100)
    passFrame(0)
    expect(asked).toHaveLength(before + 1)
  })

  test('a question over everything waits longer, and holds up no other', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('offline.pack', {}, () => undefined)
    await asked[0]?.answer({})
    live.changed({ threads: null })
    live.hurry()
    passFrame(16)
    expect(asked).toHaveLength(1)

    live.subscribe('threads.counts', {}, () => undefined)
    await asked[1]?.answer({})
    passFrame(400)
    live.changed({ threads: null })
    passFrame(16)
    live.changed({ threads: null })
    passFrame(100)
    passFrame(0)
    expect(asked.map(({ name }) => name)).toEqual(['offline.pack', 'threads.counts', 'threads.counts'])
    passFrame(2_000)
    passFrame(0)
    expect(asked.at(-1)?.name).toBe('offline.pack')
  })

  test('what the agent did is asked for at once, without a gap', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('threads.counts', {}, () => undefined)
    await asked[0]?.answer({})
    live.changed({ threads: null })
    passFrame(16)
    expect(asked).toHaveLength(1)

    live.hurry()
    expect(asked).toHaveLength(2)
    await asked[1]?.answer({})

    // Told of later than the answer of the act came.
    live.changed({ threads: null })
    expect(asked).toHaveLength(3)
  })

  test('what is asked ahead is there for whoever looks next, and is asked again only when somebody looks', async () => {
    const { live, asked, passFrame } = setUp()
    const warmed = live.warm('tickets.get', { ticketId: TICKET })
    await asked[0]?.answer(ticketWith('Charged twice'))

    expect(await warmed).toMatchObject(ticketWith('Charged twice'))
    expect(live.read('tickets.get', { ticketId: TICKET })).toMatchObject({ state: 'ready' })
    expect(await live.warm('tickets.get', { ticketId: TICKET })).toMatchObject(ticketWith('Charged twice'))
    live.changed({ ofTicket: [TICKET] })
    passFrame()
    expect(asked).toHaveLength(1)

    live.subscribe('tickets.get', { ticketId: TICKET }, () => undefined)
    expect(asked).toHaveLength(2)
  })

  test('asking ahead fails silently and leaves the question to whoever looks', async () => {
    const { live, asked } = setUp()
    const warmed = live.warm('tickets.get', { ticketId: TICKET })
    await asked[0]?.fail(new AppError(ErrorCode.DataUnavailable, 'No place is open'))

    expect(await warmed).toBeNull()
    expect(live.read('tickets.get', { ticketId: TICKET })).toEqual({ state: 'loading' })
    live.subscribe('tickets.get', { ticketId: TICKET }, () => undefined)
    expect(asked).toHaveLength(2)
  })

  test('an old answer is not taken for what is known', async () => {
    const { live, asked, passFrame } = setUp()
    const input = { ticketId: TICKET, view: 'mine', kind: 'all', sort: 'newest' } as const
    live.subscribe('threads.neighbours', input, () => undefined)
    expect(live.recent('threads.neighbours', input)).toBeNull()
    await asked[0]?.answer({ previous: null, next: OTHER, place: 1, total: 2 })
    expect(live.recent('threads.neighbours', input)).toMatchObject({ next: OTHER })

    live.changed({ threads: [OTHER] })
    expect(live.recent('threads.neighbours', input)).toMatchObject({ next: OTHER })
    passFrame(2_000)
    live.changed({ threads: [OTHER] })
    passFrame(2_000)

    expect(live.recent('threads.neighbours', input)).toBeNull()
  })
})
