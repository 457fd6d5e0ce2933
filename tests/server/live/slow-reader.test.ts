import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { createChannel, MERGE_MS } from '../../../server/live/channel.ts'
import type { LiveReader } from '../../../server/live/sink.ts'
import { webSocketSink } from '../../../server/live/web-socket-sink.ts'
import { testClock } from '../../support/hub-db.ts'
import { idOf } from '../../support/builders.ts'

const reader: LiveReader = {
  workspaceId: idOf(1),
  agentId: idOf(2),
  clientId: idOf(3),
  familyId: idOf(4),
  teamIds: [],
}

/** A socket whose network the test opens and closes: what is sent stays in `waiting` while it is closed. */
class SlowSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  sent: string[] = []
  pings = 0
  isTerminated = false
  bufferedAmount = 0
  #drained: (() => void)[] = []
  send(data: string | Buffer, _options?: object, done?: () => void): void {
    this.sent.push(data.toString())
    if (this.bufferedAmount > 0) this.bufferedAmount += data.length
    if (done) this.#drained.push(done)
  }
  drain(): void {
    this.bufferedAmount = 0
    for (const done of this.#drained.splice(0)) done()
  }
  ping(): void {
    this.pings += 1
  }
  terminate(): void {
    this.isTerminated = true
    this.emit('close')
  }
  close(): void {
    this.readyState = 3
    this.emit('close')
  }
}

function slowReader() {
  const socket = new SlowSocket()
  const clock = testClock()
  // The sink uses only what SlowSocket has.
  const sink = webSocketSink(socket as unknown as WebSocket, reader, clock)
  return { socket, clock, sink }
}

test('a reader that keeps up gets every hint as it is', () => {
  const { socket, sink } = slowReader()
  sink.hint({ seq: 1, text: 'one' })
  sink.hint({ seq: 2, text: 'two' })

  expect(socket.sent).toEqual(['one', 'two'])
})

test('a reader that is behind gets one number when its network has caught up, however much happened', () => {
  const { socket, sink } = slowReader()
  sink.hint({ seq: 1, text: 'one' })
  socket.bufferedAmount = 100_000
  for (let seq = 2; seq <= 500; seq += 1) sink.hint({ seq, text: 'with rows' })
  expect(socket.sent).toEqual(['one'])
  socket.drain()

  expect(socket.sent.slice(1).map(text => JSON.parse(text) as unknown)).toEqual([
    { kind: 'hint', seq: 500, fromSeq: null, entries: null, cursor: null },
  ])
})

test('a reader that takes nothing at all is given up', () => {
  const { socket, sink } = slowReader()
  socket.bufferedAmount = 5_000_000
  sink.hint({ seq: 1, text: 'one' })

  expect(socket.isTerminated).toBe(true)
})

test('a reader that answers no ping is given up, one that answers stays', () => {
  const silent = slowReader()
  silent.clock.advance(25_000)
  silent.clock.advance(25_000)
  const alive = slowReader()
  for (let beat = 0; beat < 5; beat += 1) {
    alive.clock.advance(25_000)
    alive.socket.emit('pong')
  }

  expect([silent.socket.isTerminated, alive.socket.isTerminated]).toEqual([true, false])
  expect(alive.socket.pings).toBe(5)
})

const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

test('changes within ten milliseconds travel as one hint, and each begins where the one before ended', async () => {
  const clock = testClock()
  const ranges: [number, number][] = []
  let head = 0
  const channel = createChannel({
    clock,
    readRange: async fromSeq => {
      ranges.push([fromSeq, head])
      return { fromSeq, toSeq: head, content: null, touchesAgents: false }
    },
    revalidate: async () => {},
    onError: error => expect.unreachable(String(error)),
  })
  const hints: number[] = []
  channel.sinks.add({ reader, hint: ({ seq }) => void hints.push(seq), tell: () => {}, close: () => {} })
  const reach = async (seq: number): Promise<void> => {
    head = seq
    channel.advance(seq)
    await settled()
  }
  await reach(10)
  for (const seq of [11, 12, 13]) await reach(seq)
  expect(hints).toEqual([10])
  clock.advance(MERGE_MS)
  await settled()
  clock.advance(MERGE_MS)
  await settled()
  await reach(14)

  expect(hints).toEqual([10, 13, 14])
  expect(ranges).toEqual([
    [10, 13],
    [13, 14],
  ])
})

test('a feed that went back behind what was announced does not keep the channel busy', async () => {
  const clock = testClock()
  let reads = 0
  const channel = createChannel({
    clock,
    readRange: async fromSeq => {
      reads += 1
      return { fromSeq, toSeq: 3, content: null, touchesAgents: false }
    },
    revalidate: async () => {},
    onError: error => expect.unreachable(String(error)),
  })
  channel.sinks.add({ reader, hint: () => {}, tell: () => {}, close: () => {} })
  channel.advance(10)
  await settled()
  channel.advance(20)
  for (let round = 0; round < 10; round += 1) {
    clock.advance(MERGE_MS)
    await settled()
  }

  expect(reads).toBe(1)
})
