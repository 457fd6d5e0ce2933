import type { Thread } from '../domain/tickets.ts'
import type { WorkKind } from '../domain/values.ts'

/** What a ticket is about, by the kinds of its threads. */
export const TICKET_KINDS = ['service', 'support', 'both'] as const
export type TicketKind = (typeof TICKET_KINDS)[number]

type KindFacts = Pick<Thread, 'kind' | 'state' | 'isPaired' | 'solvedAtMs'>

/**
 * A thread that relabelling closed: it never was this kind of work. It is closed without ever having been solved,
 * which no other way of closing leaves behind; it counts neither as work done nor as a kind of its ticket.
 */
export const isWithdrawn = (thread: KindFacts): boolean =>
  thread.state === 'closed' && thread.solvedAtMs === null && !thread.isPaired

export const otherKind = (kind: WorkKind): WorkKind => (kind === 'service' ? 'support' : 'service')

/** Kind of a ticket from its threads; null when it has none of a known kind. */
export function ticketKindOf(threads: readonly KindFacts[]): TicketKind | null {
  const kinds = new Set(threads.filter(thread => !isWithdrawn(thread)).map(thread => thread.kind))
  const hasService = kinds.has('service')
  const hasSupport = kinds.has('support')
  if (hasService && hasSupport) return 'both'
  if (hasService) return 'service'
  return hasSupport ? 'support' : null
}
