import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { aFollowUp, aPromise, NOW_MS, onHub } from '../../support/builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

const done = samples['followUp.complete']
const kept = samples['promise.keep']

test('a follow-up and a promise are open, owned and recorded with their due time', () => {
  const desk = aDesk()
  desk.run('followUp.add', samples['followUp.add'], onHub())
  expect(desk.get('followUps', ids.made)).toMatchObject({
    state: 'open',
    ownerId: ids.me,
    completedAtMs: null,
  })
  expect(desk.all('events')).toMatchObject([
    { type: 'follow-up.added', facts: { dueAtMs: NOW_MS + 86_400_000 } },
  ])
  const other = aDesk()
  other.run('promise.add', samples['promise.add'], onHub())
  expect(other.get('promises', ids.made)).toMatchObject({
    state: 'open',
    promise: 'Call back by Friday',
    closedAtMs: null,
  })
})

test('completing keeps the outcome and the time', () => {
  const desk = aDesk()
  desk.run('followUp.complete', done, onHub())
  expect(desk.get('followUps', ids.followUp)).toMatchObject({
    state: 'done',
    outcome: 'She is happy.',
    completedAtMs: NOW_MS,
  })
})

test('two outcomes of one follow-up ask: neither is dropped', () => {
  const desk = aDesk()
  desk.put('followUps', aFollowUp({ id: ids.followUp, state: 'done', outcome: 'No answer.' }))
  expect(desk.decide('followUp.complete', done, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'outcome', mine: 'She is happy.', theirs: 'No answer.' }] },
  })
  desk.put('followUps', aFollowUp({ id: ids.followUp, state: 'done', outcome: 'She is happy.' }))
  expect(desk.decide('followUp.complete', done, onHub())).toEqual({ kind: 'changes', changes: [] })
})

test('a promise says whether it was kept in time', () => {
  const late = (dueAtMs: number) => {
    const desk = aDesk()
    desk.put('promises', aPromise({ id: ids.promise, dueAtMs }))
    desk.run('promise.keep', kept, onHub())
    return desk.all('events')[0]?.facts['inTime']
  }
  expect(late(NOW_MS)).toBe(true)
  expect(late(NOW_MS - 1)).toBe(false)
})

test('a promise that a colleague called broken asks', () => {
  const desk = aDesk()
  desk.put('promises', aPromise({ id: ids.promise, state: 'broken' }))
  expect(desk.decide('promise.keep', kept, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ seen: 'open', mine: 'kept', theirs: 'broken' }] },
  })
})

test.each([
  ['followUp.complete', 'followUps'],
  ['promise.keep', 'promises'],
] as const)('undoing %s opens it again as it was', (name, table) => {
  const desk = aDesk()
  const before = desk.all(table)
  const mutation = mutationByName(name)
  const inverse = mutation.invert(desk.load(mutation, samples[name]).rows as never, samples[name])
  desk.run(name, samples[name], onHub())
  desk.run(inverse?.name as MutationName, inverse?.args as never, onHub({ mutationId: ids.madeToo }))
  expect(desk.all(table)).toEqual(before)
})

test('undoing an added follow-up cancels it, an added promise withdraws it', () => {
  const inverseOf = (name: 'followUp.add' | 'promise.add') => {
    const mutation = mutationByName(name)
    return mutation.invert(aDesk().load(mutation, samples[name]).rows as never, samples[name])
  }
  expect(inverseOf('followUp.add')).toMatchObject({
    name: 'followUp.complete',
    args: { state: 'cancelled', seen: 'open' },
  })
  expect(inverseOf('promise.add')).toMatchObject({
    name: 'promise.keep',
    args: { outcome: 'withdrawn', seen: 'open' },
  })
})
