import type { FieldConflict } from '../../../shared/mutations/define.ts'
import type { Decided, FieldDecision } from '../../../shared/mutations/record-decision.ts'
import { isOnHub } from './is-on-hub.ts'
import { mutate } from './mutate.ts'
import type { MutateDeps } from './mutate.ts'
import type { OutboxEntry } from './outbox-store.ts'
import type { LaptopStore } from './store.ts'

/** Fields that hold codes, ids or numbers. The record names every other field without its words. */
const CODED: ReadonlySet<string> = new Set([
  'state',
  'kind',
  'priority',
  'assigneeId',
  'teamId',
  'preferredChannel',
  'journeyStage',
  'organisationId',
  'dueAtMs',
  'snoozedUntilMs',
  'restoredAtMs',
  'reopenedCount',
  'downSinceMs',
  'capacity',
  'seconds',
  'least',
  'most',
])
const MOST_LETTERS = 100
const MOST_FIELDS = 20

function codeOf(field: string, value: unknown): FieldDecision['base'] {
  if (!CODED.has(field)) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return typeof value === 'string' && value.length <= MOST_LETTERS ? value : null
}

type Place = { readonly customerId: string; readonly ticketId: string | null }

/** Where the record goes; null when the hub has no such ticket or person. */
function placeOf(store: LaptopStore, { ticketId, customerId }: OutboxEntry): Place | null {
  if (ticketId !== null && !isOnHub(store, { table: 'tickets', id: ticketId })) return null
  const ofTicket = ticketId === null ? null : store.rows.get('tickets', ticketId)?.row['customerId']
  const customer = typeof ofTicket === 'string' ? ofTicket : customerId
  if (customer === null || !isOnHub(store, { table: 'customers', id: customer })) return null
  return { customerId: customer, ticketId }
}

function threadOf(entry: OutboxEntry): string | null {
  const { threadId } = entry.args as { readonly threadId?: unknown }
  return typeof threadId === 'string' ? threadId : null
}

export type Decision = {
  readonly entry: OutboxEntry
  readonly taken: Decided
  /** Where fields were decided one by one. */
  readonly takenOf?: (conflict: FieldConflict) => Decided
}

/**
 * Writes down on the ticket, for everybody, who decided what about work that met somebody else's. Only conflicts are
 * decisions; what the hub refused outright is nobody's choice. Call inside a transaction, before the entry goes.
 */
export function noteDecision(deps: MutateDeps, { entry, taken, takenOf }: Decision): void {
  const { verdict } = entry
  if (verdict?.kind !== 'conflict') return
  const place = placeOf(deps.store, entry)
  if (!place) return
  const { reason, fields } = verdict.conflict
  const decided = fields.filter(({ table }) => table !== 'messages')
  mutate(deps, {
    name: 'conflict.record',
    args: {
      ...place,
      threadId: threadOf(entry),
      intent: entry.name,
      reason,
      taken,
      messages: fields.length - decided.length,
      fields: decided.slice(0, MOST_FIELDS).map(conflict => ({
        table: conflict.table,
        id: conflict.id,
        field: conflict.field,
        base: codeOf(conflict.field, conflict.seen),
        mine: codeOf(conflict.field, conflict.mine),
        theirs: codeOf(conflict.field, conflict.theirs),
        taken: takenOf?.(conflict) ?? taken,
      })),
    },
  })
}
