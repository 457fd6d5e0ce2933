import { z } from 'zod'
import { ThreadId } from '../domain/ids.ts'
import { ThreadState } from '../domain/values.ts'
import { defineMutation, many, one, patch } from './define.ts'

export const setState = defineMutation({
  name: 'thread.setState',
  args: z.strictObject({ threadId: ThreadId, state: ThreadState, seen: z.string() }),
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  alsoReads: ({ thread }) => ({ siblings: many('threads', { ticketId: thread.ticketId }) }),
  may: (actor, { thread, siblings }) => thread.state !== 'closed' && siblings.length > 0 && actor.id !== '',
  plan: ({ thread }, { state }, { nowMs }) => [
    patch('threads', thread.id, { state, solvedAtMs: state === 'solved' ? nowMs : null }),
  ],
  conflict: ({ thread }, { state, seen }) =>
    thread.state === seen || thread.state === state
      ? null
      : {
          reason: 'changed-since',
          fields: [{ table: 'threads', id: thread.id, field: 'state', seen, mine: state, theirs: thread.state }],
        },
  describe: ({ state }) => ({ key: 'describe.setState', values: { state } }),
  insist: ({ thread }, args) => ({ ...args, seen: thread.state }),
})
