import type { CustomerCard } from '../../../shared/contract/customers.ts'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { threadInFocus } from '../../data/current-ticket.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { activeTicketId, useTabs } from '../../stores/tabs-store.ts'
import { useUi } from '../../stores/ui-store.ts'

/** What a macro would run on: all picked tickets, or the one in front. */
export type MacroTarget = {
  readonly many: readonly string[] | null
  readonly one: { readonly view: TicketView; readonly thread: Thread } | null
  readonly card: CustomerCard | null
  readonly agent: { readonly name: string } | null
  /** The customer's language; null for many, and when it is not known. */
  readonly language: string | null
  readonly kind: 'service' | 'support' | null
}

export function useMacroTarget(): MacroTarget | null {
  const picked = useUi(state => state.picked)
  const focusKind = useUi(state => state.focusKind)
  const listKind = useUi(state => state.kind)
  const agent = useAgent()
  const ticketId = useTabs(activeTicketId)
  const isMany = picked.size > 0
  const view = useLiveValue('tickets.get', isMany || ticketId === null ? null : { ticketId })
  const customerId = view?.ticket.customerId
  const card = useLiveValue(
    'customers.card',
    customerId === undefined || ticketId === null ? null : { customerId, ticketId },
  )
  if (isMany) {
    const kind = listKind === 'service' || listKind === 'support' ? listKind : null
    return { many: [...picked], one: null, card: null, agent, language: null, kind }
  }
  const thread = view && threadInFocus(view.threads, agent?.id ?? null, focusKind)
  if (!view || !thread) return null
  const kind = thread.kind === 'other' ? null : thread.kind
  return { many: null, one: { view, thread }, card, agent, language: card?.customer.language ?? null, kind }
}
