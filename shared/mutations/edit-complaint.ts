import { z } from 'zod'
import { COMPLAINT_STATES, SEVERITIES } from '../domain/cases.ts'
import type { Complaint } from '../domain/cases.ts'
import { AgentId, RowId } from '../domain/ids.ts'
import { isUnresolved } from '../rules/cases/review-risk.ts'
import { defineMutation, one } from './define.ts'
import { Line, SeenValue } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { recordEvent } from './parts/events.ts'

const Seen = SeenValue.nullable()
/** One field of a complaint. A field stands at most once in an intent. */
const ComplaintEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('severity'), seen: Seen, value: z.enum(SEVERITIES) }),
  z.strictObject({ field: z.literal('state'), seen: Seen, value: z.enum(COMPLAINT_STATES) }),
  z.strictObject({ field: z.literal('ownerId'), seen: Seen, value: AgentId.nullable() }),
  z.strictObject({ field: z.literal('mentionsReview'), seen: z.boolean(), value: z.boolean() }),
  z.strictObject({ field: z.literal('outcome'), seen: Seen, value: Line.nullable() }),
])
type ComplaintEdit = z.infer<typeof ComplaintEdit>

/** States that say the same to somebody who begins: an opened complaint with a plan is recovering at once. */
const isBeginning = (state: unknown): boolean => state === 'open' || state === 'recovering'

function fieldsAfter(
  complaint: Complaint,
  fields: readonly ComplaintEdit[],
  nowMs: number,
): Partial<Complaint> {
  const wanted: Partial<Complaint> = Object.fromEntries(fields.map(({ field, value }) => [field, value]))
  if (wanted.state === undefined || wanted.state === complaint.state) return wanted
  return { ...wanted, closedAtMs: isUnresolved({ state: wanted.state }) ? null : nowMs }
}

/** Severity, owner, state, risk and outcome of a complaint; each field on its own asks when somebody else was first. */
export const editComplaint = defineMutation({
  name: 'complaint.edit',
  args: z.strictObject({ complaintId: RowId, fields: z.array(ComplaintEdit).min(1).max(5) }),
  reads: ({ complaintId }) => ({ complaint: one('complaints', complaintId) }),
  may: () => true,
  plan: ({ complaint }, { fields }, context) => {
    const changes = patchChanged('complaints', complaint, fieldsAfter(complaint, fields, context.nowMs))
    const touched = changes.flatMap(change => (change.how === 'patch' ? Object.keys(change.fields) : []))
    if (touched.length === 0) return []
    const state = fields.find(({ field }) => field === 'state')
    const isMoved = state !== undefined && touched.includes('state')
    return [
      ...changes,
      recordEvent(context, {
        place: onCase(complaint),
        type: isMoved ? `complaint.${String(state.value)}` : 'complaint.edited',
        facts: { complaintId: complaint.id, fields: touched.toSorted().join(' ') },
      }),
    ]
  },
  conflict: ({ complaint }, { complaintId, fields }) =>
    conflictOf(
      'changed-since',
      fields
        .filter(
          ({ field, seen }) => !(field === 'state' && isBeginning(seen) && isBeginning(complaint.state)),
        )
        .map(({ field, seen, value }) => ({
          table: 'complaints',
          id: complaintId,
          field,
          seen,
          mine: value,
          theirs: complaint[field],
        })),
    ),
  describe: ({ fields }) => ({
    key: 'describe.editComplaint',
    values: { fields: fields.map(({ field }) => field).join(' ') },
  }),
  insist: ({ complaint }, { complaintId, fields }) => ({
    complaintId,
    fields: fields.map(change => ({ ...change, seen: complaint[change.field] }) as ComplaintEdit),
  }),
  invert: ({ complaint }, { complaintId, fields }) =>
    // What a newer hub says cannot be written back.
    complaint.state === 'other' || complaint.severity === 'other'
      ? null
      : {
          name: 'complaint.edit',
          args: {
            complaintId,
            fields: fields.map(({ field, value }) => ({ field, seen: value, value: complaint[field] })),
          },
        },
  without: (args, names) => {
    const fields = args.fields.filter(({ field }) => !names.includes(field))
    return fields.length > 0 ? { ...args, fields } : null
  },
})
