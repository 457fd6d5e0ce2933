import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { RELATION_KINDS } from '../domain/relations.ts'
import { defineMutation, one } from './define.ts'
import { Line, Moment, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** A field stands at most once in an intent. */
const RelationEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('kind'), seen: SeenValue, value: z.enum(RELATION_KINDS) }),
  z.strictObject({ field: z.literal('note'), seen: Line.nullable(), value: Line.nullable() }),
  z.strictObject({ field: z.literal('sinceMs'), seen: Moment.nullable(), value: Moment.nullable() }),
])
const EditRelationArgs = z.strictObject({ relationId: RowId, fields: z.array(RelationEdit).max(3) })

/** Another kind, note or beginning of a relation. Asks back when a colleague has written something else meanwhile. */
export const editRelation = defineMutation({
  name: 'relation.edit',
  args: EditRelationArgs,
  reads: ({ relationId }) => ({ relation: one('relations', relationId) }),
  may: () => true,
  plan: ({ relation }, { fields }, context) => {
    const after = Object.fromEntries(fields.map(({ field, value }) => [field, value]))
    const changes = patchChanged('relations', relation, after)
    if (changes.length === 0) return []
    return [
      ...changes,
      recordEvent(context, {
        place: onCustomer(relation.customerId),
        type: 'relation.edited',
        facts: { relationId: relation.id, relation: relation.kind },
      }),
    ]
  },
  conflict: ({ relation }, { relationId, fields }) =>
    conflictOf(
      'changed-since',
      fields.map(({ field, seen, value }) => ({
        table: 'relations',
        id: relationId,
        field,
        seen,
        mine: value,
        theirs: relation[field],
      })),
    ),
  describe: () => ({ key: 'describe.editRelation', values: {} }),
  insist: ({ relation }, args) => ({
    ...args,
    fields: args.fields.map(change => Object.assign({}, change, { seen: relation[change.field] })),
  }),
  invert: ({ relation }, { relationId, fields }) => {
    const back = fields.flatMap(({ field, value }) => {
      const before = relation[field]
      // A kind of a newer hub is never written back.
      return before === 'other' && field === 'kind' ? [] : [{ field, seen: value, value: before }]
    })
    return back.length === 0 ? null : { name: 'relation.edit', args: { relationId, fields: back } }
  },
  without: (args, names) => {
    const fields = args.fields.filter(({ field }) => !names.includes(field))
    return fields.length === 0 ? null : { ...args, fields }
  },
})
