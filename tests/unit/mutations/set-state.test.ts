import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationInput, MutationName } from '../../../shared/mutations/index.ts'
import { aMessage, aThread, NOW_MS, onHub, onLaptop } from '../../support/builders.ts'
import type { World } from '../../support/row-world.ts'
import { aDesk, aPairedDesk, ids, samples } from './scenes.ts'

const solve = samples['thread.setState']

/** Runs an intent and then its inverse, as undo does with what has left. */
function undone<Name extends MutationName>(desk: World, name: Name, args: MutationInput<Name>): void {
  const mutation = mutationByName(name)
  const parsed = mutation.args.parse(args)
  const inverse = mutation.invert(desk.load(mutation, parsed).rows as never, parsed)
  if (!inverse) throw new Error(`${name} has no inverse here`)
  desk.run(name, args, onHub())
  desk.run(inverse.name as MutationName, inverse.args as never, onHub({ mutationId: ids.madeToo }))
}

test('solving stamps the time, ends the wait and is recorded', () => {
  const desk = aDesk()
  desk.run('thread.setState', solve, onHub())
  expect(desk.get('threads', ids.service)).toMatchObject({
    state: 'solved',
    solvedAtMs: NOW_MS,
    waitingSinceMs: null,
  })
  expect(desk.all('events')).toMatchObject([
    {
      type: 'thread.state-changed',
      threadId: ids.service,
      actorId: ids.me,
      facts: { before: 'open', after: 'solved' },
    },
  ])
})

test('solving one of two threads leaves the customer waiting for the other; solving both ends it', () => {
  const desk = aPairedDesk()
  desk.run('thread.setState', solve, onHub())
  expect(desk.all('threads').map(thread => thread.waitingSinceMs)).toEqual([NOW_MS - 60_000, NOW_MS - 60_000])
  desk.run('thread.setState', { ...solve, threadId: ids.support }, onHub())
  expect(desk.all('threads').map(thread => thread.waitingSinceMs)).toEqual([null, null])
})

test('solved against a newer message of the customer asks; pending does not', () => {
  const desk = aDesk()
  const newer = aMessage({ seq: 2 })
  desk.put('messages', newer)
  expect(desk.decide('thread.setState', solve, onHub())).toEqual({
    kind: 'conflict',
    conflict: {
      reason: 'customer-wrote',
      fields: [{ table: 'messages', id: newer.id, field: 'seq', seen: 1, mine: null, theirs: 2 }],
    },
  })
  expect(desk.decide('thread.setState', { ...solve, state: 'pending' }, onHub()).kind).toBe('changes')
})

test('solving after one’s own newer reply asks nothing', () => {
  const desk = aDesk()
  desk.run('ticket.reply', samples['ticket.reply'], onHub())
  expect(desk.decide('thread.setState', solve, onHub()).kind).toBe('changes')
})

test('a state that somebody else changed asks with what was seen, wanted and stands; the same wish does not', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'pending' }))
  expect(desk.decide('thread.setState', solve, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'changed-since', fields: [{ seen: 'open', mine: 'solved', theirs: 'pending' }] },
  })
  desk.put('threads', aThread({ state: 'solved', solvedAtMs: NOW_MS }))
  expect(desk.decide('thread.setState', solve, onHub())).toEqual({ kind: 'changes', changes: [] })
})

test('a closed thread reopens and takes no other work; reopening counts', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'closed', solvedAtMs: NOW_MS - 5 }))
  expect(desk.decide('thread.setPriority', samples['thread.setPriority'], onHub()).kind).toBe('rejected')
  expect(desk.decide('thread.take', samples['thread.take'], onHub()).kind).toBe('rejected')
  expect(desk.decide('thread.assign', samples['thread.assign'], onHub()).kind).toBe('rejected')
  expect(desk.decide('thread.snooze', { ...samples['thread.snooze'], seen: 'closed' }, onHub()).kind).toBe(
    'rejected',
  )
  desk.run('thread.setState', { ...solve, state: 'open', seen: 'closed' }, onHub())
  expect(desk.get('threads', ids.service)).toMatchObject({
    state: 'open',
    reopenedCount: 1,
    solvedAtMs: null,
  })
})

test('a thread withdrawn by relabelling does not come back by its state', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'closed', solvedAtMs: null }))
  expect(desk.decide('thread.setState', { ...solve, state: 'open', seen: 'closed' }, onLaptop()).kind).toBe(
    'rejected',
  )
})

test('closing what was solved keeps the moment it was solved', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'solved', solvedAtMs: NOW_MS - 5 }))
  desk.run('thread.setState', { ...solve, state: 'closed', seen: 'solved' }, onHub())
  expect(desk.get('threads', ids.service)).toMatchObject({ state: 'closed', solvedAtMs: NOW_MS - 5 })
})

test('undoing a mistaken "solved" leaves the threads as if it had never been', () => {
  const desk = aDesk()
  const before = desk.all('threads')
  undone(desk, 'thread.setState', solve)
  expect(desk.all('threads')).toEqual(before)
})

test('undoing a reopening puts back when it was solved and how often it was reopened', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'solved', solvedAtMs: NOW_MS - 5, reopenedCount: 2 }))
  const before = desk.all('threads')
  undone(desk, 'thread.setState', { ...solve, state: 'open', seen: 'solved' })
  expect(desk.all('threads')).toEqual(before)
})

test('undoing a state change of a snoozed thread snoozes it again until the same time', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ state: 'snoozed', snoozedUntilMs: NOW_MS + 9 }))
  const before = desk.all('threads')
  undone(desk, 'thread.setState', { ...solve, state: 'open', seen: 'snoozed' })
  expect(desk.all('threads')).toEqual(before)
})

test('undo is refused where somebody changed the state since', () => {
  const desk = aDesk()
  const mutation = mutationByName('thread.setState')
  const args = mutation.args.parse(solve)
  const inverse = mutation.invert(desk.load(mutation, args).rows as never, args)
  desk.run('thread.setState', solve, onHub())
  desk.run(
    'thread.setState',
    { ...solve, state: 'closed', seen: 'solved' },
    onHub({ mutationId: ids.madeToo }),
  )
  expect(desk.decide('thread.setState', inverse?.args as typeof solve, onHub()).kind).toBe('conflict')
})

test('snoozing without a time is no state to set', () => {
  const { args } = mutationByName('thread.setState')
  expect(args.safeParse({ ...solve, state: 'snoozed' }).success).toBe(false)
})

test('two unsent changes of a state become one with what was seen first', () => {
  const mutation = mutationByName('thread.setState')
  const first = mutation.args.parse({ ...solve, state: 'pending' })
  const second = mutation.args.parse({ ...solve, state: 'solved', seen: 'pending', seenUpToSeq: 4 })
  expect(mutation.coalesce(first, second)).toMatchObject({ state: 'solved', seen: 'open', seenUpToSeq: 4 })
})

test('priority: theirs stands and mine is offered; insisting takes mine', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ priority: 'high' }))
  const wish = samples['thread.setPriority']
  expect(desk.decide('thread.setPriority', wish, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: {
      reason: 'changed-since',
      fields: [{ field: 'priority', seen: 'normal', mine: 'urgent', theirs: 'high' }],
    },
  })
  desk.run('thread.setPriority', { ...wish, seen: 'high' }, onHub())
  expect(desk.get('threads', ids.service)?.priority).toBe('urgent')
})

test('undoing a priority restores it', () => {
  const desk = aDesk()
  const before = desk.all('threads')
  undone(desk, 'thread.setPriority', samples['thread.setPriority'])
  expect(desk.all('threads')).toEqual(before)
})
