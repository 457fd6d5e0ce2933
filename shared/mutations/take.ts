import { z } from 'zod'
import { AgentId, ThreadId } from '../domain/ids.ts'
import { isWorkable } from '../rules/thread-life.ts'
import { defineMutation, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onThread, recordEvent } from './parts/events.ts'

/** "I do it": the acting agent becomes the owner. `agentId` names them, so that an undo can be checked. */
export const take = defineMutation({
  name: 'thread.take',
  args: z.strictObject({ threadId: ThreadId, agentId: AgentId, seen: SeenValue.nullable() }),
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  may: (actor, { thread }, { agentId }) => actor.id === agentId && isWorkable(thread),
  plan: ({ thread }, { agentId }, context) =>
    thread.assigneeId === agentId
      ? []
      : [
          ...patchChanged('threads', thread, { assigneeId: agentId }),
          recordEvent(context, {
            place: onThread(thread),
            type: 'thread.taken',
            facts: { assigneeBefore: thread.assigneeId, assigneeAfter: agentId },
          }),
        ],
  conflict: ({ thread }, { agentId, seen }) =>
    conflictOf('taken', [
      {
        table: 'threads',
        id: thread.id,
        field: 'assigneeId',
        seen,
        mine: agentId,
        theirs: thread.assigneeId,
      },
    ]),
  describe: () => ({ key: 'describe.take', values: {} }),
  insist: ({ thread }, args) => ({ ...args, seen: thread.assigneeId }),
  invert: ({ thread }, { threadId, agentId }) =>
    thread.assigneeId === agentId
      ? null
      : {
          name: 'thread.assign',
          args: { threadId, team: null, assignee: { seen: agentId, value: thread.assigneeId } },
        },
})
