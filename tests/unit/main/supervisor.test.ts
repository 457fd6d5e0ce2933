import { describe, expect, test } from 'vitest'
import type { ChildExit, DataChild } from '../../../main/data-process/data-child.ts'
import { Supervisor } from '../../../main/data-process/supervisor.ts'
import { silentLog } from '../../../shared/log.ts'
import { createRpcServer } from '../../../shared/rpc/server.ts'
import type { RpcHandlers } from '../../../shared/rpc/server.ts'
import { memoryPortPair } from '../../support/memory-port.ts'
import { fakeClock } from './fake-clock.ts'

type FakeChild = DataChild & {
  readonly crash: () => void
  readonly emit: (name: string, payload: unknown) => void
  wasKilled: boolean
}

function fakeChild(handlers: RpcHandlers): FakeChild {
  const [near, far] = memoryPortPair()
  const server = createRpcServer(far, handlers)
  let end: (exit: ChildExit) => void = () => {}
  const exited = new Promise<ChildExit>(resolve => {
    end = resolve
  })
  const crash = (): void => {
    far.close()
    end({ reason: 'SIGKILL', lastWords: '' })
  }
  far.onClose(() => end({ reason: '0', lastWords: '' }))
  const child: FakeChild = {
    port: near,
    exited,
    crash,
    emit: server.emit,
    wasKilled: false,
    onErrorLine: () => {},
    kill: () => {
      child.wasKilled = true
      crash()
    },
  }
  return child
}

function supervised(handlers: RpcHandlers = { 'data.close': () => ({ unsent: 0 }) }) {
  const clock = fakeClock()
  const children: FakeChild[] = []
  const told: string[] = []
  const supervisor = new Supervisor({
    start: () => {
      const child = fakeChild(handlers)
      children.push(child)
      return child
    },
    clock,
    log: silentLog,
    onEvent: name => told.push(name),
    onRestarted: async () => {
      told.push('restarted')
    },
    onDown: code => told.push(`down ${code}`),
  })
  const latest = (): FakeChild => {
    const child = children.at(-1)
    if (!child) throw new Error('No child was started')
    return child
  }
  return { supervisor, clock, children, told, latest }
}

describe('the supervisor', () => {
  test('holds calls until the process is ready', async () => {
    const { supervisor, clock, latest } = supervised({ 'tickets.get': () => 'a ticket' })
    supervisor.start()
    const answer = supervisor.callForWindow('tickets.get', {})
    await clock.advance(0)
    latest().emit('data.ready', {})
    expect(await answer).toBe('a ticket')
  })

  test('answers pending calls when the process dies', async () => {
    const { supervisor, clock, latest } = supervised({ 'tickets.get': () => new Promise(() => {}) })
    supervisor.start()
    latest().emit('data.ready', {})
    await clock.advance(0)
    const answer = supervisor.callForWindow('tickets.get', {})
    await clock.advance(0)
    latest().crash()
    await expect(answer).rejects.toMatchObject({ code: 'data-unavailable' })
  })

  test('starts the process again and gives it back its place before windows reach it', async () => {
    const { supervisor, clock, children, told, latest } = supervised({ 'tickets.get': () => 'a ticket' })
    supervisor.start()
    latest().emit('data.ready', {})
    await clock.advance(0)
    latest().crash()
    await clock.advance(0)
    expect(children).toHaveLength(2)
    const answer = supervisor.callForWindow('tickets.get', {})
    expect(told).not.toContain('restarted')
    latest().emit('data.ready', {})
    expect(await answer).toBe('a ticket')
    expect(told).toContain('restarted')
  })

  test('gives up after the budget, tells so, and starts afresh when asked', async () => {
    const { supervisor, clock, children, told, latest } = supervised({ 'data.open': () => 'opened' })
    supervisor.start()
    for (let crashes = 0; crashes < 6; crashes += 1) {
      latest().crash()
      await clock.advance(0)
    }
    expect(children).toHaveLength(6)
    expect(told).toContain('down data-unavailable')
    await expect(supervisor.callForWindow('tickets.get', {})).rejects.toMatchObject({
      code: 'data-unavailable',
    })

    const answer = supervisor.callInternal('data.open', {})
    latest().emit('data.ready', {})
    expect(await answer).toBe('opened')
    expect(children).toHaveLength(7)
  })

  test('ends a process that never becomes ready', async () => {
    const { supervisor, clock, children } = supervised()
    supervisor.start()
    await clock.advance(20_000)
    expect(children[0]?.wasKilled).toBe(true)
    expect(children).toHaveLength(2)
  })

  test('lets the process finish before the end and starts none afterwards', async () => {
    const { supervisor, clock, children, told, latest } = supervised()
    supervisor.start()
    latest().emit('data.ready', {})
    await clock.advance(0)
    await supervisor.end()
    supervisor.start()
    expect(children).toHaveLength(1)
    expect(latest().wasKilled).toBe(false)
    expect(told).not.toContain('down data-unavailable')
  })

  test('ends a process that does not finish in time', async () => {
    const { supervisor, clock, latest } = supervised({ 'data.close': () => new Promise(() => {}) })
    supervisor.start()
    latest().emit('data.ready', {})
    await clock.advance(0)
    const child = latest()
    const ended = supervisor.end()
    // It ignores that its port was closed, too.
    Object.assign(child.port, { close: () => {} })
    await clock.advance(5_000)
    await clock.advance(2_000)
    await ended
    expect(child.wasKilled).toBe(true)
  })

  test('tells when no process can be started at all', async () => {
    const told: string[] = []
    const supervisor = new Supervisor({
      start: () => {
        throw new Error('no Node')
      },
      clock: fakeClock(),
      log: silentLog,
      onEvent: () => {},
      onRestarted: async () => {},
      onDown: code => told.push(code),
    })
    await expect(supervisor.callInternal('data.open', {})).rejects.toMatchObject({ code: 'data-unavailable' })
    expect(told).toEqual(['data-unavailable'])
  })
})
