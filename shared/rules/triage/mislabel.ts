import { TICKET_KINDS } from '../work-kind.ts'
import type { TicketKind } from '../work-kind.ts'

/** What a person changed a ticket's work kind from and to, ms; `facts` of 'ticket.relabelled' as they came. */
export type KindChange = { readonly before: unknown; readonly after: unknown; readonly atMs: number }

/** From which kind to which: each way a ticket can turn out to be labelled wrongly. */
export const KIND_TURNS = [
  'service-support',
  'support-service',
  'service-both',
  'support-both',
  'both-service',
  'both-support',
] as const
export type KindTurn = (typeof KIND_TURNS)[number]

const kindOf = (value: unknown): TicketKind | null => TICKET_KINDS.find(kind => kind === value) ?? null

/**
 * How a ticket was labelled wrongly, by all the changes people made: from the kind it came with to the one it has. Null
 * when nobody changed it, or what was changed was put back: a slip that was undone is no wrong label.
 */
export function kindTurnOf(changes: readonly KindChange[]): KindTurn | null {
  const inOrder = changes.toSorted((a, b) => a.atMs - b.atMs)
  const from = kindOf(inOrder[0]?.before)
  const to = kindOf(inOrder.at(-1)?.after)
  return KIND_TURNS.find(turn => turn === `${from}-${to}`) ?? null
}

/** The kind a ticket came with: the one that was changed, else the one it has. Null: of none that is known. */
export const firstKindOf = (turn: KindTurn | null, now: TicketKind | null): TicketKind | null =>
  turn === null ? now : kindOf(turn.split('-')[0])

export type Labelled = { readonly turn: KindTurn | null }

/** Mislabel rate = tickets whose kind people changed ÷ tickets. Null while there are no tickets. */
export function mislabelRate(tickets: readonly Labelled[]): number | null {
  const wrong = tickets.filter(({ turn }) => turn !== null).length
  return tickets.length === 0 ? null : wrong / tickets.length
}
