import { describe, expect, test } from 'vitest'
import { createBroadcast } from '../../../main/ipc/broadcast.ts'
import { mergeChanges } from '../../../main/ipc/change-merger.ts'
import { fakeClock } from './fake-clock.ts'

function broadcaster() {
  const clock = fakeClock()
  const sent: unknown[] = []
  const broadcast = createBroadcast({ clock, send: (name, payload) => sent.push([name, payload]) })
  return { clock, sent, broadcast }
}

describe('changed rows', () => {
  test('of one frame reach the window as one notice', async () => {
    const { clock, sent, broadcast } = broadcaster()
    broadcast('data.changed', { tables: { tickets: ['a'] } })
    broadcast('data.changed', { tables: { tickets: ['b', 'a'], threads: ['t'] } })
    expect(sent).toEqual([])
    await clock.advance(20)
    expect(sent).toEqual([['data.changed', { tables: { tickets: ['a', 'b'], threads: ['t'] } }]])
  })

  test('of the next frame are a notice of their own', async () => {
    const { clock, sent, broadcast } = broadcaster()
    broadcast('data.changed', { tables: { tickets: ['a'] } })
    await clock.advance(20)
    broadcast('data.changed', { tables: { tickets: ['b'] } })
    await clock.advance(20)
    expect(sent).toHaveLength(2)
  })

  test('too many to name stay "all of the table", whichever notice said so', () => {
    expect(mergeChanges({ tickets: null }, { tickets: ['a'] })).toEqual({ tickets: null })
    expect(mergeChanges({ tickets: ['a'] }, { tickets: null })).toEqual({ tickets: null })
    const many = Array.from({ length: 400 }, (_, index) => `m${index}`)
    const others = Array.from({ length: 400 }, (_, index) => `o${index}`)
    expect(mergeChanges({ tickets: many }, { tickets: others })).toEqual({ tickets: null })
  })

  test('do not hold other events back', () => {
    const { sent, broadcast } = broadcaster()
    broadcast('data.changed', { tables: { tickets: ['a'] } })
    broadcast('command.asked', { id: 'ticket.new' })
    expect(sent).toEqual([['command.asked', { id: 'ticket.new' }]])
  })
})
