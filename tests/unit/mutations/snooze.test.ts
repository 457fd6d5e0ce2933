import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { aMessage, aThread, byAutomation, NOW_MS, onHub } from '../../support/builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

const sleep = samples['thread.snooze']
const untilMs = sleep.untilMs

test('a snooze is an absolute time and is recorded', () => {
  const desk = aDesk()
  desk.run('thread.snooze', sleep, onHub())
  expect(desk.get('threads', ids.service)).toMatchObject({ state: 'snoozed', snoozedUntilMs: untilMs })
  expect(desk.all('events')).toMatchObject([{ type: 'thread.snoozed', facts: { before: 'open', untilMs } }])
})

test('a snooze against a newer message of the customer asks', () => {
  const desk = aDesk()
  desk.put('messages', aMessage({ seq: 2 }))
  expect(desk.decide('thread.snooze', sleep, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'customer-wrote' },
  })
})

test('several wakers wake once', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'snoozed', snoozedUntilMs: untilMs }))
  const wake = { threadId: ids.service, untilMs }
  expect(desk.run('thread.wake', wake, byAutomation())).toHaveLength(2)
  expect(desk.get('threads', ids.service)).toMatchObject({ state: 'open', snoozedUntilMs: null })
  expect(desk.run('thread.wake', wake, onHub({ mutationId: ids.madeToo }))).toEqual([])
})

test('a waker of an earlier snooze leaves a later one asleep', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'snoozed', snoozedUntilMs: untilMs + 60_000 }))
  expect(desk.run('thread.wake', { threadId: ids.service, untilMs }, byAutomation())).toEqual([])
})

test('undoing a snooze restores the thread, its wait and its counts', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'solved', solvedAtMs: NOW_MS - 5, waitingSinceMs: null }))
  const before = desk.all('threads')
  const snooze = mutationByName('thread.snooze')
  const args = { ...sleep, seen: 'solved' }
  const inverse = snooze.invert(desk.load(snooze, args).rows as never, args)
  desk.run('thread.snooze', args, onHub())
  expect(desk.get('threads', ids.service)?.reopenedCount).toBe(1)
  desk.run('thread.setState', inverse?.args as never, onHub({ mutationId: ids.madeToo }))
  expect(desk.all('threads')).toEqual(before)
})

test('undoing a wake lets the thread sleep until the same time', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'snoozed', snoozedUntilMs: untilMs }))
  const before = desk.all('threads')
  const wake = mutationByName('thread.wake')
  const args = { threadId: ids.service, untilMs: null }
  const inverse = wake.invert(desk.load(wake, args).rows as never, args)
  desk.run('thread.wake', args, onHub())
  desk.run('thread.snooze', inverse?.args as typeof sleep, onHub({ mutationId: ids.madeToo }))
  expect(desk.all('threads')).toEqual(before)
})
