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
  const live = new LiveQueries({ call: call as LiveDeps['call'], nextFrame: run => void frames.push(run) })
  const passFrame = (): void => {
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

    live.changed({ tickets: [TICKET] })
    live.changed({ threads: [OTHER] })
    expect(asked).toHaveLength(1)
    passFrame()

    expect(asked).toHaveLength(2)
  })

  test('changes of other rows and tables ask nothing', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('tickets.get', { ticketId: TICKET }, () => undefined)
    await asked[0]?.answer(ticketWith('Charged twice'))

    live.changed({ tickets: [OTHER], articles: null, drafts: [TICKET] })
    passFrame()

    expect(asked).toHaveLength(1)
  })

  test('too many rows to name counts as all of them', async () => {
    const { live, asked, passFrame } = setUp()
    live.subscribe('tickets.get', { ticketId: TICKET }, () => undefined)
    await asked[0]?.answer(ticketWith('Charged twice'))

    live.changed({ tickets: null })
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

    live.changed({ tickets: null })
    passFrame()
    await asked[1]?.answer(ticketWith('Charged twice'))
    expect(live.read('tickets.get', { ticketId: TICKET })).toBe(before)
    expect(painted).toBe(1)

    live.changed({ tickets: null })
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
})
