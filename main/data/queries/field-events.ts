import type { TableName } from '../../../shared/domain/tables.ts'
import type { TicketEvent } from '../../../shared/domain/tickets.ts'

type Says = (event: TicketEvent) => boolean

const ofType =
  (...types: readonly string[]): Says =>
  ({ type }) =>
    types.includes(type)
/** An event that names what stood there before and after. */
const moved =
  (before: string, after: string): Says =>
  ({ type, facts }) =>
    type === 'thread.assigned' && (facts[before] ?? null) !== (facts[after] ?? null)
const either =
  (...all: readonly Says[]): Says =>
  event =>
    all.some(says => says(event))

const CHANGED_BY: Readonly<Partial<Record<TableName, Readonly<Record<string, Says>>>>> = {
  threads: {
    state: ofType('thread.state-changed', 'thread.snoozed', 'thread.woken'),
    snoozedUntilMs: ofType('thread.snoozed', 'thread.woken'),
    priority: ofType('thread.priority-changed'),
    assigneeId: either(ofType('thread.taken'), moved('assigneeBefore', 'assigneeAfter')),
    teamId: moved('teamBefore', 'teamAfter'),
    restoredAtMs: ({ type }) => type.startsWith('thread.restor'),
    kind: ofType('ticket.relabelled'),
  },
  tickets: {
    subject: ofType('ticket.subject-changed'),
    fields: ofType('ticket.fields-changed'),
    tags: ofType('ticket.tagged', 'ticket.untagged'),
  },
}

const namesField = (facts: TicketEvent['facts'], field: string): boolean =>
  String(facts['fields'] ?? '')
    .split(' ')
    .some(each => each === field || each.startsWith(`${field}.`))

/** Who has it and how it stands also move without an edit. */
const tellsOfMove = (type: string, field: string): boolean =>
  (field === 'state' &&
    ['opportunity.moved', 'opportunity.passed-on', 'opportunity.taken-back'].includes(type)) ||
  (field === 'consent' && type === 'opportunity.consent')

export type FieldOfRow = { readonly table: TableName; readonly id: string; readonly field: string }

/** Whether an event tells of a change of this field. */
export function tellsOf(event: TicketEvent, { table, id, field }: FieldOfRow): boolean {
  const { type, facts, threadId } = event
  if (table === 'customers') return type === 'customer.edited' && namesField(facts, field)
  if (table === 'assets')
    return type === 'asset.updated' && facts['assetId'] === id && namesField(facts, field)
  if (table === 'opportunities')
    return facts['opportunityId'] === id && (tellsOfMove(type, field) || namesField(facts, field))
  if (table === 'threads' && threadId !== null && threadId !== id) return false
  return CHANGED_BY[table]?.[field]?.(event) ?? false
}

/** What began the row. */
export const beganBy = ({ type }: TicketEvent, table: TableName): boolean =>
  table === 'customers' ? type === 'customer.created' : type === 'ticket.created'

const SAID_ONCE: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  tickets: ['channel', 'number', 'createdAtMs'],
  threads: ['openedAtMs'],
}

/** Every change of it is an event: without one it stands as it began. Times and counters move without being told. */
export const isTold = (table: TableName, field: string): boolean =>
  table === 'customers' ||
  Object.hasOwn(CHANGED_BY[table] ?? {}, field) ||
  (SAID_ONCE[table]?.includes(field) ?? false)
