import { desk } from '../desk.ts'
import { currentTicket, liveThreads } from '../data/current-ticket.ts'
import { takeOver, takeoverItems } from '../data/takeover-intents.ts'
import { setRestored, setThreadState, takeThread } from '../data/thread-intents.ts'
import { showNotice } from '../data/toasts.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import type { Thread } from '../../shared/domain/tickets.ts'
import type { TicketView } from '../../shared/contract/tickets.ts'
import { isTicketDone, isWorkable } from '../../shared/rules/thread-life.ts'
import { customerLink, ticketLink } from '../../shared/rules/deep-link.ts'
import { acceptClosing, closingStore } from '../stores/closing-store.ts'
import { openSession } from '../stores/session-store.ts'
import { activeTab, tabsStore } from '../stores/tabs-store.ts'
import { explain, openDialog, openMenu, workOn } from '../stores/ui-store.ts'
import type { ThreadMenuName } from '../stores/ui-store.ts'
import type { Command } from './define.ts'
import { diagnosisCommands } from './diagnosis-commands.ts'
import { fieldCommands } from './field-commands.ts'
import { leaseCommands } from './lease-commands.ts'
import { triageCommands } from './triage-commands.ts'

const hasTicket = (): boolean => currentTicket() !== null
const hasTwoThreads = (): boolean => liveThreads(currentTicket()?.view.threads ?? []).length > 1
const isNotMine = (): boolean => {
  const current = currentTicket()
  return current !== null && current.thread.assigneeId !== openSession()?.place.agent.id
}

/** The ticket in front, while a customer of a bot waits for a person there. */
function waitingForPerson(): TicketView | null {
  const view = currentTicket()?.view
  return view && takeoverItems(view).length > 0 && !isTicketDone(view.threads) ? view : null
}

function setState(state: 'open' | 'pending' | 'solved'): void {
  const current = currentTicket()
  if (!current) return
  if (current.thread.state !== state) void setThreadState(current.thread, state)
  // The same key once more accepts what the closing sheet suggests.
  else if (closingStore.getState().asked?.threadId === current.thread.id) acceptClosing()
}

/** Support that somebody works on: the thread in focus, or the one beside it. */
function supportThread(): Thread | null {
  const current = currentTicket()
  if (!current) return null
  const threads = [current.thread, ...liveThreads(current.view.threads)]
  return threads.find(thread => thread.kind === 'support' && isWorkable(thread)) ?? null
}

function toggleRestored(): void {
  const thread = supportThread()
  if (thread) void setRestored(thread, thread.restoredAtMs === null)
}

function take(): void {
  const [current, agent] = [currentTicket(), openSession()?.place.agent]
  if (current && agent) void takeThread(current.thread, agent.id)
}

function explainThread(): void {
  const current = currentTicket()
  if (current) explain({ table: 'threads', id: current.thread.id, field: null })
}

function switchThread(): void {
  const current = currentTicket()
  if (current) workOn(current.thread.kind === 'service' ? 'support' : 'service')
}

async function copy(text: string | null): Promise<void> {
  if (text === null) return
  await desk.call('app.copyText', { text })
  showNotice(dynamicText('common.copied') ?? '')
}

/** Null while only this laptop knows the ticket. */
const ticketNumber = (): number | null => currentTicket()?.view.ticket.number ?? null

function ticketAddress(): string | null {
  const [number, session] = [ticketNumber(), openSession()]
  return number === null || !session ? null : ticketLink(number, session.place.workspace.id)
}

/** Of the ticket in front, or of the card in front. */
function personAddress(): string | null {
  const [tab, session] = [activeTab(tabsStore.getState()), openSession()]
  const customerId = tab?.type === 'customer' ? tab.id : currentTicket()?.view.ticket.customerId
  return customerId === undefined || !session ? null : customerLink(customerId, session.place.workspace.id)
}

const menu = (id: Command['id'], name: ThreadMenuName, shortcut: string): Command => ({
  id,
  group: 'ticket',
  shortcut,
  when: hasTicket,
  run: () => openMenu(name),
})

export const ticketCommands: readonly Command[] = [
  { id: 'thread.take', group: 'ticket', shortcut: 'T', when: isNotMine, run: take },
  {
    id: 'ticket.takeOver',
    group: 'ticket',
    shortcut: 'O',
    when: () => waitingForPerson() !== null,
    run: () => {
      const view = waitingForPerson()
      if (view) void takeOver(view)
    },
  },
  menu('thread.assign', 'assign', 'A'),
  menu('thread.state', 'state', 'S'),
  { id: 'thread.open', group: 'ticket', shortcut: 'Shift+O', when: hasTicket, run: () => setState('open') },
  {
    id: 'thread.pend',
    group: 'ticket',
    shortcut: 'Shift+P',
    when: hasTicket,
    run: () => setState('pending'),
  },
  {
    id: 'thread.solve',
    group: 'ticket',
    shortcut: 'Shift+E',
    when: hasTicket,
    run: () => setState('solved'),
  },
  {
    id: 'thread.restored',
    group: 'ticket',
    shortcut: 'Shift+R',
    when: () => supportThread() !== null,
    run: toggleRestored,
  },
  { id: 'thread.snooze', group: 'ticket', shortcut: 'Z', when: hasTicket, run: () => openDialog('snooze') },
  menu('thread.priority', 'priority', 'P'),
  menu('ticket.tag', 'tag', 'L'),
  menu('ticket.relabel', 'kind', 'W'),
  menu('ticket.subject', 'subject', 'Shift+S'),
  { id: 'ticket.link', group: 'ticket', shortcut: 'Shift+L', when: hasTicket, run: () => openDialog('link') },
  { id: 'row.explain', group: 'ticket', shortcut: 'Shift+Y', when: hasTicket, run: explainThread },
  { id: 'thread.switch', group: 'ticket', shortcut: 'X', when: hasTwoThreads, run: switchThread },
  {
    id: 'ticket.copyNumber',
    group: 'ticket',
    shortcut: null,
    when: () => ticketNumber() !== null,
    run: () => void copy(`#${ticketNumber()}`),
  },
  {
    id: 'ticket.copyLink',
    group: 'ticket',
    shortcut: 'Mod+Shift+C',
    when: () => ticketAddress() !== null,
    run: () => void copy(ticketAddress()),
  },
  {
    id: 'customer.copyLink',
    group: 'ticket',
    shortcut: null,
    when: () => personAddress() !== null,
    run: () => void copy(personAddress()),
  },
  ...diagnosisCommands,
  ...fieldCommands,
  ...leaseCommands,
  ...triageCommands,
]
