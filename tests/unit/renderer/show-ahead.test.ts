import { expect, test } from 'vitest'
import { aheadOf, showAhead } from '../../../renderer/data/show-ahead.ts'
import type { LiveQueries } from '../../../renderer/data/live-queries.ts'

const [mine, other] = ['thread-mine', 'thread-other']
const threads = [
  { id: mine, assigneeId: null, teamId: 'team', priority: 'normal', state: 'open' },
  { id: other, assigneeId: 'jonas', teamId: null, priority: 'high', state: 'pending' },
]

/** One answered question; what is shown of it, and what was asked again. */
function shown() {
  let view: unknown = { threads }
  const again: unknown[] = []
  const live = {
    amend: (name: string, change: (value: never) => unknown) => {
      expect(name).toBe('tickets.get')
      view = change(view as never)
    },
    changed: (rows: unknown) => void again.push(rows),
  } as unknown as Pick<LiveQueries, 'amend' | 'changed'>
  return { live, again, view: () => view }
}

test('an owner, a team, a priority and a state are shown before they are saved, on their thread alone', () => {
  const { live, view, again } = shown()
  const taken = showAhead(live, 'thread.take', { threadId: mine, agentId: 'mira', seen: null })
  expect(view()).toEqual({ threads: [{ ...threads[0], assigneeId: 'mira' }, threads[1]] })
  taken(true)
  showAhead(live, 'thread.assign', { threadId: mine, assignee: null, team: { seen: 'team', value: null } })(
    true,
  )
  showAhead(live, 'thread.setPriority', { threadId: mine, priority: 'urgent', seen: 'normal' })(true)
  showAhead(live, 'thread.setState', { threadId: mine, state: 'solved', seen: 'open' })(true)
  expect(view()).toEqual({
    threads: [
      { id: mine, assigneeId: 'mira', teamId: null, priority: 'urgent', state: 'solved' },
      threads[1],
    ],
  })
  expect(again).toEqual([])
})

test('what was refused is asked for again, so that what is true comes back', () => {
  const { live, again } = shown()
  showAhead(live, 'thread.take', { threadId: mine, agentId: 'mira', seen: null })(false)
  expect(again).toEqual([{ ofTicket: null }])
})

test('a ticket without the thread, and intents whose outcome is computed, are left as they are', () => {
  const { live, view, again } = shown()
  const before = view()
  showAhead(live, 'thread.take', { threadId: 'elsewhere', agentId: 'mira', seen: null })(true)
  expect(view()).toBe(before)
  expect(aheadOf('ticket.relabel', { ticketId: 't', kind: 'both' })).toBeNull()
  showAhead(live, 'ticket.reply', {})(false)
  expect(view()).toBe(before)
  expect(again).toEqual([])
})
