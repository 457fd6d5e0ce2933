import { describe, expect, test } from 'vitest'
import type { DELIVERY_STATES } from '../../../shared/domain/values.ts'
import { aMessage, NOW_MS, onHub } from '../../support/builders.ts'
import { aWiderDesk, contextFor, ids, samples } from './scenes.ts'

const again = (seen = 'unknown') => ({ messageId: ids.doubtful, seen })
const deskWith = (delivery: (typeof DELIVERY_STATES)[number]) => {
  const world = aWiderDesk()
  const message = { direction: 'out', authorKind: 'agent', delivery } as const
  world.put('messages', aMessage({ id: ids.doubtful, seq: 1, ...message }))
  return world
}
const context = contextFor('message.sendAgain')
const after = (world: ReturnType<typeof deskWith>) => world.get('messages', ids.doubtful)

describe('a message that may have left', () => {
  test('goes to its channel again as it is, and its ticket says who asked for it', () => {
    const world = deskWith('unknown')
    const before = after(world)
    world.run('message.sendAgain', again(), context)
    expect(after(world)).toEqual({ ...before, delivery: 'queued' })
    expect(world.all('events').filter(({ type }) => type === 'message.sent-again')).toMatchObject([
      { ticketId: ids.ticket, facts: { messageId: ids.doubtful } },
    ])
  })

  test('asked for twice it leaves once; what has arrived does not leave again', () => {
    for (const delivery of ['queued', 'delivered'] as const)
      expect(deskWith(delivery).run('message.sendAgain', again(), context)).toEqual([])
  })

  test('that somebody settled, or a carrier took, is asked about; insisted on it leaves', () => {
    for (const delivery of ['accepted', 'bounced', 'none'] as const) {
      const world = deskWith(delivery)
      expect(world.decide('message.sendAgain', again(), context)).toMatchObject({
        kind: 'conflict',
        conflict: { reason: 'taken', fields: [{ field: 'delivery', seen: 'unknown', theirs: delivery }] },
      })
      world.run('message.sendAgain', again(delivery), context)
      expect(after(world)?.delivery).toBe('queued')
    }
  })

  test('stays in doubt when it was sent again under a history that is lost', () => {
    const world = deskWith('unknown')
    expect(world.run('message.sendAgain', again(), onHub({ mayHaveLeft: true }))).toEqual([])
    expect(after(world)?.delivery).toBe('unknown')
  })

  test('only what is written to customers and has a channel is sent again', () => {
    const world = deskWith('unknown')
    const refused = { kind: 'rejected', code: 'not-allowed' }
    world.put('messages', aMessage({ id: ids.doubtful, direction: 'in', delivery: 'unknown' }))
    expect(world.decide('message.sendAgain', again(), context)).toEqual(refused)
    const call = { direction: 'out', channel: 'phone', delivery: 'unknown' } as const
    world.put('messages', aMessage({ id: ids.doubtful, ...call }))
    expect(world.decide('message.sendAgain', again(), context)).toEqual(refused)
  })

  test('settled it counts as taken, until a channel says more', () => {
    const world = deskWith('unknown')
    world.run('message.settle', samples['message.settle'], contextFor('message.settle'))
    expect(after(world)).toMatchObject({ delivery: 'accepted', deliveredAtMs: null })
    const news = { messageId: ids.doubtful, delivery: 'bounced', atMs: NOW_MS, code: null } as const
    world.run('message.track', news, contextFor('message.track'))
    expect(after(world)?.delivery).toBe('bounced')
  })

  test('is not settled by whoever comes after it was sent again', () => {
    const world = deskWith('queued')
    expect(world.run('message.settle', samples['message.settle'], contextFor('message.settle'))).toEqual([])
  })
})
