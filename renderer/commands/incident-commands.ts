import { currentTicket } from '../data/current-ticket.ts'
import { customerInFront } from '../data/front-customer.ts'
import { restoreImpact } from '../data/incident-intents.ts'
import { live } from '../data/live.ts'
import type { Impact } from '../../shared/domain/incidents.ts'
import { isRunning } from '../../shared/rules/impact/impact-times.ts'
import { chooseIssueFor, showIssue, writeIssue } from '../stores/issue-store.ts'
import { openOutages } from '../stores/outage-store.ts'
import { openDialog, uiStore } from '../stores/ui-store.ts'
import { always } from './define.ts'
import type { Command } from './define.ts'

const hasTicket = (): boolean => currentTicket() !== null
const hasCustomer = (): boolean => customerInFront() !== null
const ticketId = (): string | null => currentTicket()?.view.ticket.id ?? null

/** The outage of the customer in front that goes on, as it is painted. */
function runningImpact(): Impact | null {
  const ticket = currentTicket()?.view.ticket
  if (!ticket) return null
  const record = live.read('support.record', { customerId: ticket.customerId, ticketId: ticket.id })
  const impacts = record.state === 'ready' ? record.value.impacts : []
  return impacts.find(isRunning) ?? null
}

function restore(): void {
  const impact = runningImpact()
  if (impact) void restoreImpact(impact)
}

/** The rows that are picked, else the ticket in front. */
function link(): void {
  const picked = [...uiStore.getState().picked]
  const id = ticketId()
  if (picked.length > 0) chooseIssueFor(picked)
  else if (id !== null) chooseIssueFor([id])
}
const hasLinkable = (): boolean => hasTicket() || uiStore.getState().picked.size > 0

/** Faults: the register, escalations, outages and causes. */
export const incidentCommands: readonly Command[] = [
  { id: 'issues.open', group: 'go', shortcut: 'Mod+Shift+I', when: always, run: () => showIssue() },
  { id: 'issue.new', group: 'ticket', shortcut: null, when: always, run: () => writeIssue(ticketId()) },
  { id: 'ticket.linkIssue', group: 'ticket', shortcut: 'Shift+I', when: hasLinkable, run: link },
  {
    id: 'ticket.escalate',
    group: 'ticket',
    shortcut: 'Shift+U',
    when: hasTicket,
    run: () => openDialog('escalate'),
  },
  { id: 'impact.start', group: 'ticket', shortcut: null, when: hasTicket, run: () => openDialog('impact') },
  {
    id: 'impact.restore',
    group: 'ticket',
    shortcut: null,
    when: () => runningImpact() !== null,
    run: restore,
  },
  { id: 'impact.history', group: 'ticket', shortcut: null, when: hasCustomer, run: () => openOutages() },
  {
    id: 'cause.record',
    group: 'ticket',
    shortcut: 'Shift+K',
    when: hasTicket,
    run: () => openDialog('cause'),
  },
  { id: 'recurrence.open', group: 'go', shortcut: null, when: always, run: () => openDialog('recurrence') },
  {
    id: 'feedback.digest',
    group: 'go',
    shortcut: null,
    when: always,
    run: () => openDialog('product-feedback'),
  },
]
