import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import { anAgent, aThread, idOf, onHub } from '../../support/builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

const assignment = samples['thread.assign']
const mine = samples['thread.take']

test('assigning sets team and agent together and records both', () => {
  const desk = aDesk()
  desk.run('thread.assign', assignment, onHub())
  expect(desk.get('threads', ids.service)).toMatchObject({ assigneeId: ids.colleague, teamId: ids.team })
  expect(desk.all('events')).toMatchObject([
    {
      type: 'thread.assigned',
      facts: { assigneeBefore: null, assigneeAfter: ids.colleague, teamAfter: ids.team },
    },
  ])
})

test('leaving a field out leaves it alone; an empty value empties it', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ assigneeId: ids.me, teamId: ids.team }))
  desk.run('thread.assign', { ...assignment, team: null, assignee: { seen: ids.me, value: null } }, onHub())
  expect(desk.get('threads', ids.service)).toMatchObject({ assigneeId: null, teamId: ids.team })
})

test('first accepted wins: whoever takes second is told that it is taken', () => {
  const desk = aDesk()
  desk.run('thread.assign', { ...assignment, team: null }, onHub())
  expect(desk.decide('thread.take', mine, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: {
      reason: 'taken',
      fields: [{ field: 'assigneeId', seen: null, mine: ids.me, theirs: ids.colleague }],
    },
  })
})

test('a team that moved is offered, not called taken', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ teamId: idOf(60) }))
  expect(desk.decide('thread.assign', { ...assignment, assignee: null }, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'changed-since', fields: [{ field: 'teamId', theirs: idOf(60) }] },
  })
})

test('work goes only to agents and teams that exist and are active', () => {
  const desk = aDesk()
  desk.put('agents', anAgent({ id: ids.colleague, isActive: false }))
  expect(desk.decide('thread.assign', assignment, onHub()).kind).toBe('rejected')
  desk.forget('agents', ids.colleague)
  expect(desk.decide('thread.assign', assignment, onHub()).kind).toBe('rejected')
  desk.forget('teams', ids.team)
  expect(desk.decide('thread.assign', { ...assignment, assignee: null }, onHub()).kind).toBe('rejected')
})

test('nobody takes a thread in another’s name', () => {
  expect(aDesk().decide('thread.take', { ...mine, agentId: ids.colleague }, onHub()).kind).toBe('rejected')
})

test('undoing a take gives the thread back to whom it belonged', () => {
  const desk = aDesk()
  desk.put('threads', aThread({ assigneeId: ids.colleague }))
  const take = mutationByName('thread.take')
  const args = { ...mine, seen: ids.colleague }
  const inverse = take.invert(desk.load(take, args).rows as never, args)
  desk.run('thread.take', args, onHub())
  desk.run('thread.assign', inverse?.args as typeof assignment, onHub({ mutationId: ids.madeToo }))
  expect(desk.get('threads', ids.service)?.assigneeId).toBe(ids.colleague)
})

test('two unsent assignments become one that keeps both fields and what was seen first', () => {
  const assign = mutationByName('thread.assign')
  const team = { threadId: ids.service, team: { seen: null, value: ids.team }, assignee: null }
  const first = { threadId: ids.service, team: null, assignee: { seen: null, value: ids.me } }
  const second = { threadId: ids.service, team: null, assignee: { seen: ids.me, value: ids.colleague } }
  expect(assign.coalesce(assign.coalesce(team, first), second)).toEqual({
    threadId: ids.service,
    team: { seen: null, value: ids.team },
    assignee: { seen: null, value: ids.colleague },
  })
})
