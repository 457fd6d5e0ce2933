import { expect, test } from 'vitest'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { aThread, byAutomation, NOW_MS } from '../../support/builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

const mail = samples['ticket.receive']
const arrive = (...threads: readonly Thread[]) => {
  const desk = aDesk()
  desk.put('threads', ...threads)
  desk.run('ticket.receive', mail, byAutomation())
  return desk
}
const states = (desk: ReturnType<typeof aDesk>) => desk.all('threads').map(thread => thread.state)

test('a message of the customer takes the next place and starts the wait', () => {
  const desk = arrive(aThread())
  expect(desk.get('messages', ids.made)).toMatchObject({
    seq: 2,
    direction: 'in',
    authorKind: 'customer',
    authorId: null,
    messageId: '<1@norte.example>',
  })
  expect(desk.get('tickets', ids.ticket)?.lastMessageSeq).toBe(2)
  expect(desk.get('threads', ids.service)?.waitingSinceMs).toBe(NOW_MS)
})

test('several messages in a row are one wait', () => {
  const desk = arrive(aThread({ waitingSinceMs: NOW_MS - 60_000 }))
  expect(desk.get('threads', ids.service)?.waitingSinceMs).toBe(NOW_MS - 60_000)
})

test.each(['pending', 'snoozed', 'solved', 'closed'] as const)(
  'a %s thread comes back, with an event that says why',
  state => {
    const isDone = state === 'solved' || state === 'closed'
    const desk = arrive(
      aThread({ state, snoozedUntilMs: NOW_MS + 1, solvedAtMs: isDone ? NOW_MS - 5 : null }),
    )
    expect(desk.get('threads', ids.service)).toMatchObject({
      state: 'open',
      snoozedUntilMs: null,
      solvedAtMs: null,
      reopenedCount: isDone ? 1 : 0,
    })
    expect(desk.all('events')).toMatchObject([
      {
        type: 'thread.state-changed',
        actorId: null,
        facts: { before: state, after: 'open', cause: 'customer-wrote' },
      },
    ])
  },
)

test('a word on the open support thread does not reopen the solved service thread beside it', () => {
  const desk = arrive(
    aThread({ state: 'solved', solvedAtMs: NOW_MS, isPaired: true }),
    aThread({ id: ids.support, kind: 'support', isPaired: true }),
  )
  expect(states(desk)).toEqual(['solved', 'open'])
})

test('with both threads solved both come back', () => {
  const solved = { state: 'solved', solvedAtMs: NOW_MS, isPaired: true } as const
  const desk = arrive(aThread(solved), aThread({ ...solved, id: ids.support, kind: 'support' }))
  expect(states(desk)).toEqual(['open', 'open'])
})

test('a thread that relabelling withdrew stays closed', () => {
  const desk = arrive(
    aThread({ state: 'solved', solvedAtMs: NOW_MS }),
    aThread({ id: ids.support, kind: 'support', state: 'closed', solvedAtMs: null }),
  )
  expect(states(desk)).toEqual(['open', 'closed'])
})
