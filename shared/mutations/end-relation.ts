import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { Moment } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** A relation is over, or goes on after all. It stays in the record: who decided then is worth knowing later. */
export const endRelation = defineMutation({
  name: 'relation.end',
  args: z.strictObject({
    relationId: RowId,
    /** Null: it goes on. */
    endedAtMs: Moment.nullable(),
    seen: Moment.nullable(),
  }),
  reads: ({ relationId }) => ({ relation: one('relations', relationId) }),
  may: () => true,
  plan: ({ relation }, { endedAtMs }, context) => {
    const changes = patchChanged('relations', relation, { endedAtMs })
    if (changes.length === 0) return []
    return [
      ...changes,
      recordEvent(context, {
        place: onCustomer(relation.customerId),
        type: endedAtMs === null ? 'relation.resumed' : 'relation.ended',
        facts: { relationId: relation.id, relation: relation.kind },
      }),
    ]
  },
  conflict: ({ relation }, { relationId, endedAtMs, seen }) =>
    conflictOf('changed-since', [
      {
        table: 'relations',
        id: relationId,
        field: 'endedAtMs',
        seen,
        mine: endedAtMs,
        theirs: relation.endedAtMs,
      },
    ]),
  describe: ({ endedAtMs }) => ({
    key: endedAtMs === null ? 'describe.resumeRelation' : 'describe.endRelation',
    values: {},
  }),
  insist: ({ relation }, args) => ({ ...args, seen: relation.endedAtMs }),
  invert: ({ relation }, { relationId, endedAtMs }) => ({
    name: 'relation.end',
    args: { relationId, endedAtMs: relation.endedAtMs, seen: endedAtMs },
  }),
})
