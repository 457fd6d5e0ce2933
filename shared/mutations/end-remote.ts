import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { Moment, Prose } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Ends a look from afar and says what was done; what was done can be written better later. */
export const endRemote = defineMutation({
  name: 'remote.end',
  args: z.strictObject({
    sessionId: RowId,
    done: Prose,
    endedAtMs: Moment,
    seen: z.strictObject({ done: Prose.nullable(), endedAtMs: Moment.nullable() }),
  }),
  reads: ({ sessionId }) => ({ session: one('remoteSessions', sessionId) }),
  may: (_actor, { session }) => session.consent !== 'refused',
  plan: ({ session }, { done, endedAtMs }, context) => {
    const changes = patchChanged('remoteSessions', session, {
      done,
      endedAtMs: Math.max(endedAtMs, session.startedAtMs),
    })
    if (changes.length === 0) return []
    const minutes = Math.round((endedAtMs - session.startedAtMs) / 60_000)
    return [
      ...changes,
      recordEvent(context, {
        place: onCustomer(session.customerId, session.ticketId),
        type: session.endedAtMs === null ? 'remote.ended' : 'remote.described',
        facts: { sessionId: session.id, tool: session.tool, minutes: Math.max(0, minutes) },
      }),
    ]
  },
  conflict: ({ session }, { sessionId, done, endedAtMs, seen }) => {
    const on = { table: 'remoteSessions', id: sessionId } as const
    return conflictOf('changed-since', [
      { ...on, field: 'done', seen: seen.done, mine: done, theirs: session.done },
      { ...on, field: 'endedAtMs', seen: seen.endedAtMs, mine: endedAtMs, theirs: session.endedAtMs },
    ])
  },
  describe: ({ done }) => ({ key: 'describe.endRemote', values: { done: done.slice(0, 80) } }),
  insist: ({ session }, args) => ({ ...args, seen: { done: session.done, endedAtMs: session.endedAtMs } }),
})
