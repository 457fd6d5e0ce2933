import { expect, test } from 'vitest'
import type { Clock } from '../../../shared/clock.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { createRpcClient } from '../../../shared/rpc/client.ts'
import { toEnvelope } from '../../../shared/rpc/envelope.ts'
import { createRpcServer } from '../../../shared/rpc/server.ts'
import type { RpcHandlers } from '../../../shared/rpc/server.ts'
import { memoryPortPair } from '../../support/memory-port.ts'

type Timer = { readonly atMs: number; readonly callback: () => void }

/** Time that moves when told. */
function handClock(): Clock & { readonly advance: (ms: number) => void; readonly timers: Set<Timer> } {
  const timers = new Set<Timer>()
  let nowMs = 0
  return {
    timers,
    now: () => nowMs,
    after: (ms, callback) => {
      const timer = { atMs: nowMs + ms, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance: ms => {
      nowMs += ms
      for (const timer of timers) if (timer.atMs <= nowMs && timers.delete(timer)) timer.callback()
    },
  }
}

const neverSettles = (): Promise<never> => new Promise(() => {})

function connect(handlers: RpcHandlers) {
  const clock = handClock()
  const [near, far] = memoryPortPair()
  return { clock, near, far, client: createRpcClient(near, clock), server: createRpcServer(far, handlers) }
}
const expectFailure = async (call: Promise<unknown>, code: string): Promise<void> => {
  await expect(call).rejects.toMatchObject({ name: 'AppError', code })
}

test('a call is answered with what the handler returns', async () => {
  const { client } = connect({ 'notes.add': async input => ({ got: input }) })
  expect(await client.call('notes.add', { body: 'Bank called.' })).toEqual({ got: { body: 'Bank called.' } })
})

test('answers find their calls whatever their order', async () => {
  const gates: (() => void)[] = []
  const { client } = connect({ wait: input => new Promise(resolve => gates.push(() => resolve(input))) })
  const calls = [client.call('wait', 'first'), client.call('wait', 'second')]
  await expect.poll(() => gates.length).toBe(2)
  for (const open of gates.toReversed()) open()
  expect(await Promise.all(calls)).toEqual(['first', 'second'])
})

test('a coded error arrives as that error, with its details', async () => {
  const { client } = connect({
    open: () => {
      throw new AppError(ErrorCode.DbFromFuture, 'Newer than this app', { version: 90 })
    },
  })
  await expect(client.call('open', null)).rejects.toMatchObject({
    code: 'db-from-future',
    details: { version: 90 },
  })
})

test('an unexpected failure tells nothing of its text', async () => {
  const { client } = connect({
    open: () => {
      throw new Error('ana@norte.example')
    },
  })
  await expect(client.call('open', null)).rejects.toMatchObject({
    code: 'internal',
    message: 'Unexpected failure',
  })
})

test('an unknown method, even one every object has, is not found', async () => {
  const { client } = connect({})
  await expectFailure(client.call('notes.sing', null), 'not-found')
  await expectFailure(client.call('toString', null), 'not-found')
})

test('every pending call rejects when the other side goes away, and so does every later one', async () => {
  const { client, far } = connect({ wait: neverSettles })
  const calls = [client.call('wait', 1), client.call('wait', 2)]
  far.close()
  for (const call of calls) await expectFailure(call, 'data-unavailable')
  await expectFailure(client.call('wait', 3), 'data-unavailable')
})

test('a call that takes too long rejects, leaves no timer, and its late answer is dropped', async () => {
  const gates: (() => void)[] = []
  const { client, clock } = connect({ wait: () => new Promise(resolve => gates.push(() => resolve('late'))) })
  const call = client.call('wait', null, { timeoutMs: 100 })
  await expect.poll(() => gates.length).toBe(1)
  clock.advance(100)
  await expectFailure(call, 'data-unavailable')
  gates[0]?.()
  expect(clock.timers.size).toBe(0)
})

test('an answer in time takes its timer away', async () => {
  const { client, clock } = connect({ quick: () => 1 })
  expect(await client.call('quick', null, { timeoutMs: 100 })).toBe(1)
  expect(clock.timers.size).toBe(0)
})

test('a cancelled call rejects at once and the handler is told', async () => {
  const seen: (() => boolean)[] = []
  const { client } = connect({
    wait: (_input, { isCancelled }) => {
      seen.push(isCancelled)
      return neverSettles()
    },
  })
  const controller = new AbortController()
  const call = client.call('wait', null, { signal: controller.signal })
  await expect.poll(() => seen.length).toBe(1)
  expect(seen[0]?.()).toBe(false)
  controller.abort()
  await expectFailure(call, 'data-unavailable')
  await expect.poll(() => seen[0]?.()).toBe(true)
  await expectFailure(client.call('wait', null, { signal: controller.signal }), 'data-unavailable')
})

test('events reach those who listen, until they stop', async () => {
  const { client, server } = connect({ ping: () => 1 })
  const heard: unknown[] = []
  const stop = client.on('data.changed', payload => heard.push(payload))
  server.emit('data.changed', { tables: ['threads'] })
  await client.call('ping', null)
  stop()
  server.emit('data.changed', { tables: ['notes'] })
  await client.call('ping', null)
  expect(heard).toEqual([{ tables: ['threads'] }])
})

test('draining waits for what was asked', async () => {
  const gates: (() => void)[] = []
  const { client, server } = connect({
    wait: () => new Promise(resolve => gates.push(() => resolve('done'))),
  })
  const call = client.call('wait', null)
  await expect.poll(() => gates.length).toBe(1)
  const order: string[] = []
  const drained = server.drained().then(() => order.push('drained'))
  order.push('open')
  gates[0]?.()
  await drained
  expect(order).toEqual(['open', 'drained'])
  expect(await call).toBe('done')
})

test('what cannot be sent is answered as a failure, not with silence', async () => {
  const { client } = connect({ wrong: () => () => 1 })
  await expectFailure(client.call('wrong', null), 'internal')
})

test('messages of other traffic are left alone', async () => {
  for (const message of [
    null,
    7,
    'request',
    {},
    { kind: 'request' },
    { kind: 'answer', id: 1 },
    { kind: 'ready' },
  ]) {
    expect(toEnvelope(message)).toBeNull()
  }
  const { client, far } = connect({ ping: () => 1 })
  far.post({ kind: 'answer', id: 99, ok: true, value: 1 })
  far.post('noise')
  expect(await client.call('ping', null)).toBe(1)
})
