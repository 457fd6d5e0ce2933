import { z } from 'zod'
import { TicketId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { keptValue, keyedField, keyedValue, KeyedName, KeyedValue, withKeyed } from './parts/keyed-fields.ts'
import { joinEdits } from './parts/join-edits.ts'

/** One field of a ticket; it stands at most once in an intent. */
const FieldEdit = z.strictObject({ name: KeyedName, seen: KeyedValue, value: KeyedValue })
type FieldEdit = z.infer<typeof FieldEdit>
const SetFieldsArgs = z.strictObject({ ticketId: TicketId, fields: z.array(FieldEdit).min(1).max(60) })

const named = ({ name }: FieldEdit): string => keyedField('fields', name)

/** What is written in the fields of a ticket; each field on its own asks when somebody else was first. */
export const setFields = defineMutation({
  name: 'ticket.setFields',
  args: SetFieldsArgs,
  reads: ({ ticketId }) => ({ ticket: one('tickets', ticketId) }),
  may: () => true,
  plan: ({ ticket }, { fields }, context) => {
    const moved = fields.filter(({ name, value }) => keyedValue(ticket.fields, name) !== keptValue(value))
    if (moved.length === 0) return []
    return [
      ...patchChanged('tickets', ticket, { fields: withKeyed(ticket.fields, moved) }),
      recordEvent(context, {
        place: onTicket(ticket),
        type: 'ticket.fields-changed',
        // Names only: words of people stay in the row.
        facts: { fields: moved.map(named).toSorted().join(' ') },
      }),
    ]
  },
  conflict: ({ ticket }, { ticketId, fields }) =>
    conflictOf(
      'changed-since',
      fields.map(edit => ({
        table: 'tickets',
        id: ticketId,
        field: named(edit),
        seen: edit.seen,
        mine: keptValue(edit.value),
        theirs: keyedValue(ticket.fields, edit.name),
      })),
    ),
  describe: ({ fields }) => ({
    key: 'describe.setFields',
    values: { fields: fields.map(named).join(' ') },
  }),
  insist: ({ ticket }, { ticketId, fields }) => ({
    ticketId,
    fields: fields.map(edit => ({ ...edit, seen: keyedValue(ticket.fields, edit.name) })),
  }),
  invert: ({ ticket }, { ticketId, fields }) => ({
    name: 'ticket.setFields',
    args: {
      ticketId,
      fields: fields.map(({ name, value }) => ({
        name,
        seen: keptValue(value),
        value: keyedValue(ticket.fields, name),
      })),
    },
  }),
  without: (args, names) => {
    const fields = args.fields.filter(edit => !names.includes(named(edit)))
    return fields.length > 0 ? { ...args, fields } : null
  },
  adjust: (args, values) => ({
    ...args,
    fields: args.fields.map(edit =>
      Object.hasOwn(values, named(edit)) ? { ...edit, value: values[named(edit)] } : edit,
    ),
  }),
  coalesceKey: ({ ticketId }) => `ticket.setFields:${ticketId}`,
  coalesce: (earlier, later) => ({
    ticketId: later.ticketId,
    fields: joinEdits(earlier.fields, later.fields, named),
  }),
})
