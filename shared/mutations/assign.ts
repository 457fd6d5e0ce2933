import { z } from 'zod'
import { AgentId, TeamId, ThreadId } from '../domain/ids.ts'
import type { Thread } from '../domain/tickets.ts'
import { isWorkable } from '../rules/thread-life.ts'
import { defineMutation, maybe, one } from './define.ts'
import { edit, SeenValue } from './parts/args.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onThread, recordEvent } from './parts/events.ts'

const AssignArgs = z.strictObject({
  threadId: ThreadId,
  /** Null leaves the field alone; a null `value` empties it. */
  team: edit(SeenValue.nullable(), TeamId.nullable()).nullable(),
  assignee: edit(SeenValue.nullable(), AgentId.nullable()).nullable(),
})
type AssignArgs = z.infer<typeof AssignArgs>

const wanted = (thread: Thread, { team, assignee }: AssignArgs): Pick<Thread, 'teamId' | 'assigneeId'> => ({
  teamId: team ? team.value : thread.teamId,
  assigneeId: assignee ? assignee.value : thread.assigneeId,
})

/** First accepted wins: whoever comes later is told, and asked. */
export const assign = defineMutation({
  name: 'thread.assign',
  args: AssignArgs,
  reads: ({ threadId, team, assignee }) => ({
    thread: one('threads', threadId),
    team: maybe('teams', team?.value ?? NO_ROW),
    agent: maybe('agents', assignee?.value ?? NO_ROW),
  }),
  may: (_actor, { thread, team, agent }, args) =>
    isWorkable(thread) &&
    ((args.team?.value ?? null) === null || team !== null) &&
    ((args.assignee?.value ?? null) === null || agent?.isActive === true),
  plan: ({ thread }, args, context) => {
    const after = wanted(thread, args)
    const changes = patchChanged('threads', thread, after)
    if (changes.length === 0) return []
    const facts = {
      assigneeBefore: thread.assigneeId,
      assigneeAfter: after.assigneeId,
      teamBefore: thread.teamId,
      teamAfter: after.teamId,
    }
    return [...changes, recordEvent(context, { place: onThread(thread), type: 'thread.assigned', facts })]
  },
  conflict: ({ thread }, { team, assignee }) => {
    const on = { table: 'threads', id: thread.id } as const
    const owner = assignee
      ? [{ ...on, field: 'assigneeId', seen: assignee.seen, mine: assignee.value, theirs: thread.assigneeId }]
      : []
    const group = team
      ? [{ ...on, field: 'teamId', seen: team.seen, mine: team.value, theirs: thread.teamId }]
      : []
    const isTaken = conflictOf('taken', owner) !== null
    return conflictOf(isTaken ? 'taken' : 'changed-since', [...owner, ...group])
  },
  describe: ({ team, assignee }) => ({
    key: 'describe.assign',
    values: { assigneeId: assignee?.value ?? '', teamId: team?.value ?? '' },
  }),
  insist: ({ thread }, args) => ({
    ...args,
    team: args.team && { ...args.team, seen: thread.teamId },
    assignee: args.assignee && { ...args.assignee, seen: thread.assigneeId },
  }),
  invert: ({ thread }, args) => ({
    name: 'thread.assign',
    args: {
      threadId: args.threadId,
      team: args.team && { seen: args.team.value, value: thread.teamId },
      assignee: args.assignee && { seen: args.assignee.value, value: thread.assigneeId },
    },
  }),
  without: (args, fields) => {
    const team = fields.includes('teamId') ? null : args.team
    const assignee = fields.includes('assigneeId') ? null : args.assignee
    return team || assignee ? { ...args, team, assignee } : null
  },
  coalesceKey: ({ threadId }) => `thread.assign:${threadId}`,
  coalesce: (earlier, later) => ({
    threadId: later.threadId,
    team:
      later.team && earlier.team ? { ...later.team, seen: earlier.team.seen } : (later.team ?? earlier.team),
    assignee:
      later.assignee && earlier.assignee
        ? { ...later.assignee, seen: earlier.assignee.seen }
        : (later.assignee ?? earlier.assignee),
  }),
})
