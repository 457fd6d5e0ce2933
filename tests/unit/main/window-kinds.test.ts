import { expect, test } from 'vitest'
import { eventNames } from '../../../shared/contract/events.ts'
import { contract } from '../../../shared/contract/index.ts'
import { mayCall, mayHear } from '../../../shared/contract/window-kinds.ts'

const names = Object.keys(contract)

test('the board’s methods are the supervisors’ window’s alone, and it has no others but what it shows', () => {
  const ofBoard = names.filter(name => !mayCall('console', name))
  expect(ofBoard.toSorted()).toEqual([
    'board.issues',
    'board.threads',
    'board.watch',
    'supervisor.openTicket',
    'supervisor.setWallboard',
  ])
  expect(names.filter(name => mayCall('supervisor', name)).toSorted()).toEqual(
    [
      ...ofBoard,
      'agent.setCapacity',
      'allowances.list',
      'approval.decide',
      'approvals.decideOnHub',
      'approvals.onHub',
      'approvals.waiting',
      'customers.atRisk',
      'customers.countAtRisk',
      'app.info',
      'app.tellDefect',
      'directory.get',
      'mutations.group',
      'questions.ask',
      'session.get',
      'settings.get',
      'sync.status',
    ].toSorted(),
  )
})

test('names that are none are refused to the board, and left to the router for the console', () => {
  for (const name of ['toString', '', null, 7]) {
    expect(mayCall('supervisor', name)).toBe(false)
    expect(mayCall('console', name)).toBe(true)
  }
})

test('the board hears no reminders, arrivals or commands, and nobody else hears the board', () => {
  const heard = eventNames.filter(name => mayHear('supervisor', name))
  expect(heard.toSorted()).toEqual([
    'board.changed',
    'data.changed',
    'session.changed',
    'settings.changed',
    'sync.changed',
  ])
  expect(eventNames.filter(name => !mayHear('console', name))).toEqual(['board.changed'])
})
