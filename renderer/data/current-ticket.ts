import type { TicketView } from '../../shared/contract/tickets.ts'
import type { Thread } from '../../shared/domain/tickets.ts'
import { isWithdrawn } from '../../shared/rules/work-kind.ts'
import { openSession } from '../stores/session-store.ts'
import { activeTicketId, tabsStore } from '../stores/tabs-store.ts'
import { uiStore } from '../stores/ui-store.ts'
import type { Pane } from '../stores/ui-store.ts'
import { live } from './live.ts'

/** Threads that are work of this ticket, service first; what relabelling withdrew is left out. */
export function liveThreads(threads: readonly Thread[]): readonly Thread[] {
  const order = (thread: Thread): number => (thread.kind === 'service' ? 0 : 1)
  return threads.filter(thread => !isWithdrawn(thread)).toSorted((a, b) => order(a) - order(b))
}

/** The thread that keys and the composer act on: the chosen kind, else the agent's own, else the first that is open. */
export function threadInFocus(
  threads: readonly Thread[],
  agentId: string | null,
  focusKind: Pane | null,
): Thread | null {
  const all = liveThreads(threads)
  const open = all.filter(thread => thread.state !== 'closed' && thread.state !== 'solved')
  return (
    all.find(thread => thread.kind === focusKind) ??
    open.find(thread => thread.assigneeId === agentId) ??
    open[0] ??
    all[0] ??
    null
  )
}

/** The ticket in front as it is painted, for commands; null when there is none or it is still on its way. */
export function currentTicket(): { readonly view: TicketView; readonly thread: Thread } | null {
  const ticketId = activeTicketId(tabsStore.getState())
  if (ticketId === null) return null
  const snapshot = live.read('tickets.get', { ticketId })
  const view = snapshot.state === 'ready' ? snapshot.value : null
  if (!view) return null
  const thread = threadInFocus(
    view.threads,
    openSession()?.place.agent.id ?? null,
    uiStore.getState().focusKind,
  )
  return thread ? { view, thread } : null
}
