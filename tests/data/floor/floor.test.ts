import { beforeEach, expect, test } from 'vitest'
import type { BoardState, Colleague, TicketWatchers } from '../../../shared/contract/floor.ts'
import type { LiveClientFrame } from '../../../shared/protocol/pull.ts'
import { createBoardWatch } from '../../../main/data/floor/board-watch.ts'
import type { BoardLine } from '../../../main/data/floor/board-watch.ts'
import { createColleagues } from '../../../main/data/floor/colleagues.ts'
import { createOwnPlace } from '../../../main/data/floor/own-place.ts'
import { createWatchers } from '../../../main/data/floor/watchers.ts'
import { answered } from '../../../main/data/remote/remote.ts'
import type { LiveListener } from '../../../main/data/remote/remote.ts'
import type { WholeBoard } from '../../../shared/protocol/board.ts'
import { freshId } from '../../support/builders.ts'
import { createFakeClock } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'

const TICKET = freshId()
const OTHER = freshId()
const ME = freshId()
const LENA = freshId()

let clock: FakeClock
let sent: LiveClientFrame[]
let told: TicketWatchers[]
beforeEach(() => {
  clock = createFakeClock()
  sent = []
  told = []
})

const watchers = () => createWatchers({ clock, agentId: ME, tell: tickets => void told.push(...tickets) })

test('colleagues are told, the agent of this laptop never', async () => {
  const others = watchers()
  others.onFrame({
    kind: 'presence',
    ticketId: TICKET,
    agents: [
      { id: ME, doing: 'viewing' },
      { id: LENA, doing: 'typing' },
    ],
  })
  await clock.advance(250)
  expect(told).toEqual([{ ticketId: TICKET, agents: [{ id: LENA, doing: 'typing' }] }])
  others.onFrame({ kind: 'presence', ticketId: TICKET, agents: [{ id: ME, doing: 'viewing' }] })
  await clock.advance(250)
  expect([told.at(-1), others.list()]).toEqual([{ ticketId: TICKET, agents: [] }, []])
})

test('a list of everybody replaces what was known, and without a line nothing is known', async () => {
  const others = watchers()
  const agents = [{ id: LENA, doing: 'viewing' }]
  others.onFrame({ kind: 'presence', ticketId: TICKET, agents })
  others.onFrame({ kind: 'watching', tickets: [{ ticketId: OTHER, agents }] })
  expect(others.list()).toEqual([{ ticketId: OTHER, agents }])
  others.forget()
  await clock.advance(250)
  expect([others.list(), told.at(-1)]).toEqual([[], { ticketId: OTHER, agents: [] }])
})

test('who is here is known once it was told whole, follows who comes and goes, and nothing is known without a line', async () => {
  const heard: (readonly Colleague[] | null)[] = []
  const colleagues = createColleagues({ clock, tell: agents => void heard.push(agents) })
  const away = { id: LENA, state: 'away', untilMs: null }
  colleagues.onFrame({ kind: 'colleagues', isWhole: false, agents: [away] })
  expect(colleagues.list()).toBeNull()
  colleagues.onFrame({ kind: 'colleagues', isWhole: true, agents: [{ ...away, state: 'available' }] })
  colleagues.onFrame({ kind: 'colleagues', isWhole: false, agents: [away] })
  await clock.advance(500)
  expect(heard).toEqual([[away]])
  colleagues.onFrame({ kind: 'colleagues', isWhole: false, agents: [{ ...away, state: 'offline' }] })
  expect(colleagues.list()).toEqual([])
  colleagues.forget()
  await clock.advance(500)
  expect([heard.at(-1), colleagues.list()]).toEqual([null, null])
})

test('where the agent is leaves once they stay, at once when they write, and again each minute', async () => {
  const place = createOwnPlace(clock, frame => void sent.push(frame))
  place.onUp(true)
  place.set(OTHER, 'viewing')
  await clock.advance(300)
  place.set(TICKET, 'viewing')
  await clock.advance(800)
  expect(sent).toEqual([{ kind: 'viewing', ticketId: TICKET, doing: 'viewing' }])
  place.set(TICKET, 'typing')
  expect(sent.at(-1)).toEqual({ kind: 'viewing', ticketId: TICKET, doing: 'typing' })
  await clock.advance(60_000)
  expect(sent).toHaveLength(3)
  place.set(null, 'viewing')
  await clock.advance(800)
  expect(sent.at(-1)).toEqual({ kind: 'viewing', ticketId: null, doing: 'viewing' })
  await clock.advance(600_000)
  expect(sent).toHaveLength(4)
  place.stop()
})

