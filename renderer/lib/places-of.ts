import type { CustomerCard } from '../../shared/contract/customers.ts'
import type { TicketView } from '../../shared/contract/tickets.ts'
import { placesFrom } from '../../shared/rules/fill-in.ts'
import type { Places } from '../../shared/rules/fill-in.ts'

const newest = <T>(rows: readonly T[], key: (row: T) => number): T | null =>
  rows.toSorted((a, b) => key(b) - key(a))[0] ?? null

/** What a canned text can name, from the ticket and the card on the screen. */
export const placesOf = (
  { ticket }: TicketView,
  card: CustomerCard | null,
  agent: { readonly name: string } | null,
): Places =>
  placesFrom({
    customer: card?.customer ?? null,
    organisation: card?.organisation ?? null,
    agent,
    ticket,
    order: newest(card?.service.orders ?? [], ({ placedAtMs }) => placedAtMs),
    asset: newest(card?.support.assets ?? [], ({ acquiredAtMs }) => acquiredAtMs ?? 0),
  })
