import type { ShownLease } from '../../shared/contract/tickets.ts'
import { maySupervise } from '../../shared/rules/supervising.ts'
import { currentTicket } from '../data/current-ticket.ts'
import { customerInFront } from '../data/front-customer.ts'
import { hubNow } from '../data/hub-now.ts'
import { breakLease, releaseLease } from '../data/lease-intents.ts'
import { takeAlong } from '../data/take-along.ts'
import { openSession } from '../stores/session-store.ts'
import { askLease, uiStore } from '../stores/ui-store.ts'
import type { Command } from './define.ts'

type Held = { readonly ticketId: string; readonly lease: ShownLease; readonly isMine: boolean }

/** The lease of the ticket in front, while it holds. */
function held(): Held | null {
  const current = currentTicket()
  const lease = current?.view.lease ?? null
  if (!current || lease === null || lease.untilMs <= hubNow()) return null
  return { ticketId: current.view.ticket.id, lease, isMine: lease.agentId === openSession()?.place.agent.id }
}

const mine = (): Held | null => {
  const found = held()
  return found?.isMine === true ? found : null
}
const breakable = (): Held | null => {
  const found = held()
  const may = maySupervise(openSession()?.place.agent.role ?? 'other')
  return found?.isMine === false && may ? found : null
}

const picked = (): readonly string[] => [...uiStore.getState().picked]

/** Tickets worked on where nobody can see it. */
export const leaseCommands: readonly Command[] = [
  {
    id: 'ticket.lease',
    group: 'ticket',
    shortcut: 'Shift+T',
    when: () => currentTicket() !== null || picked().length > 0,
    run: () => askLease(picked()),
  },
  {
    id: 'customer.takeAlong',
    group: 'ticket',
    shortcut: null,
    when: () => customerInFront() !== null,
    run: () => {
      const whom = customerInFront()
      if (whom) void takeAlong(whom.customerId)
    },
  },
  {
    id: 'ticket.releaseLease',
    group: 'ticket',
    shortcut: null,
    when: () => mine() !== null,
    run: () => {
      const found = mine()
      if (found) void releaseLease(found.ticketId, found.lease)
    },
  },
  {
    id: 'ticket.breakLease',
    group: 'ticket',
    shortcut: null,
    when: () => breakable() !== null,
    run: () => {
      const found = breakable()
      if (found) void breakLease(found.ticketId, found.lease)
    },
  },
]