test('offline nothing leaves; back online the hub is told where the agent is now', async () => {
  const place = createOwnPlace(clock, frame => void sent.push(frame))
  place.set(TICKET, 'viewing')
  await clock.advance(300_000)
  expect(sent).toEqual([])
  place.onUp(true)
  expect(sent).toEqual([{ kind: 'viewing', ticketId: TICKET, doing: 'viewing' }])
  place.stop()
})

const aBoard = (fields: Partial<WholeBoard> = {}): WholeBoard => {
  const nothing = { medianMs: null, count: 0, trend: [] }
  const measures = {
    firstReply: nothing,
    restore: nothing,
    firstContact: { count: 0, solved: 0, provisional: 0 },
    csat: { sum: 0, answers: 0, asked: 0 },
  }
  const lists = { arrivals: [], replies: [] }
  return {
    kind: 'board',
    mark: 'a.1',
    isWhole: true,
    asOfMs: 1,
    queues: [],
    agents: [],
    laptops: [],
    measures: { all: measures, service: measures, support: measures },
    flow: { fromMs: 0, stepMs: 1, all: lists, service: lists, support: lists },
    alerts: [],
    ...fields,
  }
}

type Kept = Pick<BoardState, 'board' | 'heardAtMs'>
function watchBoard(kept: Kept[]) {
  const states: BoardState[] = []
  const lines: LiveListener<BoardLine>[] = []
  const watch = createBoardWatch({
    clock,
    random: () => 0.5,
    remote: () => ({
      connect: listener => {
        lines.push(listener)
        return { send: () => {}, close: () => {} }
      },
      poll: () => Promise.resolve(answered(aBoard())),
    }),
    tell: state => void states.push(state),
    kept: {
      read: () => kept.at(-1) ?? { board: null, heardAtMs: null },
      write: ({ board, heardAtMs }) => void kept.push({ board, heardAtMs }),
    },
  })
  return { watch, states, lines }
}

const queue = { teamId: null, kind: 'service', waiting: 1, oldestWaitingSinceMs: 1, open: 1, capacity: 0 }

test('the board is followed while a window looks; offline it stays with its age, also after a restart', async () => {
  const kept: Kept[] = []
  const { watch, states, lines } = watchBoard(kept)
  expect(watch.watch(true)).toMatchObject({ connection: 'connecting', board: null })
  lines[0]?.onOpen()
  lines[0]?.onFrame(aBoard())
  const heardAtMs = clock.now()
  lines[0]?.onFrame({ kind: 'board', mark: 'a.2', isWhole: false, asOfMs: 2, queues: [queue] })
  await clock.advance(200)
  expect(states.at(-1)).toMatchObject({ connection: 'live', board: { mark: 'a.2', queues: [queue] } })
  lines[0]?.onEnd({ kind: 'offline' })
  await clock.advance(200)
  expect(states.at(-1)).toMatchObject({ connection: 'offline', heardAtMs, board: { queues: [queue] } })
  expect(watchBoard(kept).watch.watch(true)).toMatchObject({ board: { queues: [queue] }, heardAtMs })
  watch.stop()
})

test('a role that was taken away leaves nothing of the board on the laptop', async () => {
  const kept: Kept[] = []
  const { watch, states, lines } = watchBoard(kept)
  watch.watch(true)
  lines[0]?.onOpen()
  lines[0]?.onFrame(aBoard())
  lines[0]?.onFrame({ kind: 'bye', reason: 'not-allowed' })
  await clock.advance(600_000)
  expect(states.at(-1)).toMatchObject({ connection: 'refused', board: null })
  expect([kept.at(-1), lines.length]).toEqual([{ board: null, heardAtMs: null }, 1])
})

test('changes that come before anything whole are not shown as the floor', async () => {
  const { watch, states, lines } = watchBoard([])
  watch.watch(true)
  lines[0]?.onOpen()
  lines[0]?.onFrame({ kind: 'board', mark: 'a.2', isWhole: false, asOfMs: 2, queues: [queue] })
  await clock.advance(200)
  expect(states.at(-1)).toMatchObject({ connection: 'live', board: null })
  watch.stop()
})
