import { PRIORITIES } from '../../../shared/domain/values.ts'
import { anyOf, intend, oneOf, rowsOf, words } from './desk.ts'
import type { Desk } from './desk.ts'

type Value = string | number | boolean | null

/** What people write in the fields of tickets, and which fields there are. */
export const formActs = {
  'ticket.setFields': {
    weight: 3,
    act: (desk: Desk) => {
      const ticket = anyOf(desk, 'tickets')
      if (!ticket) return null
      const name = oneOf(desk, ['topic', 'component'])
      const value = oneOf<Value>(desk, [words(desk), 7, true, null])
      const edit = { name, seen: ticket.fields[name] ?? null, value }
      return intend('ticket.setFields', { ticketId: ticket.id, fields: [edit] })
    },
  },
  'thread.keepPriority': {
    weight: 2,
    act: (desk: Desk) => {
      const thread = anyOf(desk, 'threads')
      const suggested = oneOf(desk, PRIORITIES)
      return thread ? intend('thread.keepPriority', { threadId: thread.id, suggested }) : null
    },
  },
  'ticketForm.set': {
    weight: 1,
    act: (desk: Desk) => {
      const kind = oneOf<'service' | 'support'>(desk, ['service', 'support'])
      const seen = rowsOf(desk, 'ticketForms').find(row => row.kind === kind)?.version ?? 0
      const field = { key: 'topic', label: { en: words(desk) }, type: 'text' as const, options: [] }
      const items = [{ ...field, isRequired: oneOf(desk, [true, false]), isEarly: true }]
      return intend('ticketForm.set', { seen, content: { kind, items } })
    },
  },
}
