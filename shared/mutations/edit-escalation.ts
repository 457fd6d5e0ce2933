import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { ESCALATION_STATES, OPEN_ESCALATION_STATES } from '../domain/incidents.ts'
import type { Escalation } from '../domain/incidents.ts'
import { mayAccept } from '../rules/escalation/may-accept.ts'
import { defineMutation, isAutomation, one } from './define.ts'
import { Prose, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { EngineeringKey } from './parts/issue-args.ts'

/** One field of the escalation. A field stands at most once in an intent. */
const EscalationEdit = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('state'), seen: SeenValue, value: z.enum(ESCALATION_STATES) }),
  z.strictObject({ field: z.literal('outcome'), seen: Prose.nullable(), value: Prose.nullable() }),
  z.strictObject({
    field: z.literal('engineeringKey'),
    seen: SeenValue.nullable(),
    value: EngineeringKey.nullable(),
  }),
])
type EscalationEdit = z.infer<typeof EscalationEdit>
type Args = { readonly escalationId: string; readonly fields: readonly EscalationEdit[] }

const isOpen = (state: string): boolean => OPEN_ESCALATION_STATES.includes(state)

const stateAfter = ({ fields }: Args): Escalation['state'] | null =>
  fields.find(edit => edit.field === 'state')?.value ?? null

function fieldsAfter(escalation: Escalation, args: Args, nowMs: number): Partial<Escalation> {
  const given = Object.fromEntries(args.fields.map(({ field, value }) => [field, value]))
  const state = stateAfter(args)
  if (state === null || state === escalation.state) return given
  return { ...given, closedAtMs: isOpen(state) ? null : (escalation.closedAtMs ?? nowMs) }
}

/** Answers an escalation, links engineering's own issue, or takes it back. */
export const editEscalation = defineMutation({
  name: 'escalation.edit',
  args: z.strictObject({ escalationId: RowId, fields: z.array(EscalationEdit).min(1).max(8) }),
  reads: ({ escalationId }) => ({ escalation: one('escalations', escalationId) }),
  may: (actor, { escalation }, args) =>
    stateAfter(args) !== 'accepted' ||
    escalation.state === 'accepted' ||
    isAutomation(actor) ||
    mayAccept(actor, escalation),
  plan: ({ escalation }, args, context) => {
    const after = fieldsAfter(escalation, args, context.nowMs)
    if (patchChanged('escalations', escalation, after).length === 0) return []
    const updatedAtMs = Math.max(escalation.updatedAtMs, context.nowMs)
    const state = after.state ?? escalation.state
    const key = after.engineeringKey === undefined ? escalation.engineeringKey : after.engineeringKey
    const facts = { escalationId: escalation.id, tier: escalation.tier, engineeringKey: key }
    return [
      ...patchChanged('escalations', escalation, { ...after, updatedAtMs }),
      recordEvent(context, {
        place: onCustomer(escalation.customerId, escalation.ticketId),
        type: state === escalation.state ? 'escalation.edited' : `escalation.${state}`,
        facts,
      }),
    ]
  },
  conflict: ({ escalation }, { escalationId, fields }) =>
    conflictOf(
      'changed-since',
      fields.map(({ field, seen, value }) => ({
        table: 'escalations',
        id: escalationId,
        field,
        seen,
        mine: value,
        theirs: escalation[field],
      })),
    ),
  describe: ({ fields }) => ({
    key: 'describe.editEscalation',
    values: { fields: fields.map(({ field }) => field).join(' ') },
  }),
  insist: ({ escalation }, { escalationId, fields }) => ({
    escalationId,
    fields: fields.map(change => ({ ...change, seen: escalation[change.field] }) as EscalationEdit),
  }),
  invert: ({ escalation }, { escalationId, fields }) =>
    escalation.state === 'other'
      ? null
      : {
          name: 'escalation.edit',
          args: {
            escalationId,
            fields: fields.map(({ field, value }) => ({ field, seen: value, value: escalation[field] })),
          },
        },
  without: (args, names) => {
    const fields = args.fields.filter(({ field }) => !names.includes(field))
    return fields.length > 0 ? { ...args, fields } : null
  },
})
