import { beforeEach, expect, test } from 'vitest'
import { createLive } from '../../../main/data/sync/live.ts'
import type { Live } from '../../../main/data/sync/live.ts'
import type { Answered, LiveListener, LiveRemote } from '../../../main/data/remote/remote.ts'
import type { LiveFrame } from '../../../shared/protocol/pull.ts'
import { createFakeClock, settle } from '../../support/fake-clock.ts'
import type { FakeClock } from '../../support/fake-clock.ts'

const hint = (seq: number): LiveFrame => ({ kind: 'hint', seq, fromSeq: null, entries: null, cursor: null })

let clock: FakeClock
let sockets: { readonly listener: LiveListener; isClosed: boolean }[]
let polls: { readonly after: number; readonly answer: (answer: Answered<LiveFrame>) => void }[]
let frames: LiveFrame[]
let ups: boolean[]
let seqHere: number
let live: Live

beforeEach(() => {
  clock = createFakeClock()
  sockets = []
  polls = []
  frames = []
  ups = []
  seqHere = 0
  const remote: LiveRemote = {
    connect: listener => {
      const socket = { listener, isClosed: false }
      sockets.push(socket)
      return { send: () => {}, close: () => void (socket.isClosed = true) }
    },
    poll: ({ after }) => new Promise(answer => polls.push({ after, answer })),
  }
  live = createLive({
    clock,
    remote,
    random: () => 1,
    upToSeq: () => seqHere,
    onFrame: frame => void frames.push(frame),
    onUp: isUp => void ups.push(isUp),
  })
})

test('frames of an open socket are heard, and a lost one is opened again', async () => {
  live.start()
  sockets[0]?.listener.onOpen()
  sockets[0]?.listener.onFrame(hint(5))
  expect(frames).toEqual([hint(5)])
  expect(live.isUp()).toBe(true)
  sockets[0]?.listener.onEnd({ kind: 'offline' })
  expect(live.isUp()).toBe(false)
  await clock.advance(500)
  sockets[1]?.listener.onOpen()
  expect(ups).toEqual([true, false, true])
})

test('a way that is another one ends the open socket at once and tries over the new way', () => {
  live.start()
  sockets[0]?.listener.onOpen()
  live.reset()
  expect(sockets[0]?.isClosed).toBe(true)
  expect(live.isUp()).toBe(false)
  sockets[0]?.listener.onFrame(hint(9))
  expect(frames).toEqual([])
  sockets[1]?.listener.onOpen()
  expect(ups).toEqual([true, false, true])
})

test('what an abandoned socket still says is not heard', () => {
  live.start()
  live.kick()
  expect(sockets[0]?.isClosed).toBe(true)
  sockets[0]?.listener.onOpen()
  sockets[0]?.listener.onFrame(hint(5))
  sockets[0]?.listener.onEnd({ kind: 'offline' })
  expect(frames).toEqual([])
  expect(sockets).toHaveLength(2)
})

async function toPolling(): Promise<void> {
  live.start()
  for (const index of [0, 1]) {
    sockets[index]?.listener.onEnd({ kind: 'offline' })
    await clock.advance(1_000)
  }
}

test('where sockets never open it asks by long polling, with the same hints', async () => {
  await toPolling()
  expect(sockets).toHaveLength(2)
  expect(polls.map(({ after }) => after)).toEqual([0])
  polls[0]?.answer({ ok: true, value: hint(7) })
  await settle()
  expect(frames).toEqual([hint(7)])
  expect(live.isUp()).toBe(true)
  // Pulling 7 takes its time: it must not be asked for again and again meanwhile.
  expect(polls.map(({ after }) => after)).toEqual([0, 7])
})

test('a hub whose numbers went back is asked from where it stands', async () => {
  await toPolling()
  polls[0]?.answer({ ok: true, value: hint(500) })
  await settle()
  polls[1]?.answer({ ok: true, value: hint(300) })
  await settle()
  expect(polls.map(({ after }) => after)).toEqual([0, 500, 300])
})

test('after a while it tries a socket again', async () => {
  await toPolling()
  await clock.advance(600_000)
  polls[0]?.answer({ ok: true, value: hint(1) })
  await settle()
  expect(sockets).toHaveLength(3)
  sockets[2]?.listener.onOpen()
  expect(live.isUp()).toBe(true)
})

test('signed out it is quiet until somebody signs in', async () => {
  live.start()
  sockets[0]?.listener.onEnd({ kind: 'signed-out' })
  await clock.advance(3_600_000)
  expect(sockets).toHaveLength(1)
  live.kick()
  expect(sockets).toHaveLength(2)
})

test('stopped it closes its socket and starts nothing any more', async () => {
  live.start()
  sockets[0]?.listener.onOpen()
  live.stop()
  expect(sockets[0]?.isClosed).toBe(true)
  live.kick()
  await clock.advance(3_600_000)
  expect(sockets).toHaveLength(1)
  expect(ups).toEqual([true, false])
})
