import { beforeEach, describe, expect, test } from 'vitest'
import { shownClock } from '../../../shared/rules/sla/shown-clock.ts'
import type { MutationContext } from '../../../shared/mutations/define.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import {
  aCustomer,
  aMessage,
  aThread,
  aTicket,
  byAutomation,
  idOf,
  NOW_MS,
  onHub,
  someServiceLevels,
} from '../../support/builders.ts'
import { createWorld } from '../../support/row-world.ts'
import type { World } from '../../support/row-world.ts'
import { ids } from './scenes.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A Monday; the desk is open 8 to 13 and 15 to 18 UTC. */
const START = Date.UTC(2025, 2, 3, 9)
const levels = someServiceLevels()
let acts = 200
const at = (nowMs: number, facts: Partial<MutationContext> = {}) => ({
  nowMs,
  acceptedAtMs: nowMs,
  mutationId: idOf((acts += 1)),
  serviceLevels: levels,
  ...facts,
})

const mark = {
  threadId: ids.support,
  isRestored: true,
  seen: { restoredAtMs: null, reopenedCount: 0 },
  seenUpToSeq: 1,
}
let world: World
const thread = (): Thread => {
  const found = world.get('threads', ids.support)
  if (!found) throw new Error('the thread is gone')
  return found
}
const solve = () => thread().clocks?.solve

beforeEach(() => {
  world = createWorld()
  world.put('customers', aCustomer())
  world.put('tickets', aTicket({ lastMessageSeq: 1 }))
  world.put('threads', aThread({ id: ids.support, kind: 'support', openedAtMs: START }))
  world.put('messages', aMessage({ id: ids.message, seq: 1 }))
  world.run('thread.startClocks', { threadId: ids.support }, byAutomation(at(START)))
})

describe('service that runs again', () => {
  test('ends the clock to restore while the thread stays open, and says so in its events', () => {
    world.run('thread.setRestored', mark, onHub(at(START + HOUR_MS)))
    expect(thread()).toMatchObject({ state: 'open', restoredAtMs: START + HOUR_MS, dueAtMs: null })
    expect(solve()).toMatchObject({ stoppedAtMs: START + HOUR_MS })
    expect(shownClock(thread())).toBeNull()
    expect(world.all('events').map(({ type }) => type)).toEqual(['thread.restored'])
    // What follows does not start it again.
    world.run(
      'thread.setPriority',
      { threadId: ids.support, priority: 'urgent', seen: 'normal' },
      onHub(at(START + 2 * HOUR_MS)),
    )
    expect(solve()?.stoppedAtMs).not.toBeNull()
  })

  test('was late when it ran out before, and the hub records that once', () => {
    world.run('thread.setRestored', mark, onHub(at(START + 30 * HOUR_MS)))
    expect(
      world
        .all('events')
        .map(({ type }) => type)
        .toSorted(),
    ).toEqual(['sla.breached', 'thread.restored'])
  })

  test('taken back, the clock goes on as if it had never been stopped', () => {
    const dueAtMs = solve()?.dueAtMs
    world.run('thread.setRestored', mark, onHub(at(START + HOUR_MS)))
    const seen = { restoredAtMs: START + HOUR_MS, reopenedCount: 0 }
    world.run('thread.setRestored', { ...mark, isRestored: false, seen }, onHub(at(START + 2 * HOUR_MS)))
    expect(thread()).toMatchObject({ restoredAtMs: null, dueAtMs })
    expect(solve()).toMatchObject({ stoppedAtMs: null, dueAtMs })
  })

  test('a thread that comes back is not restored any more; undoing that brings the moment back', () => {
    world.run('thread.setRestored', mark, onHub(at(START + HOUR_MS)))
    const state = { threadId: ids.support, seenUpToSeq: 1 }
    world.run('thread.setState', { ...state, state: 'solved', seen: 'open' }, onHub(at(START + 2 * HOUR_MS)))
    expect(thread().restoredAtMs).toBe(START + HOUR_MS)
    world.run('thread.setState', { ...state, state: 'open', seen: 'solved' }, onHub(at(START + 3 * HOUR_MS)))
    expect(thread().restoredAtMs).toBeNull()
    expect(solve()?.stoppedAtMs).toBeNull()
  })
})

describe('when the hub has moved on', () => {
  const decide = (args: Partial<typeof mark>) =>
    world.decide('thread.setRestored', { ...mark, ...args }, onHub(at(START + HOUR_MS)))

  test('two who say it are one fact', () => {
    world.put('threads', { ...thread(), restoredAtMs: START + MINUTE_MS })
    expect(decide({})).toEqual({ kind: 'changes', changes: [] })
  })

  test('it asks when the customer wrote since, and when the thread came back since', () => {
    world.put('messages', aMessage({ id: idOf(33), seq: 2, direction: 'in' }))
    expect(decide({})).toMatchObject({ kind: 'conflict', conflict: { reason: 'customer-wrote' } })
    expect(decide({ seenUpToSeq: 2 }).kind).toBe('changes')
    world.put('threads', { ...thread(), reopenedCount: 1 })
    expect(decide({ seenUpToSeq: 2 })).toMatchObject({
      kind: 'conflict',
      conflict: { reason: 'changed-since', fields: [{ field: 'reopenedCount', seen: 0, theirs: 1 }] },
    })
  })

  test('taking back asks when it was restored another time since', () => {
    world.put('threads', { ...thread(), restoredAtMs: START + 20 * MINUTE_MS })
    const back = { isRestored: false, seen: { restoredAtMs: NOW_MS, reopenedCount: 0 } }
    expect(decide({ ...back, seen: { ...back.seen, restoredAtMs: START } as never })).toMatchObject({
      kind: 'conflict',
      conflict: { fields: [{ field: 'restoredAtMs' }] },
    })
  })

  test('service is resolved, not restored, and a closed thread only reopens', () => {
    world.put('threads', { ...thread(), kind: 'service' })
    expect(decide({})).toMatchObject({ kind: 'rejected', code: 'not-allowed' })
    world.put('threads', { ...thread(), kind: 'support', state: 'closed' })
    expect(decide({})).toMatchObject({ kind: 'rejected' })
  })
})
